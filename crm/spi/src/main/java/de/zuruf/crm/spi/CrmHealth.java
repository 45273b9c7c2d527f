package de.zuruf.crm.spi;

import de.zuruf.wording.Bilingual;

/**
 * Whether a CRM answers.
 *
 * @param up     true when it does
 * @param detail one sentence for the operator, free of personal data and secrets
 */
public record CrmHealth(boolean up, Bilingual detail) {}

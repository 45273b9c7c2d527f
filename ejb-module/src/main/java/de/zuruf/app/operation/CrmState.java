package de.zuruf.app.operation;

import de.zuruf.wording.Bilingual;

/**
 * How the CRM is doing.
 *
 * @param adapter id of the adapter; null when it could not be opened or has not answered
 * @param up      whether the CRM answers
 * @param detail  one sentence for the operator, free of personal data and secrets
 */
public record CrmState(String adapter, boolean up, Bilingual detail) {}

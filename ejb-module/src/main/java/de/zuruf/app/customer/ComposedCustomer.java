package de.zuruf.app.customer;

import de.zuruf.prompt.PromptFacts;

/**
 * A customer read once, for people and for the rules.
 *
 * @param card  what people see
 * @param facts what the rules see
 */
public record ComposedCustomer(CustomerCard card, PromptFacts facts) {}

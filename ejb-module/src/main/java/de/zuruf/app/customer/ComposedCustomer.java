package de.zuruf.app.customer;

import de.zuruf.prompt.PastAnswer;
import de.zuruf.prompt.PromptFacts;
import java.util.List;

/**
 * A customer read once, for people and for the rules.
 *
 * @param card    what people see
 * @param facts   what the rules see
 * @param answers to earlier prompts, which keep some from being shown again
 */
public record ComposedCustomer(CustomerCard card, PromptFacts facts, List<PastAnswer> answers) {}

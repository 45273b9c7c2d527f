package de.zuruf.customer;

import java.time.LocalDate;

/**
 * Something that we owe a customer.
 *
 * @param id      identity in the CRM, at most 64 characters
 * @param partyId the customer
 * @param kind    what it is
 * @param text    one sentence
 * @param dueOn   null when it holds always
 */
public record Arrangement(String id, String partyId, ArrangementKind kind, String text, LocalDate dueOn) {}

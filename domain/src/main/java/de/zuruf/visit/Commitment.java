package de.zuruf.visit;

import java.time.LocalDate;

/**
 * Zusage: something promised at a visit.
 *
 * @param text  1 to 500 characters
 * @param dueOn the day by which it is kept
 * @param by    who keeps it
 */
public record Commitment(String text, LocalDate dueOn, Side by) {}

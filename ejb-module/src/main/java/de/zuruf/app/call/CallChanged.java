package de.zuruf.app.call;

/**
 * A call looks different for one person.
 *
 * @param employeeId whose screen is meant
 * @param card       how it looks now
 */
public record CallChanged(String employeeId, CallCard card) {}

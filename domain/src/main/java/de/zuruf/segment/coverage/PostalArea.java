package de.zuruf.segment.coverage;

/**
 * Customers of an area go to a team.
 *
 * @param prefix with which their postal code begins, 1 to 10 letters or digits, e.g. {@code 80}; of several that fit the longest
 *               counts
 * @param team   name of the team as the CRM has it
 */
public record PostalArea(String prefix, String team) {}

package de.zuruf.segment.scheme;

import java.math.BigDecimal;

/**
 * How a customer's value class is found.
 *
 * @param basis           by what
 * @param revenue         thresholds for EUR a year
 * @param potentialWeight share of the untapped potential that counts like revenue, 0 to 1
 * @param clv             thresholds for the customer lifetime value; null when {@code basis} is REVENUE
 */
public record ValueRule(ValueBasis basis, ValueThresholds revenue, BigDecimal potentialWeight, ValueThresholds clv) {}

package de.zuruf.segment.coverage;

import java.math.BigDecimal;

/**
 * What was planned for a segment. Every figure may be null: not planned.
 *
 * @param customers    number of customers
 * @param revenueShare share of the revenue of all segments, 0 to 1
 * @param marginShare  share of the contribution margin of all segments, 0 to 1
 * @param potential    possible revenue of all its customers in EUR a year
 */
public record Budget(Integer customers, BigDecimal revenueShare, BigDecimal marginShare, BigDecimal potential) {
    /** Nothing planned. */
    public static final Budget NONE = new Budget(null, null, null, null);
}

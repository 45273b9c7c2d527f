package de.zuruf.segment;

import java.math.BigDecimal;

/**
 * Where the value classes begin.
 *
 * @param fromA           EUR a year, inclusive
 * @param fromB           EUR a year, inclusive, at most {@code fromA}
 * @param fromC           EUR a year, inclusive, at most {@code fromB}
 * @param potentialWeight share of the revenue made elsewhere that counts as value, 0 to 1
 */
public record ValueClassSettings(BigDecimal fromA, BigDecimal fromB, BigDecimal fromC, BigDecimal potentialWeight) {

    /** 100,000, 25,000 and 5,000 EUR; half of what is bought elsewhere counts. */
    public static final ValueClassSettings DEFAULT = new ValueClassSettings(
            new BigDecimal("100000"), new BigDecimal("25000"), new BigDecimal("5000"), new BigDecimal("0.5"));

    public ValueClassSettings {
        if (fromA.compareTo(fromB) < 0 || fromB.compareTo(fromC) < 0) {
            throw new IllegalArgumentException("thresholds must fall from A to C");
        }
        if (potentialWeight.signum() < 0 || potentialWeight.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("potentialWeight must be within 0 and 1");
        }
    }
}

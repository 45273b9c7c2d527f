package de.zuruf.segment;

import java.math.BigDecimal;

/**
 * What a customer ordered in a calendar month, less returns.
 *
 * @param revenue in EUR without tax; negative when more came back than went out
 * @param margin  contribution margin in EUR
 */
public record MonthSum(BigDecimal revenue, BigDecimal margin) {

    /** Nothing ordered. */
    public static final MonthSum ZERO = new MonthSum(BigDecimal.ZERO, BigDecimal.ZERO);

    /** {@return the sum of both} */
    public MonthSum plus(MonthSum other) {
        return new MonthSum(revenue.add(other.revenue), margin.add(other.margin));
    }
}

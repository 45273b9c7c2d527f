package de.zuruf.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order with its lines.
 *
 * @param id        identity in the CRM, at most 64 characters
 * @param partyId   who ordered
 * @param orderedOn the day
 * @param status    what became of it
 * @param lines     at least one
 */
public record Order(String id, String partyId, LocalDate orderedOn, OrderStatus status, List<OrderLine> lines) {
    public Order {
        lines = List.copyOf(lines);
    }

    /** {@return the sum of the lines in EUR without tax} */
    public BigDecimal amount() {
        return lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@return the contribution margin in EUR} */
    public BigDecimal margin() {
        return lines.stream().map(OrderLine::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

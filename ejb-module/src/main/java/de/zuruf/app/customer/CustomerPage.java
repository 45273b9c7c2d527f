package de.zuruf.app.customer;

import de.zuruf.customer.NumberKind;
import de.zuruf.customer.OrderStatus;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer with the whole history; docs/api.md describes the members.
 *
 * @param crmLink opens the customer in the CRM; null when the CRM has no pages
 */
public record CustomerPage(
        CustomerCard card,
        String crmId,
        Address address,
        List<ContactLine> contacts,
        List<NumberLine> numbers,
        List<OrderView> orders,
        List<HistoryEntry> history,
        CustomerCard.Trend monthly,
        URI crmLink) {

    /** Where the company is. */
    public record Address(String street, String postcode, String city, String country) {}

    /** A person at the company. */
    public record ContactLine(
            long id, String name, String function, String email, boolean active, List<NumberLine> numbers) {}

    /** A number that can be dialled. */
    public record NumberLine(String number, String display, NumberKind kind) {}

    /** An order. */
    public record OrderView(
            String id,
            LocalDate orderedOn,
            OrderStatus status,
            BigDecimal amount,
            BigDecimal margin,
            List<LineView> lines) {}

    /** A line of an order, with names. */
    public record LineView(String product, String group, BigDecimal quantity, BigDecimal amount) {}

    /**
     * Something that happened.
     *
     * @param at null when only the day is known
     */
    public record HistoryEntry(
            LocalDate on,
            Instant at,
            String kind,
            String title,
            String detail,
            String by,
            Long callId,
            Long handoffId) {}
}

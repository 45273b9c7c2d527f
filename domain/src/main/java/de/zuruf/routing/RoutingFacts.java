package de.zuruf.routing;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The facts of one call; see {@link RoutingFact}.
 *
 * @param customer null when the caller is not known
 * @param country  ISO 3166-1 alpha-2; null when not known
 * @param withheld whether the caller hides his number
 * @param dialled  null when the dialplan does not tell
 * @param language null when the dialplan does not tell
 * @param at       in the company's time zone
 */
public record RoutingFacts(
        Customer customer, String country, boolean withheld, String dialled, String language, LocalDateTime at) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * What is known of the company that calls.
     *
     * @param revenue12m     EUR
     * @param openComplaints number of them
     * @param ownerPresent   false also when there is no owner
     * @param ownerReachable whether there is a telephone of the owner or his deputy
     */
    public record Customer(
            ValueClass valueClass,
            LifecyclePhase phase,
            BigDecimal revenue12m,
            int openComplaints,
            boolean paymentBlocked,
            boolean ownerPresent,
            boolean ownerReachable) {
        public Customer {
            Objects.requireNonNull(valueClass, "valueClass");
            Objects.requireNonNull(phase, "phase");
            Objects.requireNonNull(revenue12m, "revenue12m");
        }
    }

    public RoutingFacts {
        Objects.requireNonNull(at, "at");
    }

    /** {@return every variable of a condition with its value} */
    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        put(variables, RoutingFact.KNOWN, customer != null);
        put(variables, RoutingFact.VALUE_CLASS, customer == null ? "" : customer.valueClass.name());
        put(variables, RoutingFact.PHASE, customer == null ? "" : customer.phase.name());
        put(variables, RoutingFact.REVENUE_12M, customer == null ? 0.0 : customer.revenue12m.doubleValue());
        put(variables, RoutingFact.OPEN_COMPLAINTS, customer == null ? 0L : (long) customer.openComplaints);
        put(variables, RoutingFact.PAYMENT_BLOCKED, customer != null && customer.paymentBlocked);
        put(variables, RoutingFact.OWNER_PRESENT, customer != null && customer.ownerPresent);
        put(variables, RoutingFact.OWNER_REACHABLE, customer != null && customer.ownerReachable);
        put(variables, RoutingFact.COUNTRY, Objects.requireNonNullElse(country, ""));
        put(variables, RoutingFact.WITHHELD, withheld);
        put(variables, RoutingFact.DIALLED, Objects.requireNonNullElse(dialled, ""));
        put(variables, RoutingFact.LANGUAGE, Objects.requireNonNullElse(language, ""));
        put(variables, RoutingFact.TIME, at.format(TIME));
        put(variables, RoutingFact.WEEKDAY, (long) at.getDayOfWeek().getValue());
        put(variables, RoutingFact.TODAY, at.toLocalDate().toString());
        return variables;
    }

    private static void put(Map<String, Object> variables, RoutingFact fact, Object value) {
        variables.put(fact.variable(), value);
    }
}

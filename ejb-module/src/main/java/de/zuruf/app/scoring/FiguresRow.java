package de.zuruf.app.scoring;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.value.PurchaseHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What is computed from a customer's orders; value class and phase as of {@code computedAt}, for lists and reports. */
@Entity
@Table(name = "customer_figures")
public class FiguresRow {
    /** Weeks that the models are held against. */
    static final int HELD_WEEKS = 13;

    @Id
    @Column(name = "party_id")
    Long partyId;

    String figures;

    @Column(name = "last_order_on")
    LocalDate lastOrderOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "value_class")
    ValueClass valueClass;

    @Enumerated(EnumType.STRING)
    LifecyclePhase phase;

    @Column(name = "vanished_group")
    String vanishedGroup;

    @Column(name = "cross_product")
    String crossProduct;

    @Column(name = "cross_because")
    String crossBecause;

    @Column(name = "cross_both")
    Integer crossBoth;

    @Column(name = "cross_base")
    Integer crossBase;

    @Column(name = "computed_at")
    Instant computedAt;

    /** Of the last twelve months, as of {@code computedAt}; null before the first pass after an upgrade. */
    @Column(name = "revenue_12m")
    BigDecimal revenue12m;

    @Column(name = "margin_12m")
    BigDecimal margin12m;

    BigDecimal potential;

    @Column(name = "first_order_on")
    LocalDate firstOrderOn;

    @Column(name = "order_days")
    int orderDays;

    @Column(name = "log_gaps")
    double logGaps;

    @Column(name = "margin_sum")
    BigDecimal marginSum = BigDecimal.ZERO;

    @Column(name = "held_until")
    LocalDate heldUntil;

    @Column(name = "held_order_days")
    int heldOrderDays;

    @Column(name = "held_last_on")
    LocalDate heldLastOn;

    @Column(name = "held_log_gaps")
    double heldLogGaps;

    @Column(name = "held_orders_after")
    int heldOrdersAfter;

    @Column(name = "still_customer")
    Double stillCustomer;

    Double silence;

    @Column(name = "expected_orders")
    Double expectedOrders;

    @Column(name = "lifetime_value")
    BigDecimal lifetimeValue;

    @Column(name = "scored_on")
    LocalDate scoredOn;

    @Column(name = "model_id")
    Long modelId;

    /**
     * Notes what the value models need of his orders.
     *
     * @param orders all known, in any order
     */
    void purchased(Collection<Order> orders, LocalDate today) {
        var days = new ArrayList<LocalDate>(orders.size());
        marginSum = BigDecimal.ZERO;
        for (var order : orders) {
            if (order.status() != OrderStatus.CANCELLED && !order.orderedOn().isAfter(today)) {
                marginSum = marginSum.add(order.margin());
                if (order.status() != OrderStatus.RETURNED) {
                    days.add(order.orderedOn());
                }
            }
        }
        firstOrderOn = days.stream().min(Comparator.naturalOrder()).orElse(null);
        var history = PurchaseHistory.of(days, today);
        orderDays = history.map(h -> h.repeats() + 1).orElse(0);
        logGaps = history.map(PurchaseHistory::logGaps).orElse(0.0);
        heldUntil = today.minusWeeks(HELD_WEEKS);
        var held = PurchaseHistory.of(days, heldUntil);
        heldOrderDays = held.map(h -> h.repeats() + 1).orElse(0);
        heldLogGaps = held.map(PurchaseHistory::logGaps).orElse(0.0);
        heldLastOn = held.map(h -> firstOrderOn.plusDays(h.lastDay())).orElse(null);
        heldOrdersAfter = orderDays - heldOrderDays;
    }

    /** {@return what the models need of his orders up to a day not before the last one; empty without orders} */
    Optional<PurchaseHistory> history(LocalDate until) {
        return orderDays == 0
                ? Optional.empty()
                : Optional.of(history(firstOrderOn, lastOrderOn, orderDays, logGaps, until));
    }

    static PurchaseHistory history(LocalDate first, LocalDate last, int orderDays, double logGaps, LocalDate until) {
        var lastDay = (int) ChronoUnit.DAYS.between(first, last);
        return new PurchaseHistory(
                orderDays - 1, lastDay, Math.max(lastDay, (int) ChronoUnit.DAYS.between(first, until)), logGaps);
    }

    /** Notes what follows by the models of the latest run. */
    void score(Optional<ValueModel> model, LocalDate today) {
        var score = model.flatMap(m -> history(today).map(h -> m.score(h, marginSum.doubleValue() / orderDays)));
        stillCustomer = score.map(ValueModel.Score::stillCustomer).orElse(null);
        silence = score.map(ValueModel.Score::silence).orElse(null);
        expectedOrders = score.map(ValueModel.Score::expectedOrders).orElse(null);
        lifetimeValue = score.map(ValueModel.Score::lifetimeValue).orElse(null);
        scoredOn = score.isPresent() ? today : null;
        modelId = score.isPresent() ? model.get().id() : null;
    }

    /** {@return the figures, which do not age} */
    public CustomerFigures figures() {
        return CustomerFigures.parse(figures);
    }

    /** {@return null when nothing was ever ordered} */
    public LocalDate lastOrderOn() {
        return lastOrderOn;
    }

    /** {@return the value class as of the computation} */
    public ValueClass valueClass() {
        return valueClass;
    }

    /** {@return name of the product group that vanished most strikingly; null when none did} */
    public String vanishedGroup() {
        return vanishedGroup;
    }

    /** {@return what to propose; null when nothing is} */
    public CrossSellRow crossSell() {
        return crossProduct == null ? null : new CrossSellRow(crossProduct, crossBecause, crossBoth, crossBase);
    }

    /**
     * A stored cross-selling hint.
     *
     * @param product name of the product to mention
     * @param because name of the product that the customer buys
     * @param both    comparable customers who buy both
     * @param base    comparable customers who buy {@code because}
     */
    public record CrossSellRow(String product, String because, int both, int base) {
        /** {@return share of those who buy both, 0 to 100} */
        public int percent() {
            return Math.round(100f * both / base);
        }
    }
}

package de.zuruf.app.mirror;

import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** What is computed from a customer's orders; value class and phase as of {@code computedAt}, for lists and reports. */
@Entity
@Table(name = "customer_figures")
public class FiguresRow {
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

    @Column(name = "revenue_12m")
    BigDecimal revenue12m;

    @Column(name = "margin_12m")
    BigDecimal margin12m;

    BigDecimal potential;

    @Column(name = "summed_month")
    int summedMonth;

    @Column(name = "computed_at")
    Instant computedAt;

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

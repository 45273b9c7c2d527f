package de.zuruf.app.mirror;

import de.zuruf.customer.OrderStatus;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An order with its lines. */
@Entity
@Table(name = "customer_order")
public class MirroredOrder extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    @Column(name = "ordered_on")
    LocalDate orderedOn;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    BigDecimal amount;
    BigDecimal margin;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "line")
    List<Line> lines = new ArrayList<>();

    /** A line. */
    @Embeddable
    public static class Line {
        @Column(name = "product_id")
        String productId;

        BigDecimal quantity;
        BigDecimal amount;
        BigDecimal margin;

        /** {@return the CRM's identity of the product} */
        public String productId() {
            return productId;
        }

        /** {@return in the product's unit} */
        public BigDecimal quantity() {
            return quantity;
        }

        /** {@return in EUR without tax} */
        public BigDecimal amount() {
            return amount;
        }

        /** {@return contribution margin in EUR} */
        public BigDecimal margin() {
            return margin;
        }
    }

    /** {@return the day} */
    public LocalDate orderedOn() {
        return orderedOn;
    }

    /** {@return what became of it} */
    public OrderStatus status() {
        return status;
    }

    /** {@return in EUR without tax} */
    public BigDecimal amount() {
        return amount;
    }

    /** {@return contribution margin in EUR} */
    public BigDecimal margin() {
        return margin;
    }

    /** {@return its lines} */
    public List<Line> lines() {
        return List.copyOf(lines);
    }
}

package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A line of an order; an entity of its own, because orders are mostly read without their lines. */
@Entity
@Table(name = "order_line")
@IdClass(MirroredOrderLine.Key.class)
public class MirroredOrderLine {
    @Id
    @Column(name = "order_id")
    Long orderId;

    @Id
    int line;

    @Column(name = "product_id")
    String productId;

    BigDecimal quantity;
    BigDecimal amount;
    BigDecimal margin;

    /** Identity of a line: its order and its place, from 0. */
    public record Key(Long orderId, int line) {}

    /** {@return our identity of the order} */
    public Long orderId() {
        return orderId;
    }

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
}

package de.zuruf.app.mirror;

import de.zuruf.customer.OrderStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An order. */
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
}

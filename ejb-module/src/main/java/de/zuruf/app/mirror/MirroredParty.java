package de.zuruf.app.mirror;

import de.zuruf.customer.Party;
import de.zuruf.customer.SizeClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A company. */
@Entity
@Table(name = "party")
public class MirroredParty extends Mirrored {
    String name;

    @Column(name = "search_name")
    String searchName;

    String industry;

    @Enumerated(EnumType.STRING)
    @Column(name = "size_class")
    SizeClass sizeClass;

    String street;
    String postcode;
    String city;
    String country;

    @Column(name = "owner_id")
    String ownerId;

    @Column(name = "inside_sales_id")
    String insideSalesId;

    BigDecimal potential;

    @Column(name = "customer_since")
    LocalDate customerSince;

    @Column(name = "cancelled_on")
    LocalDate cancelledOn;

    @Column(name = "payment_blocked")
    boolean paymentBlocked;

    boolean satisfied;

    /** Orders have changed since the figures were computed. */
    @Column(name = "figures_due")
    boolean figuresDue;

    void update(Party party) {
        name = party.name();
        searchName = SearchName.of(party.name() + " " + (party.city() == null ? "" : party.city()));
        industry = party.industry();
        sizeClass = party.size();
        street = party.street();
        postcode = party.postcode();
        city = party.city();
        country = party.country();
        ownerId = party.ownerId();
        insideSalesId = party.insideSalesId();
        potential = party.potential();
        customerSince = party.customerSince();
        cancelledOn = party.cancelledOn();
        paymentBlocked = party.paymentBlocked();
        satisfied = party.satisfied();
    }

    /** {@return the company's name} */
    public String name() {
        return name;
    }

    /** {@return a code of the industry; null when unknown} */
    public String industry() {
        return industry;
    }

    /** {@return possible revenue of a year in EUR as a person has entered it; null when nobody has} */
    public BigDecimal potential() {
        return potential;
    }

    /** {@return null for a lead} */
    public LocalDate customerSince() {
        return customerSince;
    }

    /** {@return day of notice; null when none was given} */
    public LocalDate cancelledOn() {
        return cancelledOn;
    }

    /** {@return null when unknown} */
    public String city() {
        return city;
    }

    /** {@return the company as a value, without its numbers} */
    public Party toParty() {
        return new Party(
                externalId,
                name,
                industry,
                sizeClass,
                street,
                postcode,
                city,
                country,
                ownerId,
                insideSalesId,
                potential,
                customerSince,
                cancelledOn,
                paymentBlocked,
                satisfied,
                List.of());
    }
}

package de.zuruf.crm.spi;

import de.zuruf.customer.Arrangement;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.Order;
import de.zuruf.customer.Party;
import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import de.zuruf.customer.Quote;

/** One change in the CRM: a record in its newest form, or its disappearance. */
public sealed interface CrmChange {

    /** A record was created or changed; the whole record is given. */
    sealed interface Upsert extends CrmChange {}

    record EmployeeChanged(Employee employee) implements Upsert {}

    record ProductGroupChanged(ProductGroup group) implements Upsert {}

    record ProductChanged(Product product) implements Upsert {}

    record PartyChanged(Party party) implements Upsert {}

    record ContactChanged(Contact contact) implements Upsert {}

    record OrderChanged(Order order) implements Upsert {}

    record QuoteChanged(Quote quote) implements Upsert {}

    record ComplaintChanged(Complaint complaint) implements Upsert {}

    record InteractionChanged(Interaction interaction) implements Upsert {}

    record ArrangementChanged(Arrangement arrangement) implements Upsert {}

    /**
     * A record no longer exists in the CRM.
     *
     * @param kind what it was
     * @param id   its identity there
     */
    record Deleted(Kind kind, String id) implements CrmChange {}

    /** Kinds of records. */
    enum Kind {
        EMPLOYEE,
        PRODUCT_GROUP,
        PRODUCT,
        PARTY,
        CONTACT,
        ORDER,
        QUOTE,
        COMPLAINT,
        INTERACTION,
        ARRANGEMENT
    }
}

package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.ArrangementChanged;
import de.zuruf.crm.spi.CrmChange.ComplaintChanged;
import de.zuruf.crm.spi.CrmChange.ContactChanged;
import de.zuruf.crm.spi.CrmChange.EmployeeChanged;
import de.zuruf.crm.spi.CrmChange.InteractionChanged;
import de.zuruf.crm.spi.CrmChange.OrderChanged;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.crm.spi.CrmChange.ProductChanged;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.spi.CrmChange.QuoteChanged;
import de.zuruf.crm.xml.MirrorDates;
import de.zuruf.crm.xml.MirrorReader;
import de.zuruf.crm.xml.MirrorSummary;
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import de.zuruf.customer.Quote;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.FiguresCalculator;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.ValueClassSettings;
import de.zuruf.segment.lifecycle.Lifecycle;
import de.zuruf.segment.lifecycle.LifecycleFacts;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The committed delivery as the product reads it on a given day; knows nothing of how it was made up. */
final class Delivered {
    final LocalDate today;
    final MirrorSummary summary;
    final Map<String, Employee> employees = new LinkedHashMap<>();
    final Map<String, ProductGroup> groups = new LinkedHashMap<>();
    final Map<String, Product> products = new LinkedHashMap<>();
    final Map<String, Party> parties = new LinkedHashMap<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Quote> quotes = new ArrayList<>();
    final List<Complaint> complaints = new ArrayList<>();
    final List<Interaction> interactions = new ArrayList<>();
    final List<Arrangement> arrangements = new ArrayList<>();
    private final Map<String, List<Order>> ordersOf = new LinkedHashMap<>();
    private final Map<String, CustomerFigures> figures = new LinkedHashMap<>();

    private Delivered(LocalDate today, InputStream in) {
        this.today = today;
        try (MirrorReader reader = new MirrorReader(in, MirrorDates.relativeTo(today))) {
            for (CrmChange change = reader.next(); change != null; change = reader.next()) {
                add(change);
            }
            summary = reader.summary();
        }
        orders.forEach(o ->
                ordersOf.computeIfAbsent(o.partyId(), id -> new ArrayList<>()).add(o));
        parties.keySet().forEach(id -> figures.put(id, FiguresCalculator.of(orders(id), this::groupOf)));
    }

    static Delivered on(LocalDate today) {
        return new Delivered(today, MirrorReader.class.getResourceAsStream("/de/zuruf/crm/xml/demo/demo-company.xml"));
    }

    private void add(CrmChange change) {
        if (change instanceof EmployeeChanged c) {
            employees.put(c.employee().id(), c.employee());
        } else if (change instanceof ProductGroupChanged c) {
            groups.put(c.group().id(), c.group());
        } else if (change instanceof ProductChanged c) {
            products.put(c.product().id(), c.product());
        } else if (change instanceof PartyChanged c) {
            parties.put(c.party().id(), c.party());
        } else if (change instanceof ContactChanged c) {
            contacts.add(c.contact());
        } else if (change instanceof OrderChanged c) {
            orders.add(c.order());
        } else if (change instanceof QuoteChanged c) {
            quotes.add(c.quote());
        } else if (change instanceof ComplaintChanged c) {
            complaints.add(c.complaint());
        } else if (change instanceof InteractionChanged c) {
            interactions.add(c.interaction());
        } else if (change instanceof ArrangementChanged c) {
            arrangements.add(c.arrangement());
        } else {
            throw new AssertionError("a complete delivery deletes nothing: " + change);
        }
    }

    List<Order> orders(String partyId) {
        return ordersOf.getOrDefault(partyId, List.of());
    }

    CustomerFigures figures(String partyId) {
        return figures.get(partyId);
    }

    LifecyclePhase phase(String partyId) {
        Party party = parties.get(partyId);
        LifecycleFacts facts = LifecycleFacts.of(party.customerSince(), party.cancelledOn(), figures(partyId), today);
        return Lifecycle.standard().step(null, facts, today).state().judged();
    }

    ValueClass valueClass(String partyId) {
        return ValueClass.of(
                figures(partyId).last12Months(today).revenue(),
                parties.get(partyId).potential(),
                ValueClassSettings.DEFAULT);
    }

    /** Products of the last 24 months. */
    Set<String> basket(String partyId) {
        Set<String> basket = new HashSet<>();
        for (Order order : orders(partyId)) {
            if (order.status() != OrderStatus.CANCELLED
                    && order.status() != OrderStatus.RETURNED
                    && order.orderedOn().isAfter(today.minusMonths(24))) {
                order.lines().forEach(line -> basket.add(line.productId()));
            }
        }
        return basket;
    }

    private String groupOf(String productId) {
        return products.get(productId).groupId();
    }
}

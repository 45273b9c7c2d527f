package de.zuruf.crm.spi;

import de.zuruf.crm.spi.CrmChange.ArrangementChanged;
import de.zuruf.crm.spi.CrmChange.ComplaintChanged;
import de.zuruf.crm.spi.CrmChange.ContactChanged;
import de.zuruf.crm.spi.CrmChange.EmployeeChanged;
import de.zuruf.crm.spi.CrmChange.InteractionChanged;
import de.zuruf.crm.spi.CrmChange.Kind;
import de.zuruf.crm.spi.CrmChange.OrderChanged;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.crm.spi.CrmChange.ProductChanged;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.spi.CrmChange.QuoteChanged;
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Channel;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import de.zuruf.customer.Quote;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.customer.SizeClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records that the contract puts into a CRM. */
final class ContractSamples {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private ContractSamples() {}

    /** One record of each kind, each referring to earlier ones only. */
    static List<CrmChange> oneOfEach(Set<Kind> kinds) {
        Map<Kind, CrmChange> all = new java.util.EnumMap<>(Kind.class);
        all.put(
                Kind.EMPLOYEE,
                new EmployeeChanged(new Employee(
                        "E-1", "Eva Groß", EmployeeRole.FIELD_SALES, "Nord", "eva@kunde.example", "221", null, false)));
        all.put(Kind.PRODUCT_GROUP, new ProductGroupChanged(new ProductGroup("G-1", "Wälzlager")));
        all.put(Kind.PRODUCT, new ProductChanged(new Product("P-1", "Rillenkugellager <6204>", "G-1", true)));
        all.put(Kind.PARTY, party("K-1", "Müller & Söhne"));
        all.put(
                Kind.CONTACT,
                new ContactChanged(new Contact(
                        "C-1",
                        "K-1",
                        "Ina Öztürk",
                        "Einkauf",
                        "ina@kunde.example",
                        true,
                        List.of(new PhoneNumber("030 / 231 25-311", NumberKind.DIRECT)))));
        all.put(
                Kind.ORDER,
                new OrderChanged(new Order(
                        "O-1",
                        "K-1",
                        DAY,
                        OrderStatus.DELIVERED,
                        List.of(new OrderLine(
                                "P-1", new BigDecimal("10"), new BigDecimal("99.90"), new BigDecimal("31.10"))))));
        all.put(
                Kind.QUOTE,
                new QuoteChanged(
                        new Quote("Q-1", "K-1", DAY, "Jahresbedarf", new BigDecimal("12500.00"), QuoteStatus.OPEN)));
        all.put(Kind.COMPLAINT, new ComplaintChanged(new Complaint("R-1", "K-1", DAY, null, "Falsche Menge")));
        all.put(
                Kind.INTERACTION,
                new InteractionChanged(new Interaction("I-1", "K-1", "C-1", "E-1", DAY, Channel.VISIT, "Besprochen.")));
        all.put(
                Kind.ARRANGEMENT,
                new ArrangementChanged(new Arrangement(
                        "A-1", "K-1", ArrangementKind.VISIT_PROMISE, "Muster bringen", DAY.plusDays(9))));
        all.keySet().retainAll(kinds);
        return List.copyOf(all.values());
    }

    static List<CrmChange> parties(int count) {
        List<CrmChange> parties = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parties.add(party("K-" + i, "Kunde " + i));
        }
        return parties;
    }

    /** The parties among the records under another name. */
    static List<CrmChange> renamed(List<CrmChange> changes) {
        return changes.stream()
                .filter(PartyChanged.class::isInstance)
                .map(change -> party(((PartyChanged) change).party().id(), "Umbenannt"))
                .toList();
    }

    private static CrmChange party(String id, String name) {
        return new PartyChanged(new Party(
                id,
                name,
                "MASCHINENBAU",
                SizeClass.MEDIUM,
                "Am Kanal 3",
                "10115",
                "Berlin",
                "DE",
                null,
                null,
                new BigDecimal("120000.00"),
                DAY.minusYears(2),
                null,
                false,
                true,
                List.of(new PhoneNumber("030 23125 31", NumberKind.HEAD))));
    }
}

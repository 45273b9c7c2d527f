package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.ArrangementChanged;
import de.zuruf.crm.spi.CrmChange.ComplaintChanged;
import de.zuruf.crm.spi.CrmChange.ContactChanged;
import de.zuruf.crm.spi.CrmChange.Deleted;
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
import java.util.List;

/** Records of every kind, each once with all that it can carry and once with as little as it may. */
final class SampleChanges {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static final List<CrmChange> ALL = List.of(
            new EmployeeChanged(new Employee(
                    "E1",
                    "Eva \"Evi\" Groß",
                    EmployeeRole.INSIDE_SALES,
                    "Nord & Ost",
                    "eva@example.org",
                    "201",
                    "E2",
                    true)),
            new EmployeeChanged(
                    new Employee("E2", "Udo Klein", EmployeeRole.FIELD_SALES, null, null, null, null, false)),
            new ProductGroupChanged(new ProductGroup("G1", "Wälzlager <neu>")),
            new ProductChanged(new Product("P1", "Rillenkugellager 6204", "G1", true)),
            new ProductChanged(new Product("P2", "Ausgelaufen", "G1", false)),
            new PartyChanged(new Party(
                    "C1",
                    "Müller & Söhne",
                    "MASCHINENBAU",
                    SizeClass.MEDIUM,
                    "Am Kanal 3",
                    "10115",
                    "Berlin",
                    "AT",
                    "E2",
                    "E1",
                    new BigDecimal("120000.00"),
                    DAY.minusYears(2),
                    DAY,
                    true,
                    true,
                    List.of(
                            new PhoneNumber("030 / 231 25-1", NumberKind.HEAD),
                            new PhoneNumber("+49 (0)30 23125 200", NumberKind.DIRECT)))),
            new PartyChanged(new Party(
                    "C2", "Lead", null, null, null, null, null, "DE", null, null, null, null, null, false, false,
                    List.of())),
            new ContactChanged(new Contact(
                    "K1",
                    "C1",
                    "Ina Öztürk",
                    "Einkauf",
                    "ina@example.org",
                    false,
                    List.of(new PhoneNumber("0170 1", NumberKind.MOBILE)))),
            new ContactChanged(new Contact("K2", "C1", "N. N.", null, null, true, List.of())),
            new OrderChanged(new Order(
                    "O1",
                    "C1",
                    DAY,
                    OrderStatus.DELIVERED,
                    List.of(
                            new OrderLine("P1", new BigDecimal("10"), new BigDecimal("99.90"), new BigDecimal("-3.10")),
                            new OrderLine(
                                    "P2", new BigDecimal("0.125"), new BigDecimal("1.00"), new BigDecimal("0.50"))))),
            new OrderChanged(new Order(
                    "O2",
                    "C1",
                    DAY,
                    OrderStatus.RETURNED,
                    List.of(new OrderLine(
                            "P1", new BigDecimal("-1"), new BigDecimal("-9.99"), new BigDecimal("-1.00"))))),
            new QuoteChanged(new Quote("Q1", "C1", DAY, "Förderband", new BigDecimal("12500.00"), QuoteStatus.OPEN)),
            new ComplaintChanged(new Complaint("R1", "C1", DAY, null, "Falsche Menge")),
            new ComplaintChanged(new Complaint("R2", "C1", DAY, DAY.plusDays(4), "Defekt")),
            new InteractionChanged(
                    new Interaction("I1", "C1", "K1", "E2", DAY, Channel.VISIT, "Erste Zeile\nZweite\tZeile & mehr")),
            new InteractionChanged(new Interaction("I2", "C1", null, null, DAY, Channel.SHOP, "Bestellt")),
            new ArrangementChanged(
                    new Arrangement("A1", "C1", ArrangementKind.VISIT_PROMISE, "Muster bringen", DAY.plusDays(9))),
            new ArrangementChanged(
                    new Arrangement("A2", "C1", ArrangementKind.SPECIAL_SERVICE, "Lieferung bis 7 Uhr", null)),
            new Deleted(Kind.ORDER, "O9"));

    private SampleChanges() {}
}

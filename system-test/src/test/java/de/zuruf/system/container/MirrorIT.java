package de.zuruf.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.app.mirror.MirrorLoader;
import de.zuruf.app.scoring.FiguresKeeper;
import de.zuruf.crm.spi.CrmBatch;
import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmCursor;
import de.zuruf.customer.Contact;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import de.zuruf.customer.SizeClass;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Changes from the CRM become the mirror: bad references are reported, the rest is taken, the cursor moves with it. */
@ArquillianTest
public class MirrorIT {

    @Deployment
    static EnterpriseArchive ear() {
        return TestEar.with(MirrorIT.class);
    }

    @Inject
    private MirrorLoader loader;

    @Inject
    private FiguresKeeper figures;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String adapter = "test-" + suffix;

    private Party party(String name, String number) {
        return new Party(
                "p-" + suffix,
                name,
                "MACHINERY",
                SizeClass.values()[0],
                "Am Prüfstand 1",
                "10115",
                "Berlin",
                "DE",
                null,
                null,
                new BigDecimal("100000.00"),
                LocalDate.of(2024, 1, 1),
                null,
                false,
                false,
                List.of(new PhoneNumber(number, NumberKind.values()[0])));
    }

    private void apply(CrmChange... changes) {
        long run = loader.begin("test " + suffix);
        loader.apply(adapter, run, new CrmBatch(List.of(changes), new CrmCursor("after-" + changes.length)));
        loader.finish(run);
    }

    private String problems() {
        return String.join(
                "\n",
                Rows.of(
                        "select problems from import_run where source = ? and problems is not null order by id desc",
                        "test " + suffix));
    }

    @Test
    public void aPartyItsNumbersAndOrdersAreTaken() {
        apply(
                new CrmChange.ProductGroupChanged(new ProductGroup("g-" + suffix, "Pumpen")),
                new CrmChange.ProductChanged(new Product("a-" + suffix, "Pumpe", "g-" + suffix, true)),
                new CrmChange.PartyChanged(party("Prüf & Söhne", "030 23125 777")),
                new CrmChange.OrderChanged(new Order(
                        "o-" + suffix,
                        "p-" + suffix,
                        LocalDate.of(2026, 1, 15),
                        OrderStatus.values()[0],
                        List.of(new OrderLine(
                                "a-" + suffix, BigDecimal.TEN, new BigDecimal("1234.50"), new BigDecimal("234.50"))))));
        String id = Rows.one("select id from party where external_id = ?", "p-" + suffix);
        assertEquals("+493023125777", Rows.one("select e164 from phone_number where party_id = ?", Long.valueOf(id)));
        assertEquals("1234.50", Rows.one("select amount from customer_order where party_id = ?", Long.valueOf(id)));
        assertEquals("after-4", loader.cursor(adapter).value());
        while (figures.computeSome()) {
            // Until nothing is due.
        }
        assertEquals(
                "2026-01-15",
                Rows.one("select last_order_on from customer_figures where party_id = ?", Long.valueOf(id)));
    }

    @Test
    public void sumsAreComputedAnewWithoutAChange() {
        apply(new CrmChange.PartyChanged(party("Früher GmbH", "030 23125 779")));
        while (figures.computeSome()) {
            // Until nothing is due: a new party is, even without an order.
        }
        Long id = Long.valueOf(Rows.one("select id from party where external_id = ?", "p-" + suffix));
        assertEquals("100000.00", Rows.one("select potential from customer_figures where party_id = ?", id));
        Rows.change("update customer_figures set revenue_12m = 987654, value_class = 'A' where party_id = ?", id);
        figures.compute(List.of(id));
        assertEquals(
                1,
                Rows.count(
                        "select count(*) from customer_figures where party_id = ? and revenue_12m = 0 and value_class <> 'A'",
                        id));
    }

    @Test
    public void aChangedPotentialMakesTheFiguresDue() {
        apply(new CrmChange.PartyChanged(party("Größer GmbH", "030 23125 780")));
        while (figures.computeSome()) {
            // Until nothing is due.
        }
        Party same = party("Größer AG", "030 23125 780");
        apply(new CrmChange.PartyChanged(same));
        String due = "select count(*) from party where external_id = ? and figures_due = true";
        assertEquals(0, Rows.count(due, "p-" + suffix), "another name is nothing to them");
        apply(new CrmChange.PartyChanged(new Party(
                same.id(),
                same.name(),
                same.industry(),
                same.size(),
                same.street(),
                same.postcode(),
                same.city(),
                same.country(),
                same.ownerId(),
                same.insideSalesId(),
                new BigDecimal("900000"),
                same.customerSince(),
                same.cancelledOn(),
                same.paymentBlocked(),
                same.satisfied(),
                same.numbers())));
        assertEquals(1, Rows.count(due, "p-" + suffix));
    }

    @Test
    public void theSameBatchAgainChangesNothing() {
        for (int i = 0; i < 2; i++) {
            apply(new CrmChange.PartyChanged(party("Zweimal GmbH", "030 23125 778")));
        }
        assertEquals(1, Rows.count("select count(*) from party where external_id = ?", "p-" + suffix));
        assertEquals(
                1,
                Rows.count(
                        "select count(*) from phone_number n join party p on p.id = n.party_id where p.external_id = ?",
                        "p-" + suffix));
    }

    @Test
    public void aChangedNumberReplacesTheOld() {
        apply(new CrmChange.PartyChanged(party("Umzug GmbH", "030 23125 771")));
        apply(new CrmChange.PartyChanged(party("Umzug GmbH", "030 23125 772")));
        assertEquals(
                List.of("+493023125772"),
                Rows.of(
                        "select e164 from phone_number n join party p on p.id = n.party_id where p.external_id = ?",
                        "p-" + suffix));
    }

    @Test
    public void badReferencesAndNumbersAreReportedAndTheRestIsTaken() {
        apply(
                new CrmChange.PartyChanged(party("Mit Fehlern GmbH", "keine Nummer")),
                new CrmChange.ContactChanged(
                        new Contact("c-" + suffix, "p-nirgends", "Nie Mand", null, null, true, List.of())),
                new CrmChange.OrderChanged(new Order(
                        "o-" + suffix, "p-nirgends", LocalDate.of(2026, 1, 15), OrderStatus.values()[0], List.of())),
                new CrmChange.ProductChanged(new Product("a-" + suffix, "Ohne Gruppe", "g-nirgends", true)));
        assertEquals(1, Rows.count("select count(*) from party where external_id = ?", "p-" + suffix));
        assertEquals(0, Rows.count("select count(*) from contact where external_id = ?", "c-" + suffix));
        assertEquals(0, Rows.count("select count(*) from customer_order where external_id = ?", "o-" + suffix));
        assertTrue(problems().contains("p-nirgends"), problems());
        assertTrue(problems().contains("g-nirgends"), problems());
        assertTrue(!problems().contains("keine Nummer"), "a telephone number belongs into no report");
    }

    @Test
    public void aBatchIsTakenAsAWholeOrNotAtAll() {
        String tooLong = "x".repeat(500);
        assertThrows(
                RuntimeException.class,
                () -> apply(
                        new CrmChange.PartyChanged(party("Halb GmbH", "030 23125 773")),
                        new CrmChange.PartyChanged(new Party(
                                "q-" + suffix,
                                tooLong,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "DE",
                                null,
                                null,
                                null,
                                null,
                                null,
                                false,
                                false,
                                List.of()))));
        assertEquals(0, Rows.count("select count(*) from party where external_id = ?", "p-" + suffix));
        assertEquals(CrmCursor.START, loader.cursor(adapter));
    }

    @Test
    public void aDeletedPartyTakesItsOwnWithIt() {
        apply(
                new CrmChange.PartyChanged(party("Weg GmbH", "030 23125 774")),
                new CrmChange.ContactChanged(new Contact(
                        "c-" + suffix,
                        "p-" + suffix,
                        "Erika Weg",
                        "Einkauf",
                        null,
                        true,
                        List.of(new PhoneNumber("030 23125 775", NumberKind.values()[0])))));
        apply(new CrmChange.Deleted(CrmChange.Kind.PARTY, "p-" + suffix));
        assertEquals(0, Rows.count("select count(*) from party where external_id = ?", "p-" + suffix));
        assertEquals(0, Rows.count("select count(*) from contact where external_id = ?", "c-" + suffix));
        assertEquals(0, Rows.count("select count(*) from phone_number where e164 = '+493023125775'"));
        // Gone already: told again, nothing happens.
        apply(new CrmChange.Deleted(CrmChange.Kind.PARTY, "p-" + suffix));
    }
}

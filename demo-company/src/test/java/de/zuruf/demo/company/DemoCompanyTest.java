package de.zuruf.demo.company;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.crm.xml.MirrorReader;
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.E164;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.segment.CrossSell;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.Rhythm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoCompanyTest {
    private static final DemoData MADE_UP = DemoCompany.generate();
    private static final NumberPlan PLAN = new NumberPlan(NumberPlan.Settings.DEFAULT);
    private static final Pattern RESERVED = Pattern.compile("\\+49(3023125|6990009|4066969|2214710|8999998)(\\d{1,3})");

    /** A week of days, ends of months and years, leap days and the days around them. */
    static Stream<LocalDate> days() {
        return Stream.concat(
                LocalDate.of(2026, 11, 20).datesUntil(LocalDate.of(2026, 11, 28)),
                Stream.of(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 3, 1),
                        LocalDate.of(2028, 2, 28),
                        LocalDate.of(2028, 2, 29),
                        LocalDate.of(2028, 3, 1),
                        LocalDate.of(2031, 8, 16)));
    }

    @Test
    void theSameSeedMakesTheSameBytesAsCommitted() throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        DemoCompany.write(DemoCompany.generate(), again);
        try (InputStream committed =
                MirrorReader.class.getResourceAsStream("/de/zuruf/crm/xml/demo/demo-company.xml")) {
            assertArrayEquals(committed.readAllBytes(), again.toByteArray(), "run the generator and commit its output");
        }
        assertTrue(again.size() < 4_000_000, "the product carries this file");
        assertEquals(
                Files.readString(Path.of("..", "docs", "demo-company.md")),
                DemoTable.of(MADE_UP),
                "run the generator and commit its output");
    }

    @ParameterizedTest
    @MethodSource("days")
    void isFreeOfProblemsOnEveryDay(LocalDate today) {
        Delivered delivered = Delivered.on(today);
        assertEquals(List.of(), delivered.summary.problems());
        assertEquals(MADE_UP.changes().size(), delivered.summary.acceptedCount());
        assertReferencesHold(delivered);
        delivered.orders.forEach(order -> {
            assertFalse(order.orderedOn().isAfter(today), order::id);
            assertTrue(order.orderedOn().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0, order::id);
            assertFalse(
                    order.orderedOn()
                            .isBefore(delivered.parties.get(order.partyId()).customerSince()),
                    () -> order.id() + " is older than the customer");
        });
        delivered.interactions.forEach(i -> assertFalse(i.heldOn().isAfter(today), i::id));
        delivered.quotes.forEach(q -> assertFalse(q.quotedOn().isAfter(today), q::id));
    }

    private static void assertReferencesHold(Delivered d) {
        Set<String> contactIds = d.contacts.stream().map(Contact::id).collect(Collectors.toSet());
        assertEquals(d.contacts.size(), contactIds.size());
        d.products.values().forEach(p -> assertTrue(d.groups.containsKey(p.groupId())));
        d.parties.values().forEach(p -> {
            assertEquals(EmployeeRole.FIELD_SALES, d.employees.get(p.ownerId()).role());
            assertEquals(
                    EmployeeRole.INSIDE_SALES,
                    d.employees.get(p.insideSalesId()).role());
        });
        d.contacts.forEach(c -> assertTrue(d.parties.containsKey(c.partyId())));
        d.orders.forEach(o -> {
            assertTrue(d.parties.containsKey(o.partyId()));
            o.lines().forEach(l -> assertTrue(d.products.containsKey(l.productId())));
        });
        d.interactions.forEach(i -> {
            assertTrue(d.parties.containsKey(i.partyId()));
            assertTrue(i.contactId() == null || contactIds.contains(i.contactId()));
            assertTrue(i.employeeId() == null || d.employees.containsKey(i.employeeId()));
        });
        Stream.of(
                        d.quotes.stream().map(q -> q.partyId()),
                        d.complaints.stream().map(c -> c.partyId()),
                        d.arrangements.stream().map(a -> a.partyId()))
                .flatMap(Function.identity())
                .forEach(id -> assertTrue(d.parties.containsKey(id)));
    }

    @Test
    void isABelievableCompany() {
        Delivered d = Delivered.on(DemoCompany.ANCHOR);
        assertTrue(d.parties.size() >= 280 && d.parties.size() <= 320, () -> "customers: " + d.parties.size());
        assertTrue(d.products.size() >= 60 && d.products.size() <= 90);
        assertEquals(10, d.groups.size());
        assertEquals(
                d.parties.size(),
                d.parties.values().stream().map(Party::name).distinct().count());
        Map<String, Long> teams = d.employees.values().stream()
                .filter(e -> e.role() == EmployeeRole.INSIDE_SALES)
                .collect(Collectors.groupingBy(e -> e.team(), Collectors.counting()));
        assertEquals(Map.of("Innendienst Nord", 6L, "Innendienst Süd", 6L), teams);
        assertEquals(1, d.employees.values().stream().filter(e -> e.absent()).count());
        d.employees.values().stream()
                .filter(e -> e.absent())
                .forEach(e -> assertFalse(d.employees.get(e.deputyId()).absent()));
        Set<OrderStatus> statuses = d.orders.stream().map(o -> o.status()).collect(Collectors.toSet());
        assertEquals(Set.of(OrderStatus.values()), statuses);
        assertEquals(5, d.interactions.stream().map(i -> i.channel()).distinct().count());
    }

    @Test
    void everyNumberIsReservedForFiction() {
        Delivered d = Delivered.on(DemoCompany.ANCHOR);
        Map<String, List<String>> heads = new HashMap<>();
        d.parties
                .values()
                .forEach(p -> p.numbers().forEach(n -> {
                    String tail = tail(n);
                    assertEquals(tail.length() == 3 ? NumberKind.DIRECT : NumberKind.HEAD, n.kind(), n::raw);
                    if (n.kind() == NumberKind.HEAD) {
                        heads.computeIfAbsent(e164(n), key -> new ArrayList<>()).add(p.id());
                    }
                }));
        d.contacts.forEach(c -> c.numbers().forEach(n -> {
            assertEquals(NumberKind.DIRECT, n.kind());
            assertEquals(3, tail(n).length(), n::raw);
            String number = e164(n);
            assertTrue(
                    heads.entrySet().stream()
                            .anyMatch(h -> number.startsWith(h.getKey())
                                    && h.getValue().contains(c.partyId())),
                    () -> "an extension without its head: " + n.raw());
        }));
        List<String> all = Stream.concat(
                        d.parties.values().stream().flatMap(p -> p.numbers().stream()),
                        d.contacts.stream().flatMap(c -> c.numbers().stream()))
                .map(DemoCompanyTest::e164)
                .toList();
        assertTrue(all.stream().noneMatch(n -> n.matches("\\+4930231251.*|\\+4930231252.*")), "1xx and 2xx are ours");
        for (String head : heads.keySet()) {
            assertEquals(
                    1,
                    heads.keySet().stream()
                            .filter(other -> other.startsWith(head))
                            .count(),
                    () -> "heads overlap at " + head);
        }
        assertEquals(2, heads.values().stream().filter(p -> p.size() == 3).count(), "numbers of several companies");
        assertTrue(
                Stream.concat(
                                        d.parties.values().stream().flatMap(p -> p.numbers().stream()),
                                        d.contacts.stream().flatMap(c -> c.numbers().stream()))
                                .map(n -> n.raw().replaceAll("\\d", "9").replaceAll("9+", "9"))
                                .distinct()
                                .count()
                        >= 8,
                "numbers are written in many ways");
        MADE_UP.parts()
                .forEach(part -> assertEquals(
                        3,
                        RESERVED.matcher(part.callFrom())
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(2)
                                .length()));
    }

    private static String e164(PhoneNumber number) {
        NumberOutcome outcome = PLAN.normalise(number.raw());
        assertTrue(outcome instanceof NumberOutcome.Valid, () -> number.raw() + " is " + outcome);
        E164 valid = ((NumberOutcome.Valid) outcome).number();
        return valid.value();
    }

    private static String tail(PhoneNumber number) {
        var matcher = RESERVED.matcher(e164(number));
        assertTrue(matcher.matches(), () -> number.raw() + " is not reserved for fiction");
        return matcher.group(2);
    }

    /** The signal of each occasion, from the data alone, against what was made up. */
    @ParameterizedTest
    @MethodSource("days")
    void everyOccasionIsThereAndNobodyElseShowsOne(LocalDate today) {
        Delivered d = Delivered.on(today);
        Map<Plot, Set<String>> signals = new HashMap<>();
        signals.put(
                Plot.WELCOME,
                who(d, id -> d.figures(id).daysSinceFirstOrder(today).stream().anyMatch(days -> days <= 90)));
        Predicate<String> alive = id -> d.phase(id) != LifecyclePhase.LOST;
        Predicate<String> silent = alive.and(
                id -> Rhythm.of(d.figures(id), today).filter(Rhythm::unusual).isPresent());
        signals.put(Plot.CHURN, who(d, id -> alive.test(id) && d.phase(id) == LifecyclePhase.AT_RISK));
        signals.put(Plot.RHYTHM, who(d, silent.and(id -> d.phase(id) != LifecyclePhase.AT_RISK)));
        signals.put(Plot.VANISHED_GROUP, who(d, id -> !d.figures(id).vanished().isEmpty()));
        signals.put(Plot.CANCELLED, who(d, id -> d.parties.get(id).cancelledOn() != null));
        signals.put(
                Plot.LOST,
                who(
                        d,
                        id -> d.phase(id) == LifecyclePhase.LOST
                                && d.parties.get(id).cancelledOn() == null));
        signals.put(Plot.CROSS_SELL, crossSell(d, id -> d.parties.get(id).industry() + d.valueClass(id)));
        assertEquals(
                signals.get(Plot.CROSS_SELL),
                crossSell(d, id -> d.parties.get(id).industry()),
                "with peers of all value classes as well");
        signals.put(Plot.POTENTIAL, who(d, id -> {
            BigDecimal potential = d.parties.get(id).potential();
            CustomerFigures figures = d.figures(id);
            return potential != null
                    && figures.orderDays() > 1
                    && potential.doubleValue()
                            > 4 * figures.last12Months(today).revenue().doubleValue();
        }));
        signals.put(Plot.NEED_CHANGE, who(d, id -> {
            Double factor = d.figures(id).volumeFactor();
            return factor != null && (factor > 1.5 || factor < 0.67);
        }));
        signals.put(
                Plot.CONTACT_CHANGE,
                d.contacts.stream()
                        .filter(c -> !c.active())
                        .map(Contact::partyId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        signals.put(
                Plot.COMPLAINT,
                d.complaints.stream()
                        .filter(c -> c.solvedOn() == null)
                        .map(Complaint::partyId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        signals.put(
                Plot.COMPLAINT_SOLVED,
                d.complaints.stream()
                        .filter(c -> c.solvedOn() != null && c.solvedOn().isAfter(today.minusDays(30)))
                        .map(Complaint::partyId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        signals.put(
                Plot.REFERRAL,
                who(
                        d,
                        id -> d.parties.get(id).satisfied()
                                && d.figures(id)
                                        .growthFactor(today)
                                        .filter(f -> f > 1.1)
                                        .isPresent()));
        Set<String> overdue = d.quotes.stream()
                .filter(q -> q.status() == QuoteStatus.OPEN && q.quotedOn().isBefore(today.minusDays(7)))
                .map(q -> q.partyId())
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(overdue.stream().anyMatch(signals.get(Plot.COMPLAINT)::contains), "a complaint hides a quote");
        overdue.removeAll(signals.get(Plot.COMPLAINT));
        signals.put(Plot.QUOTE, overdue);
        signals.put(Plot.LEAD, who(d, id -> d.phase(id) == LifecyclePhase.LEAD));
        signals.put(Plot.SPECIAL_SERVICE, arranged(d, a -> a.kind() == ArrangementKind.SPECIAL_SERVICE));
        signals.put(
                Plot.VISIT_PROMISE,
                arranged(
                        d,
                        a -> a.kind() == ArrangementKind.VISIT_PROMISE
                                && !a.dueOn().isAfter(today)
                                && a.dueOn().isAfter(today.minusDays(10))));
        signals.put(
                Plot.REVIEW,
                arranged(
                        d,
                        a -> a.kind() == ArrangementKind.REVIEW
                                && a.dueOn().isAfter(today)
                                && a.dueOn().isBefore(today.plusDays(30))));
        Map<String, LocalDate> lastContact = d.interactions.stream()
                .collect(Collectors.toMap(i -> i.partyId(), i -> i.heldOn(), (a, b) -> a.isAfter(b) ? a : b));
        signals.put(
                Plot.CARE, who(d, id -> alive.test(id) && ChronoUnit.DAYS.between(lastContact.get(id), today) > 160));

        for (Plot plot : Plot.values()) {
            if (plot != Plot.SHARED_NUMBER) {
                Set<String> intended = MADE_UP.parts().stream()
                        .filter(part -> part.plot() == plot)
                        .map(Part::partyId)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertTrue(intended.size() >= 2, () -> plot + " occurs once only");
                assertEquals(intended, signals.get(plot), plot::toString);
            }
        }
        assertEquals(Plot.values().length - 1, signals.size(), () -> "unchecked: " + Arrays.toString(Plot.values()));
    }

    private static Set<String> who(Delivered d, Predicate<String> signal) {
        return d.parties.keySet().stream().filter(signal).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arranged(Delivered d, Predicate<Arrangement> signal) {
        return d.arrangements.stream()
                .filter(signal)
                .map(Arrangement::partyId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> crossSell(Delivered d, Function<String, String> segment) {
        CrossSell crossSell = new CrossSell(CrossSell.Settings.DEFAULT);
        d.parties.keySet().forEach(id -> crossSell.count(segment.apply(id), d.basket(id)));
        return who(
                d,
                id -> crossSell
                        .hint(
                                segment.apply(id),
                                d.basket(id),
                                product -> d.products.get(product).orderable())
                        .isPresent());
    }
}

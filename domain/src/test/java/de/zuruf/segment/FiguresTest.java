package de.zuruf.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.lifecycle.Lifecycle;
import de.zuruf.segment.lifecycle.LifecycleFacts;
import de.zuruf.segment.lifecycle.LifecycleState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Order order(LocalDate on, OrderStatus status, String amount, String... products) {
        List<OrderLine> lines = new ArrayList<>();
        for (String product : products) {
            lines.add(new OrderLine(
                    product,
                    BigDecimal.ONE,
                    new BigDecimal(amount),
                    new BigDecimal(amount).multiply(new BigDecimal("0.25"))));
        }
        return new Order("o", "p", on, status, lines);
    }

    private static Order order(LocalDate on, String amount, String... products) {
        return order(on, OrderStatus.DELIVERED, amount, products);
    }

    /** The group of product {@code DICHT-7} is {@code DICHT}. */
    private static CustomerFigures figures(List<Order> orders) {
        return FiguresCalculator.of(orders, p -> p.equals("gone") ? null : p.split("-")[0]);
    }

    /** Orders whose gaps are these, the latest {@code silent} days before today. */
    private static List<Order> withGaps(int silent, int... gapsLatestFirst) {
        List<Order> orders = new ArrayList<>();
        LocalDate on = TODAY.minusDays(silent);
        orders.add(order(on, "100.00", "A-1"));
        for (int gap : gapsLatestFirst) {
            on = on.minusDays(gap);
            orders.add(order(on, "100.00", "A-1"));
        }
        return orders;
    }

    @Test
    void nobodyWhoNeverOrderedHasFigures() {
        CustomerFigures none = figures(List.of());
        assertEquals(CustomerFigures.NONE, none);
        assertTrue(none.daysSinceLastOrder(TODAY).isEmpty());
        assertEquals(MonthSum.ZERO, none.last12Months(TODAY));
        assertEquals(Optional.empty(), Rhythm.of(none, TODAY));
        assertEquals(Optional.empty(), none.growthFactor(TODAY));
    }

    @Test
    void cancelledOrdersAreNoneAndReturnsOnlyReduceRevenue() {
        CustomerFigures figures = figures(List.of(
                order(TODAY.minusDays(30), "100.00", "A-1", "B-1"),
                order(TODAY.minusDays(20), OrderStatus.CANCELLED, "9999.00", "C-1"),
                order(TODAY.minusDays(10), OrderStatus.RETURNED, "-40.00", "A-1")));
        assertEquals(1, figures.orderDays());
        assertEquals(TODAY.minusDays(30), figures.lastOrderOn());
        assertEquals(
                0, new BigDecimal("160").compareTo(figures.last12Months(TODAY).revenue()));
        assertEquals(
                0, new BigDecimal("40").compareTo(figures.last12Months(TODAY).margin()));
        assertEquals(
                List.of("A", "B"), figures.groups().keySet().stream().sorted().toList());
    }

    @Test
    void aReturnAloneIsNoOrder() {
        CustomerFigures figures = figures(List.of(order(TODAY, OrderStatus.RETURNED, "-40.00", "A-1")));
        assertEquals(0, figures.orderDays());
        assertNull(figures.lastOrderOn());
        assertEquals(-40, figures.last12Months(TODAY).revenue().intValue());
    }

    @Test
    void ordersOfOneDayAreOne() {
        CustomerFigures figures = figures(List.of(
                order(TODAY, "1.00", "A-1"), order(TODAY, "2.00", "A-2"), order(TODAY.minusDays(7), "3.00", "gone")));
        assertEquals(2, figures.orderDays());
        assertEquals(1, figures.gapCount());
        assertEquals(7, figures.usualGap());
        assertEquals(new GroupFigures(TODAY, 1), figures.groups().get("A"));
        assertEquals(1, figures.groups().size());
    }

    @Test
    void rhythmIsTheMedianOfTheLatestTwelveGaps() {
        // The old gaps of 90 days are no longer this customer's rhythm; one holiday of 60 days does not blur it.
        CustomerFigures figures =
                figures(withGaps(39, 21, 18, 25, 60, 21, 19, 24, 20, 21, 23, 17, 22, 90, 90, 90, 90, 90, 90));
        assertEquals(12, figures.gapCount());
        Rhythm rhythm = Rhythm.of(figures, TODAY).orElseThrow();
        assertEquals(21, rhythm.usualDays());
        assertEquals(3, rhythm.spreadDays());
        assertEquals(39, rhythm.daysSinceLast());
        assertTrue(rhythm.unusual());
        assertEquals("üblich alle 21 ± 3 Tage, jetzt 39", rhythm.words().de());
        assertEquals("usually every 21 ± 3 days, now 39", rhythm.words().en());
    }

    @Test
    void silenceIsUnusualByTheCustomersOwnRhythm() {
        int[] clockwork = {20, 20, 20, 20, 20};
        assertFalse(unusual(29, clockwork));
        assertTrue(unusual(30, clockwork));
        int[] loose = {10, 30, 20, 5, 35, 20};
        assertFalse(unusual(40, loose));
        assertTrue(unusual(60, loose));
        assertFalse(unusual(0, clockwork));
    }

    private static boolean unusual(int silent, int... gaps) {
        return Rhythm.of(figures(withGaps(silent, gaps)), TODAY).orElseThrow().unusual();
    }

    @Test
    void fourOrdersAreNoRhythm() {
        assertEquals(Optional.empty(), Rhythm.of(figures(withGaps(100, 10, 10, 10)), TODAY));
        assertTrue(Rhythm.of(figures(withGaps(100, 10, 10, 10, 10)), TODAY).isPresent());
    }

    @Test
    void dailyOrdersReadWell() {
        Rhythm rhythm = Rhythm.of(figures(withGaps(4, 1, 1, 1, 1, 1)), TODAY).orElseThrow();
        assertEquals("üblich jeden Tag, jetzt 4", rhythm.words().de());
        assertTrue(rhythm.unusual());
    }

    @Test
    void theOrderOfTheOrdersDoesNotMatter() {
        List<Order> orders = new ArrayList<>(withGaps(39, 21, 18, 25, 60, 21, 19));
        CustomerFigures expected = figures(orders);
        Collections.shuffle(orders, new Random(5));
        assertEquals(expected, figures(orders));
    }

    @Test
    void storedFiguresDoNotAge() {
        CustomerFigures figures = figures(List.of(
                order(LocalDate.of(2026, 11, 2), "100.00", "A-1"),
                order(LocalDate.of(2025, 12, 31), "10.00", "A-1"),
                order(LocalDate.of(2025, 11, 30), "1.00", "A-1")));
        assertEquals(110, figures.last12Months(TODAY).revenue().intValue());
        assertEquals(1, figures.previous12Months(TODAY).revenue().intValue());
        LocalDate january = LocalDate.of(2027, 1, 1);
        assertEquals(100, figures.last12Months(january).revenue().intValue());
        assertEquals(11, figures.previous12Months(january).revenue().intValue());
        assertEquals(60, figures.daysSinceLastOrder(january).orElseThrow());
        List<MonthSum> trend = figures.monthly(YearMonth.from(TODAY), 12);
        assertEquals(12, trend.size());
        assertEquals(10, trend.get(0).revenue().intValue());
        assertEquals(100, trend.get(11).revenue().intValue());
    }

    @Test
    void growthComparesCompleteMonths() {
        CustomerFigures figures = figures(List.of(
                order(LocalDate.of(2026, 11, 2), "7777.00", "A-1"),
                order(LocalDate.of(2026, 10, 2), "50.00", "A-1"),
                order(LocalDate.of(2025, 10, 2), "100.00", "A-1")));
        assertEquals(0.5, figures.growthFactor(TODAY).orElseThrow(), 1e-9);
    }

    @Test
    void onlyThirtySevenMonthsAreKept() {
        List<Order> orders = new ArrayList<>();
        for (int back = 0; back < 60; back++) {
            orders.add(order(TODAY.minusMonths(back), "1.00", "A-1"));
        }
        CustomerFigures figures = figures(orders);
        assertEquals(37, figures.months().size());
        assertEquals(60, figures.orderDays());
        assertEquals(YearMonth.of(2023, 11), figures.months().firstKey());
    }

    @Test
    void aGroupVanishes() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LocalDate on = TODAY.minusDays(10 + 20L * i);
            orders.add(
                    i < 3 ? order(on, "10.00", "A-1") : order(on, "10.00", "A-1", i % 2 == 0 ? "C-1" : "A-2", "B-1"));
        }
        assertEquals(List.of(new VanishedGroup("B", 9, 9, 3)), figures(orders).vanished());
        // In only half of the earlier orders: it comes and goes.
        assertFalse(
                figures(orders).vanished().stream().anyMatch(v -> v.groupId().equals("C")));
        orders.add(order(TODAY, "10.00", "B-9"));
        assertEquals(List.of(), figures(orders).vanished());
    }

    @Test
    void volumeDropsAndJumps() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            orders.add(order(TODAY.minusDays(10 + 20L * i), i < 3 ? "40.00" : "100.00", "A-1"));
        }
        assertEquals(0.4, figures(orders).volumeFactor(), 1e-9);
        assertNull(figures(orders.subList(0, 6)).volumeFactor());
    }

    @Test
    void figuresSurviveTheirText() {
        List<Order> orders = new ArrayList<>(withGaps(39, 21, 18, 25, 400, 21, 19, 24));
        orders.add(order(TODAY.minusDays(300), "12345.67", "Öl|;,%+ ß-1"));
        CustomerFigures figures = figures(orders);
        String text = figures.toText();
        assertEquals(figures, CustomerFigures.parse(text));
        assertTrue(text.chars().allMatch(c -> c >= ' ' && c < 127), text);
        assertEquals(CustomerFigures.NONE, CustomerFigures.parse(CustomerFigures.NONE.toText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2|||||||||||",
                "1||||x|0|0.0|0.0||||",
                "1|2026-13-01||||0|0|0.0|0.0||||",
                "1||||0|0|0.0|0.0|2026-11||||",
                "1||||0|0|0.0|0.0||A,2026-11-22,x||",
                "1||||0|0|0.0|0.0||%zz,2026-11-22,1||",
            })
    void otherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> CustomerFigures.parse(text));
    }

    @Test
    void phasesFollowTheRules() {
        LocalDate since = LocalDate.of(2020, 1, 1);
        assertPhase(LifecyclePhase.LEAD, null, null, List.of());
        assertPhase(LifecyclePhase.LOST, since, null, List.of());
        assertPhase(LifecyclePhase.LOST, since, TODAY.minusDays(9), withGaps(20, 20, 20, 20, 20, 20));
        assertPhase(LifecyclePhase.REGAINED, since, TODAY.minusDays(30), withGaps(20, 20, 20, 20, 20, 20));
        assertPhase(LifecyclePhase.REGAINED, since, null, withGaps(20, 20, 500, 20, 20, 20));
        assertPhase(LifecyclePhase.LOST, since, null, withGaps(365, 20, 20, 20, 20));
        assertPhase(LifecyclePhase.NEW, since, null, withGaps(5));
        assertPhase(LifecyclePhase.NEW, since, null, withGaps(89));
        assertPhase(LifecyclePhase.DEVELOPING, since, null, withGaps(90));
        assertPhase(LifecyclePhase.DEVELOPING, since, null, withGaps(10, 20, 20, 20, 20, 20, 20));
        int[] steady = new int[25];
        java.util.Arrays.fill(steady, 20);
        assertPhase(LifecyclePhase.REGULAR, since, null, withGaps(10, steady));
        // Unusual, which calls for a prompt, is not yet at risk.
        assertPhase(LifecyclePhase.REGULAR, since, null, withGaps(39, steady));
        assertPhase(LifecyclePhase.AT_RISK, since, null, withGaps(50, steady));
        assertPhase(LifecyclePhase.AT_RISK, since, null, withGaps(180, 100));
        // Who orders once in two years is not lost after one.
        assertPhase(LifecyclePhase.REGULAR, since, null, withGaps(380, 360, 355, 350, 345, 340));
    }

    private static void assertPhase(LifecyclePhase expected, LocalDate since, LocalDate cancelled, List<Order> orders) {
        LifecycleState judged = judged(since, cancelled, orders);
        assertEquals(expected, judged.judged(), judged.reason().de());
        assertFalse(judged.reason().de().isBlank());
        assertFalse(judged.reason().en().isBlank());
    }

    private static LifecycleState judged(LocalDate since, LocalDate cancelled, List<Order> orders) {
        return Lifecycle.standard()
                .step(null, LifecycleFacts.of(since, cancelled, figures(orders), TODAY), TODAY)
                .state();
    }

    @Test
    void aHalvedRevenueIsARisk() {
        List<Order> orders = new ArrayList<>();
        for (int back = 1; back <= 24; back++) {
            orders.add(order(TODAY.minusMonths(back).withDayOfMonth(22), back <= 12 ? "40.00" : "100.00", "A-1"));
        }
        LifecycleState judged = judged(null, null, orders);
        assertEquals(LifecyclePhase.AT_RISK, judged.judged());
        assertEquals(
                "Umsatz der letzten zwölf Monate 60 % unter dem Vorjahr",
                judged.reason().de());
    }

    @Test
    void valueCountsWhatIsBoughtElsewhere() {
        ValueClassSettings settings = ValueClassSettings.DEFAULT;
        assertEquals(ValueClass.A, ValueClass.of(new BigDecimal("100000"), null, settings));
        assertEquals(ValueClass.B, ValueClass.of(new BigDecimal("99999.99"), null, settings));
        assertEquals(ValueClass.A, ValueClass.of(new BigDecimal("4000"), new BigDecimal("400000"), settings));
        assertEquals(ValueClass.C, ValueClass.of(new BigDecimal("5000"), new BigDecimal("10"), settings));
        assertEquals(ValueClass.D, ValueClass.of(new BigDecimal("-5"), null, settings));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ValueClassSettings(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE));
        Segment segment = Segment.of(ValueClass.A, LifecyclePhase.REGULAR);
        assertEquals("Schlüsselkunde, Stammkunde", segment.words().de());
        assertEquals(ServiceTeam.KEY_ACCOUNT, segment.team());
        assertEquals(ServiceTeam.SMALL, ValueClass.D.team());
    }
}

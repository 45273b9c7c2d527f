package de.zuruf.segment.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEFORE = TODAY.minusDays(20);
    private static final Currency FRANCS = Currency.getInstance("CHF");
    private int number;

    private Order order(String id, LocalDate on, OrderStatus status, String amount, String... products) {
        List<OrderLine> lines = new ArrayList<>();
        for (String product : products.length == 0 ? new String[] {"A-1"} : products) {
            lines.add(new OrderLine(
                    product,
                    BigDecimal.ONE,
                    new BigDecimal(amount).divide(BigDecimal.valueOf(Math.max(1, products.length))),
                    BigDecimal.ZERO));
        }
        return new Order(id, "p", on, status, lines);
    }

    private Order order(LocalDate on, OrderStatus status, String amount) {
        return order("o-" + number++, on, status, amount);
    }

    private Order order(LocalDate on, String amount) {
        return order(on, OrderStatus.DELIVERED, amount);
    }

    private static OrderHistory history(Order... orders) {
        return OrderHistory.of(
                List.of(orders), product -> product.equals("gone") ? null : product.split("-")[0], TODAY);
    }

    private static BigDecimal revenue(OrderHistory history) {
        return history.revenue(YearMonth.from(TODAY).minusMonths(11), 12);
    }

    @Test
    void nobodyWhoNeverOrderedHasAHistory() {
        var history = history();
        assertEquals(0, history.orderDays());
        assertEquals(Optional.empty(), history.lastOrderOn());
        assertEquals(Optional.empty(), history.purchases());
        assertEquals(new BigDecimal("0.00"), revenue(history));
        assertEquals(Uncounted.NONE, history.uncounted());
        assertEquals(Bilingual.EMPTY, history.uncounted().words());
    }

    @Test
    void cancelledOrdersCountForNothing() {
        var history = history(order(BEFORE, "100.00"), order(TODAY, OrderStatus.CANCELLED, "999.00"));
        assertEquals(1, history.orderDays());
        assertEquals(new BigDecimal("100.00"), revenue(history));
        assertEquals(1, history.uncounted().cancelled());
        assertFalse(history.uncounted().suspicious());
    }

    @Test
    void returnsReduceRevenueAndAreNoOrderDayWhateverTheirSign() {
        var history = history(
                order(BEFORE, "100.00"),
                order(TODAY, OrderStatus.RETURNED, "-30.00"),
                order(TODAY, OrderStatus.RETURNED, "5.00"));
        assertEquals(Optional.of(BEFORE), history.lastOrderOn());
        assertEquals(new BigDecimal("65.00"), revenue(history));
        assertEquals(OptionalLong.of(10_000), history.cents(0));
        assertEquals(2, history.uncounted().returned());
    }

    @Test
    void aNegativeAmountIsAReturn() {
        var history = history(order(BEFORE, "100.00"), order(TODAY, "-30.00"));
        assertEquals(1, history.orderDays());
        assertEquals(new BigDecimal("70.00"), revenue(history));
        assertEquals(1, history.uncounted().negative());
        assertTrue(history.uncounted().suspicious());
    }

    @Test
    void anOrderFreeOfChargeIsAnOrderDayButSaysNothingOfSizes() {
        var history = history(order(BEFORE, "100.00"), order(TODAY, "0.00"));
        assertEquals(2, history.orderDays());
        assertEquals(OptionalLong.of(10_000), history.cents(0));
        assertEquals(OptionalLong.empty(), history.cents(1));
        assertEquals(1, history.uncounted().free());
    }

    @Test
    void anOrderOfTheFutureCountsFromItsDayOn() {
        var orders = List.of(order(BEFORE, "100.00"), order(TODAY.plusDays(1), "50.00"));
        var today = OrderHistory.of(orders, p -> null, TODAY);
        assertEquals(1, today.orderDays());
        assertEquals(1, today.uncounted().future());
        var tomorrow = OrderHistory.of(orders, p -> null, TODAY.plusDays(1));
        assertEquals(2, tomorrow.orderDays());
        assertEquals(Uncounted.NONE, tomorrow.uncounted());
        assertEquals(0, history(order(TODAY.plusYears(3000), "1.00")).orderDays());
    }

    @Test
    void anOrderOfAnotherCenturyIsASlip() {
        var history = history(order(BEFORE, "100.00"), order(LocalDate.of(202, 11, 2), "50.00"));
        assertEquals(1, history.orderDays());
        assertEquals(1, history.uncounted().misdated());
    }

    @Test
    void ofOrdersWithTheSameIdTheLastOneCounts() {
        var history = history(
                order("a", BEFORE, OrderStatus.OPEN, "100.00"),
                order("b", TODAY, OrderStatus.OPEN, "10.00"),
                order("a", BEFORE, OrderStatus.DELIVERED, "80.00"));
        assertEquals(2, history.orderDays());
        assertEquals(new BigDecimal("90.00"), revenue(history));
        assertEquals(1, history.uncounted().duplicate());
        assertEquals(
                0,
                history(
                                order("a", BEFORE, OrderStatus.OPEN, "100.00"),
                                order("a", BEFORE, OrderStatus.CANCELLED, "100.00"))
                        .orderDays());
    }

    @Test
    void ordersOfOneDayAreOneOrderDay() {
        var history = history(order(TODAY, "1.00"), order(BEFORE, "3.00"), order(TODAY, "2.00"));
        assertEquals(2, history.orderDays());
        assertEquals(OptionalLong.of(300), history.cents(1));
        assertEquals(Optional.of(new PurchaseHistory(1, 20, 20, Math.log(20 / 7.0))), history.purchases());
    }

    @Test
    void anAmountInAnotherCurrencyIsAnOrderDayWithoutAnAmount() {
        var history = new OrderHistory.Builder(TODAY);
        assertTrue(history.add(BEFORE, OrderStatus.DELIVERED, new BigDecimal("100"), OrderHistory.CURRENCY));
        assertTrue(history.add(TODAY, OrderStatus.DELIVERED, new BigDecimal("70"), FRANCS));
        assertTrue(history.add(TODAY, OrderStatus.DELIVERED, new BigDecimal("7"), OrderHistory.CURRENCY));
        assertFalse(history.add(TODAY, OrderStatus.RETURNED, new BigDecimal("-7"), FRANCS));
        var built = history.build();
        assertEquals(2, built.orderDays());
        assertEquals(new BigDecimal("107.00"), revenue(built));
        // The day's size is not the seven euros that are known of it.
        assertEquals(OptionalLong.empty(), built.cents(1));
        assertEquals(1, built.uncounted().foreignCurrency());
        assertEquals(
                new Bilingual(
                        "Nicht oder nicht voll gezählt: 1 Retouren, 1 in fremder Währung (nur Bestelltag).",
                        "Not counted, or not in full: 1 returns, 1 in another currency (order day only)."),
                built.uncounted().words());
    }

    @Test
    void anAmountThatIsNoneLeavesTheOrderDay() {
        var history = new OrderHistory.Builder(TODAY);
        assertTrue(history.add(TODAY, OrderStatus.DELIVERED, null, OrderHistory.CURRENCY));
        assertTrue(history.add(BEFORE, OrderStatus.DELIVERED, new BigDecimal("1e30"), OrderHistory.CURRENCY));
        var built = history.build();
        assertEquals(2, built.orderDays());
        assertEquals(new BigDecimal("0.00"), revenue(built));
        assertEquals(2, built.uncounted().unusable());
    }

    /** In any order of delivery; memory holds order days, not orders. */
    @Test
    void twoHundredThousandOrdersOfOneCustomerAreThreeThousandDays() {
        var random = new Random(1);
        var days = new ArrayList<>(
                IntStream.range(0, 200_000).map(i -> i % 3000).boxed().toList());
        Collections.shuffle(days, random);
        var builder = new OrderHistory.Builder(TODAY);
        for (int back : days) {
            builder.add(TODAY.minusDays(back), OrderStatus.DELIVERED, new BigDecimal("1.50"), OrderHistory.CURRENCY);
            builder.group("G" + back % 7, TODAY.minusDays(back));
        }
        var history = builder.build();
        assertEquals(3000, history.orderDays());
        assertEquals(TODAY.minusDays(2999), history.day(0));
        assertEquals(OptionalLong.of(67 * 150), history.cents(2999));
        assertEquals(OptionalLong.of(66 * 150), history.cents(0));
        assertEquals(7, history.groups().size());
        assertEquals(429, history.groupDays("G0").length);
    }

    @Test
    void groupsAreThoseOfOrderDays() {
        var history = history(
                order("1", BEFORE, OrderStatus.DELIVERED, "10.00", "A-1", "B-1"),
                order("2", TODAY, OrderStatus.DELIVERED, "10.00", "A-2", "gone"),
                order("3", TODAY, OrderStatus.CANCELLED, "10.00", "C-1"),
                order("4", TODAY, OrderStatus.RETURNED, "-10.00", "D-1"));
        assertEquals(List.of("A", "B"), List.copyOf(history.groups()));
        assertEquals(2, history.groupDays("A").length);
    }

    @Test
    void revenueIsOfCalendarMonths() {
        var history = history(
                order(LocalDate.of(2026, 11, 1), "1.00"),
                order(LocalDate.of(2026, 10, 31), "2.00"),
                order(LocalDate.of(2025, 11, 30), "4.00"),
                order(LocalDate.of(2023, 11, 1), "8.00"),
                order(LocalDate.of(2023, 10, 31), "16.00"));
        assertEquals(new BigDecimal("1.00"), history.revenue(YearMonth.of(2026, 11), 1));
        assertEquals(new BigDecimal("6.00"), history.revenue(YearMonth.of(2025, 11), 12));
        assertEquals(new BigDecimal("15.00"), history.revenue(YearMonth.of(2020, 1), 100));
    }
}

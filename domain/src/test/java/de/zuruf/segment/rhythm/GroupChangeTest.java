package de.zuruf.segment.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.OrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;

class GroupChangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Orders of which the oldest has number 0; all have group A, some B. */
    private static OrderHistory history(int orders, IntPredicate withB) {
        var builder = new OrderHistory.Builder(TODAY);
        for (int i = 0; i < orders; i++) {
            LocalDate on = TODAY.minusDays(10L * (orders - i));
            builder.add(on, OrderStatus.DELIVERED, BigDecimal.TEN, OrderHistory.CURRENCY);
            builder.group("A", on);
            if (withB.test(i)) {
                builder.group("B", on);
            }
        }
        return builder.build();
    }

    @Test
    void aGroupOfFourteenOfSixteenOrdersIsMissedAfterFive() {
        var history = history(21, i -> i < 16 && i != 3 && i != 9);
        List<GroupChange> changes = GroupChange.of(history, 0.01);
        // B(a, b+5) / B(a, b) with a = 14.5, b = 2.5
        double expected = Math.exp(Beta.logBeta(14.5, 7.5) - Beta.logBeta(14.5, 2.5));
        assertEquals(1, changes.size());
        GroupChange change = changes.get(0);
        assertEquals(new GroupChange("B", true, 14, 16, 5, 0, change.probability()), change);
        assertEquals(expected, change.probability(), 1e-12);
        assertEquals(
                "Dichtungen: in 14 von 16 Bestellungen, in den letzten 5 nicht; kommt zufällig in weniger als 0,1 % der Fälle vor.",
                change.words("Dichtungen").de());
        assertEquals(
                "Seals: in 14 of 16 orders, in none of the latest 5; happens by chance in less than 0.1% of cases.",
                change.words("Seals").en());
        assertEquals(List.of(), GroupChange.of(history, expected / 2));
        // Both groups were looked at, and the one that is there counts as a test too.
        assertEquals(
                1.0,
                GroupChange.tests(history).stream()
                        .filter(t -> t.groupId().equals("A"))
                        .findFirst()
                        .orElseThrow()
                        .probability());
        assertEquals(2, GroupChange.tests(history).size());
    }

    @Test
    void whatWasOrderedNowAndThenIsNotMissedSoSoon() {
        assertTrue(GroupChange.of(history(21, i -> i < 16 && i % 5 == 0), 0.05).isEmpty());
    }

    @Test
    void aGroupIsNewWhenItComesAgainAndAgain() {
        var history = history(25, i -> i >= 22);
        GroupChange change = GroupChange.of(history, 0.01).get(0);
        assertEquals(new GroupChange("B", false, 0, 20, 5, 3, change.probability()), change);
        // P(3 or more of 5), beta-binomial with a = 0.5, b = 20.5
        double expected = DoubleStream.of(3, 4, 5)
                .map(x -> Math.exp(Beta.logBeta(0.5 + x, 25.5 - x) - Beta.logBeta(0.5, 20.5)) * choose(5, (int) x))
                .sum();
        assertEquals(expected, change.probability(), 1e-12);
        assertEquals(
                "Filter: in 3 der letzten 5 Bestellungen, in den 20 davor nie; kommt zufällig in 0,1 % der Fälle vor.",
                change.words("Filter").de());
        assertEquals(
                "Filters: in 3 of the latest 5 orders, in none of the 20 before; happens by chance in 0.1% of cases.",
                change.words("Filters").en());
        assertTrue(GroupChange.of(history(25, i -> i == 24), 0.05).isEmpty());
    }

    @Test
    void ofShortHistoriesNothingIsSaid() {
        assertEquals(List.of(), GroupChange.tests(history(6, i -> true)));
        assertEquals(List.of(), GroupChange.tests(history(0, i -> true)));
        assertEquals(0, GroupChange.ordinary(history(6, i -> true), 40));
        assertEquals(38, GroupChange.ordinary(history(12, i -> true), 40));
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return result;
    }

    /** The exact procedure: the largest p(i) with p(i) <= rate i/n. */
    private static double exact(double[] p, double rate) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double threshold = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] <= rate * (i + 1) / sorted.length) {
                threshold = sorted[i];
            }
        }
        return threshold;
    }

    @Test
    void falseDiscoveriesAreHeldDownAsByTheExactProcedure() {
        var random = new Random(4);
        for (int run = 0; run < 20; run++) {
            double[] p = new double[5000];
            for (int i = 0; i < p.length; i++) {
                p[i] = i < 100 ? Math.pow(random.nextDouble(), 8) : random.nextDouble();
            }
            var one = new FalseDiscoveryRate();
            var other = new FalseDiscoveryRate();
            for (int i = 0; i < p.length; i++) {
                (i % 2 == 0 ? one : other).add(p[i]);
            }
            one.merge(other);
            assertEquals(5000, one.tests());
            double threshold = one.threshold(0.1);
            double exact = exact(p, 0.1);
            long reported = Arrays.stream(p).filter(v -> v <= threshold).count();
            long byExact = Arrays.stream(p).filter(v -> v <= exact).count();
            assertTrue(reported <= byExact && reported >= byExact - 3, reported + " instead of " + byExact);
            assertTrue(reported > 30);
        }
    }

    @Test
    void whereAllIsOrdinaryNothingIsReported() {
        var rate = new FalseDiscoveryRate();
        assertEquals(0, rate.threshold(0.1));
        rate.addOrdinary(1000);
        rate.add(0.001);
        assertEquals(0, rate.threshold(0.1));
        rate.add(0);
        // One of 1002 tests: a tenth of a 1002nd.
        assertEquals(0.1 / 1002, rate.threshold(0.1), 0.012 * 0.1 / 1002);
    }
}

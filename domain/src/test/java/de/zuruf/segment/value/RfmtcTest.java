package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

class RfmtcTest {

    private static final int PERIOD = 91;

    @Test
    void theFormulaIsThatOfThePaper() {
        // F = 4, T = 10 and R = 2 periods: 2·4/(8 + 0.5)·0.9³
        var model = new RfmtcModel(.1, .5, 2, 30);
        var history = new PurchaseHistory(3, 240, 300, 0);
        assertEquals(2 * 4 / 8.5 * .9 * .9 * .9, model.expectedOrders(history), 1e-12);
        assertEquals(model.expectedOrders(history), model.orderProbability(history));
        assertEquals(1, new RfmtcModel(.1, .5, 20, 30).orderProbability(history));
        assertEquals(2 / .5, new RfmtcModel(0, .5, 2, 30).expectedOrders(new PurchaseHistory(0, 0, 9, 0)), 1e-12);
    }

    @Test
    void parametersAreFoundAgain() {
        var truth = new RfmtcModel(.15, 1.3, .6, PERIOD);
        var random = RandomDataGenerator.of(new Well19937c(9));
        List<PurchaseHistory> histories = new ArrayList<>();
        int[] orders = new int[20_000];
        for (int i = 0; i < orders.length; i++) {
            int repeats = random.nextInt(0, 12);
            int last = repeats == 0 ? 0 : random.nextInt(repeats * 10, 900);
            var history = new PurchaseHistory(repeats, last, last + random.nextInt(0, 700), 0);
            histories.add(history);
            orders[i] = random.nextPoisson(truth.expectedOrders(history));
        }
        RfmtcFit fit = RfmtcFit.of(histories, orders, PERIOD).orElseThrow();
        assertTrue(fit.converged());
        assertEquals(orders.length, fit.customers());
        assertEquals(.15, fit.model().churn(), .01);
        assertEquals(1.3, fit.model().b(), .1);
        assertEquals(.6, fit.model().g(), .03);
    }

    private record Cdnow13(List<PurchaseHistory> histories, int[] orders) {

        /** What was known 13 weeks before a day, and what came after. */
        static Cdnow13 until(LocalDate end) {
            List<PurchaseHistory> histories = new ArrayList<>();
            List<Integer> orders = new ArrayList<>();
            for (var spent : Cdnow.SPENT.values()) {
                PurchaseHistory.of(spent.keySet(), end.minusDays(PERIOD)).ifPresent(history -> {
                    histories.add(history);
                    orders.add(spent.subMap(end.minusDays(PERIOD), false, end, true)
                            .size());
                });
            }
            return new Cdnow13(histories, orders.stream().mapToInt(i -> i).toArray());
        }

        double off(RfmtcModel model) {
            double sum = 0;
            for (int i = 0; i < orders.length; i++) {
                double expected = model.expectedOrders(histories.get(i));
                sum += orders[i] * Math.log(expected) - expected;
            }
            return sum;
        }
    }

    @Test
    void theCdnowSampleHasAMaximumThatIsOne() {
        var known = Cdnow13.until(Cdnow.CALIBRATED);
        RfmtcFit fit = RfmtcFit.of(known.histories(), known.orders(), PERIOD).orElseThrow();
        assertTrue(fit.converged());
        RfmtcModel found = fit.model();
        double best = known.off(found);
        for (double factor : new double[] {.99, 1.01}) {
            assertTrue(best > known.off(new RfmtcModel(found.churn() * factor, found.b(), found.g(), PERIOD)));
            assertTrue(best > known.off(new RfmtcModel(found.churn(), found.b() * factor, found.g(), PERIOD)));
            assertTrue(best > known.off(new RfmtcModel(found.churn(), found.b(), found.g() * factor, PERIOD)));
        }
        double expected =
                known.histories().stream().mapToDouble(found::expectedOrders).sum();
        double actual = Arrays.stream(known.orders()).sum();
        assertEquals(actual, expected, 1e-4 * actual);
        // What follows has not been seen by the fit.
        var later = Cdnow13.until(Cdnow.CALIBRATED.plusDays(PERIOD));
        double all =
                later.histories().stream().mapToDouble(found::expectedOrders).sum();
        assertEquals(Arrays.stream(later.orders()).sum(), all, .25 * all);
    }

    @Test
    void whereSilenceSaysNothingNobodySeemsToLeave() {
        List<PurchaseHistory> histories = new ArrayList<>();
        int[] orders = new int[400];
        for (int i = 0; i < orders.length; i++) {
            histories.add(new PurchaseHistory(4, 360, 360 + i % 100, 0));
            // The longer silent, the more they order.
            orders[i] = 1 + i % 100 / 20;
        }
        RfmtcFit fit = RfmtcFit.of(histories, orders, PERIOD).orElseThrow();
        assertFalse(fit.converged());
        assertEquals(0, fit.model().churn(), 1e-3);
    }

    @Test
    void ofTooFewNothingIsClaimed() {
        var history = new PurchaseHistory(2, 30, 60, 0);
        List<PurchaseHistory> histories = Collections.nCopies(100, history);
        int[] orders = new int[100];
        Arrays.fill(orders, 0, RfmtcFit.FEWEST_BUYERS - 1, 1);
        assertEquals(Optional.empty(), RfmtcFit.of(histories, orders, PERIOD));
        assertThrows(IllegalArgumentException.class, () -> RfmtcFit.of(histories, new int[3], PERIOD));
        assertThrows(IllegalArgumentException.class, () -> new RfmtcModel(1, 1, 1, 30));
    }
}

package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpendingModelTest {

    private static final SpendingModelFit CDNOW = cdnow();

    /** The amounts of repeat orders. */
    private static double[] repeats(int customer) {
        return Cdnow.SPENT.get(customer).headMap(Cdnow.CALIBRATED, true).values().stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] amounts) {
        return Arrays.stream(amounts).average().orElse(0);
    }

    private static SpendingModelFit cdnow() {
        int[] orders = new int[Cdnow.SPENT.size()];
        double[] means = new double[orders.length];
        int i = 0;
        for (int customer : Cdnow.SPENT.keySet()) {
            double[] amounts = repeats(customer);
            orders[i] = amounts.length;
            means[i++] = mean(amounts);
        }
        return SpendingModelFit.of(orders, means).orElseThrow();
    }

    @Test
    void theCdnowSampleHasThePublishedModel() {
        assertTrue(CDNOW.converged());
        assertEquals(946, CDNOW.customers());
        assertEquals(-4055.917695, CDNOW.logLikelihood(), 1e-5);
        assertEquals(6.249571, CDNOW.model().p(), 6.25 * 1e-5);
        assertEquals(3.744225, CDNOW.model().q(), 3.74 * 1e-5);
        assertEquals(15.44352, CDNOW.model().v(), 15.44 * 1e-5);
    }

    @Test
    void eachCustomersAmountAndValueAreWhatTheReferenceSays() {
        var model = PurchaseModelFit.of(PurchaseProcess.BG_NBD, Cdnow.cells())
                .orElseThrow()
                .model();
        var year = new LifetimeValue(52, .10);
        for (Map<String, String> row : Cdnow.table("cdnow_reference_quarter.csv")) {
            int customer = Integer.parseInt(row.get("id"));
            double[] amounts = repeats(customer);
            double amount = CDNOW.expectedAmount(amounts.length, mean(amounts));
            double expected = Double.parseDouble(row.get("gg_em"));
            assertEquals(expected, amount, 2e-5 * expected, row.toString());
            double value = Double.parseDouble(row.get("clv52_bg_gg_10pct_pa"));
            assertEquals(value, year.of(model, Cdnow.history(customer), amount), 4e-5 * value, row.toString());
        }
    }

    @Test
    void amountsThatAreAllAlikeTellNoModel() {
        int[] orders = new int[40];
        double[] means = new double[40];
        Arrays.fill(orders, 3);
        Arrays.fill(means, 100);
        SpendingModelFit fit = SpendingModelFit.of(orders, means).orElseThrow();
        assertFalse(fit.converged());
        assertEquals(100, fit.expectedAmount(3, 100));
        assertEquals(80, fit.expectedAmount(2, 80));
    }

    @Test
    void whoHasBroughtNothingIsLeftOut() {
        int[] orders = new int[30];
        double[] means = new double[30];
        Arrays.fill(orders, 0, 20, 2);
        for (int i = 0; i < 20; i++) {
            means[i] = i < 1 ? -5 : 10 + i;
        }
        assertTrue(SpendingModelFit.of(orders, means).isEmpty());
        orders[20] = 1;
        means[20] = 3;
        assertEquals(20, SpendingModelFit.of(orders, means).orElseThrow().customers());
    }
}

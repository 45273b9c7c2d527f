package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.hipparchus.special.Beta;
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
            assertEquals(Double.parseDouble(row.get("mbar")), mean(amounts), 1e-6, row.toString());
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
        assertEquals(100, fit.expectedAmount(0, 0), 1e-9);
    }

    @Test
    void whoHasSentBackMoreThanHeKeptIsExpectedToBringLittleAndNeverLessThanNothing() {
        assertTrue(CDNOW.expectedAmount(4, -20) > 0);
        assertEquals(CDNOW.expectedAmount(4, 0), CDNOW.expectedAmount(4, -20));
        var nothingKnown = new SpendingModelFit(new SpendingModel(2, .5, 10), CDNOW.errors(), -1, 30, 42, true);
        assertEquals(42, nothingKnown.expectedAmount(0, 0));
        assertEquals(2 * (10 + 50) / 1.5, nothingKnown.expectedAmount(1, 50), 1e-12);
        var notConverged = new SpendingModelFit(new SpendingModel(2, .5, 10), CDNOW.errors(), -1, 30, 42, false);
        assertEquals(0, notConverged.expectedAmount(3, -7));
    }

    /** Second derivatives by differences of first ones, inverted by hand. */
    @Test
    void standardErrorsAreThoseOfTheCurvature() {
        SpendingModel model = CDNOW.model();
        double[] at = {model.p(), model.q(), model.v()};
        double[][] curvature = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double di = at[i] * 1e-3;
                double dj = at[j] * 1e-3;
                curvature[i][j] = -(byThePaper(at, i, di, j, dj)
                                - byThePaper(at, i, di, j, -dj)
                                - byThePaper(at, i, -di, j, dj)
                                + byThePaper(at, i, -di, j, -dj))
                        / (4 * di * dj);
            }
        }
        double[] errors = {
            CDNOW.errors().p(), CDNOW.errors().q(), CDNOW.errors().v()
        };
        double all = 0;
        for (int i = 0; i < 3; i++) {
            all += curvature[0][i] * minor(curvature, 0, i);
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(Math.sqrt(minor(curvature, i, i) / all), errors[i], 1e-3 * errors[i]);
        }
    }

    private static double minor(double[][] m, int i, int j) {
        int a = (i + 1) % 3;
        int b = (i + 2) % 3;
        int c = (j + 1) % 3;
        int d = (j + 2) % 3;
        return m[a][c] * m[b][d] - m[a][d] * m[b][c];
    }

    private static double byThePaper(double[] at, int i, double di, int j, double dj) {
        double[] moved = at.clone();
        moved[i] += di;
        moved[j] += dj;
        double sum = 0;
        for (int customer : Cdnow.SPENT.keySet()) {
            double[] amounts = repeats(customer);
            double z = mean(amounts);
            int x = amounts.length;
            if (x > 0 && z > 0) {
                double px = moved[0] * x;
                sum += -Beta.logBeta(px, moved[1])
                        + moved[1] * Math.log(moved[2])
                        + (px - 1) * Math.log(z)
                        + px * Math.log(x)
                        - (px + moved[1]) * Math.log(moved[2] + x * z);
            }
        }
        return sum;
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

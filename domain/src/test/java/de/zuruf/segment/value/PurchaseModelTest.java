package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against published and independently computed values; where they come from is said in docs/value-models.md. */
class PurchaseModelTest {

    private static final PurchaseModelFit BG =
            PurchaseModelFit.of(PurchaseProcess.BG_NBD, Cdnow.cells()).orElseThrow();
    private static final PurchaseModelFit MBG =
            PurchaseModelFit.of(PurchaseProcess.MBG_NBD, Cdnow.cells()).orElseThrow();

    private static void assertClose(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, Math.abs(expected) * relative, what);
    }

    private static void assertModel(
            double r, double alpha, double a, double b, double logLikelihood, PurchaseModelFit fit) {
        assertTrue(fit.shortcomings().isEmpty());
        assertEquals(logLikelihood, fit.logLikelihood(), 1e-5);
        assertClose(r, fit.model().r(), 1e-5, "r");
        assertClose(alpha, fit.model().alpha(), 1e-5, "alpha");
        assertClose(a, fit.model().a(), 1e-5, "a");
        assertClose(b, fit.model().b(), 1e-5, "b");
    }

    @Test
    void theCdnowSampleHasThePublishedBgNbdModel() {
        assertModel(.2425945, 4.413602, .792922, 2.425907, -9582.429207, BG);
    }

    @Test
    void theCdnowSampleHasTheReferenceMbgNbdModel() {
        assertModel(.5248432, 6.183085, .891359, 1.614002, -9582.135716, MBG);
    }

    @Test
    void expectationsOfWholeGroupsAreTheReferences() {
        assertEquals(1.4440, BG.model().expectedOrdersOfANewCustomer(52), 5e-5);
        assertEquals(1.4189, MBG.model().expectedOrdersOfANewCustomer(52), 5e-5);
        int[] customers = {1411, 439, 214, 100, 62, 38, 29, 64};
        double[] actual = {.2367, .6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594};
        double[] bg = {.2251, .5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572};
        double[] mbg = {.1852, .5514, 1.0490, 1.4929, 2.1043, 2.5636, 3.3608, 5.8485};
        for (int x = 0; x <= 7; x++) {
            assertEquals(customers[x], ofRepeats(x).count());
            assertEquals(actual[x], ofRepeats(x).map(Cdnow::heldOut).average().orElseThrow(), 5e-5);
            assertEquals(bg[x], meanExpectation(BG.model(), x), 5e-5, "BG, x = " + x);
            assertEquals(mbg[x], meanExpectation(MBG.model(), x), 5e-5, "MBG, x = " + x);
        }
    }

    private static double meanExpectation(PurchaseModel model, int repeats) {
        return ofRepeats(repeats)
                .mapToDouble(customer -> model.expectedOrders(Cdnow.history(customer), 39))
                .average()
                .orElseThrow();
    }

    private static IntStream ofRepeats(int repeats) {
        return Cdnow.SPENT.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(customer -> Math.min(7, Cdnow.history(customer).repeats()) == repeats);
    }

    @Test
    void theHeaviestBuyerIsWhatTheReferenceSays() {
        PurchaseHistory heaviest = Cdnow.history(1516);
        assertEquals(26, heaviest.repeats());
        assertEquals(216, heaviest.lastDay());
        assertEquals(31 * 7, heaviest.observedDays());
        assertEquals(25.757, BG.model().expectedOrders(heaviest, 52), 5e-4);
        assertEquals(.96885, BG.model().stillCustomer(heaviest), 5e-6);
        assertEquals(23.998, MBG.model().expectedOrders(heaviest, 52), 5e-4);
        assertEquals(.96548, MBG.model().stillCustomer(heaviest), 5e-6);
    }

    @Test
    void eachCustomerIsWhatTheReferenceSays() {
        List<Map<String, String>> rows = Cdnow.table("cdnow_reference_quarter.csv");
        assertTrue(rows.size() > 500);
        for (Map<String, String> row : rows) {
            PurchaseHistory history = Cdnow.history(Integer.parseInt(row.get("id")));
            String who = "customer " + row.get("id");
            assertEquals(Integer.parseInt(row.get("x")), history.repeats(), who);
            assertEquals(Integer.parseInt(row.get("tx_days")), history.lastDay(), who);
            assertEquals(Integer.parseInt(row.get("T_days")), history.observedDays(), who);
            assertEquals(value(row, "holdout"), Cdnow.heldOut(Integer.parseInt(row.get("id"))), who);
            assertClose(value(row, "bg_palive"), BG.model().stillCustomer(history), 2e-5, who);
            assertClose(value(row, "bg_cet39"), BG.model().expectedOrders(history, 39), 2e-5, who);
            assertClose(value(row, "bg_pnobuy39"), BG.model().noOrderWithin(history, 39), 2e-5, who);
            assertClose(value(row, "bg_silence_p"), BG.model().silence(history), 2e-5, who);
            assertClose(value(row, "mbg_palive"), MBG.model().stillCustomer(history), 2e-5, who);
            assertClose(value(row, "mbg_cet39"), MBG.model().expectedOrders(history, 39), 2e-5, who);
        }
    }

    private static double value(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Their tx, T and t are weeks with fractions of a day, so that the scale of time is changed to whole days. */
    @Test
    void hardCasesOfTheExpectationAreAsPreciseAsTheReference() {
        for (Map<String, String> row : Cdnow.table("bgnbd_expected_transactions.csv")) {
            // Weeks with three decimals: in units of a thousandth of a week, a "day" of the history is 7 of them.
            var model = new PurchaseModel(
                    PurchaseProcess.BG_NBD,
                    value(row, "r"),
                    value(row, "alpha") * 1000 / 7,
                    value(row, "a"),
                    value(row, "b"));
            var history = new PurchaseHistory(
                    Integer.parseInt(row.get("x")),
                    (int) Math.round(value(row, "tx") * 1000),
                    (int) Math.round(value(row, "T") * 1000),
                    0);
            double expected = model.expectedOrders(history, value(row, "t") * 1000 / 7);

            assertClose(value(row, "cet"), expected, 1e-12, row.toString());
            assertClose(value(row, "palive"), model.stillCustomer(history), 1e-12, row.toString());
        }
    }

    @Test
    void theExpectationOfRegularBuyersIsThatOfChanceWhenTheyAreNotRegular() {
        var regular = new PurchaseModel(PurchaseProcess.mbgCnbd(1), .52, 6.2, .9, 1.6);
        for (int x : IntStream.of(0, 1, 5, 40).toArray()) {
            var history = new PurchaseHistory(x, x == 0 ? 0 : 7 * x + 3, 7 * x + 40, 0);
            assertClose(
                    regular.expectedOrders(history, 52),
                    regular.expectedBySteps(history, 52),
                    1e-9,
                    history.toString());
        }
    }
}

package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeValueTest {

    /** From one who has just come to one who orders daily, from pure chance to nearly a calendar. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.2426, 4.41, 0.793, 2.426, 0, 0, 0",
        "1, 0.5248, 6.18, 0.891, 1.614, 26, 216, 217",
        "1, 0.5248, 6.18, 0.891, 1.614, 3, 90, 600",
        "3, 2.5, 12.0, 0.5, 20, 40, 700, 710",
        "12, 4.8, 2.6, 0.2, 40, 300, 1000, 1010",
    })
    void theQuickWayAgreesWithTheSumOfTheWeeks(
            int k, double r, double alpha, double a, double b, int repeats, int lastDay, int observed) {
        var model = new PurchaseModel(PurchaseProcess.mbgCnbd(k), r, alpha, a, b);
        var history = new PurchaseHistory(repeats, lastDay, observed, 0);
        var value = new LifetimeValue(104, 0.10);
        var exact = value.of(model, history, 100);
        assertEquals(exact, value.approximately(model, history, 100), 1e-3 * exact);
    }

    @ParameterizedTest
    @CsvSource({"0.0", "0.5"})
    void atAnyDiscount(double discount) {
        var model = new PurchaseModel(PurchaseProcess.MBG_NBD, 0.5248, 6.18, 0.891, 1.614);
        var history = new PurchaseHistory(5, 100, 120, 0);
        var value = new LifetimeValue(156, discount);
        assertEquals(
                value.of(model, history, 1),
                value.approximately(model, history, 1),
                2e-3 * value.of(model, history, 1));
    }
}

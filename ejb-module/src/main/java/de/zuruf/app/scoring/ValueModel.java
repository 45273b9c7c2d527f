package de.zuruf.app.scoring;

import de.zuruf.segment.value.LifetimeValue;
import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.SpendingModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The models of one fit, by which customers are scored until the next.
 *
 * @param id       of the fit
 * @param asOf     day up to which orders were known
 * @param spending empty when margins let none be fitted; then a customer's own mean stands for what is expected
 */
public record ValueModel(long id, LocalDate asOf, PurchaseModel purchase, Optional<SpendingModel> spending) {
    private static final double YEAR_WEEKS = 52;

    /** Two years ahead, 10 % a year; further ahead a sum is a guess. */
    private static final LifetimeValue LIFETIME = new LifetimeValue(104, 0.10);

    /**
     * What follows for one customer on one day.
     *
     * @param stillCustomer  probability that he still is one, 0 to 1
     * @param silence        probability of a pause as long as the present one if he is, 0 to 1
     * @param expectedOrders order days to expect within a year
     * @param lifetimeValue  discounted contribution margin of two years in EUR
     */
    public record Score(double stillCustomer, double silence, double expectedOrders, BigDecimal lifetimeValue) {}

    /**
     * {@return the score}
     *
     * @param meanMargin contribution margin of his order days so far, EUR
     */
    public Score score(PurchaseHistory history, double meanMargin) {
        var expectedMargin = meanMargin <= 0
                ? meanMargin
                : spending.map(s -> s.expectedAmount(history.repeats() + 1, meanMargin))
                        .orElse(meanMargin);
        return new Score(
                purchase.stillCustomer(history),
                purchase.silence(history),
                purchase.expectedOrders(history, YEAR_WEEKS),
                BigDecimal.valueOf(LIFETIME.approximately(purchase, history, expectedMargin))
                        .setScale(2, RoundingMode.HALF_UP));
    }
}

package de.zuruf.segment.value;

/**
 * What a customer is expected to bring from today on: Σ over weeks of the orders expected in that week, times the amount expected of
 * an order, discounted.
 *
 * @param weeks    how far ahead, at least 1; beyond two or three years a sum is a guess
 * @param discount of a year, e.g. 0.10; at least 0
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie, Lee 2005, RFM and CLV</a>
 */
public record LifetimeValue(int weeks, double discount) {

    private static final double WEEKS_OF_A_YEAR = 52;

    public LifetimeValue {
        if (weeks < 1 || !(discount >= 0)) {
            throw new IllegalArgumentException(weeks + " weeks at " + discount);
        }
    }

    /**
     * {@return the value, in the unit of the amount}
     *
     * @param amount expected of one order; see {@link SpendingModel#expectedAmount}
     */
    public double of(PurchaseModel model, PurchaseHistory history, double amount) {
        var weekly = Math.log1p(discount) / WEEKS_OF_A_YEAR;
        var before = 0.0;
        var value = 0.0;
        for (var week = 1; week <= weeks; week++) {
            var until = model.expectedOrders(history, week);
            value += (until - before) * Math.exp(-weekly * week);
            before = until;
        }
        return value * amount;
    }
}

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

    /** Of Gauss and Legendre on (−1, 1). */
    private static final double[] NODES = {
        -0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640
    };

    private static final double[] WEIGHTS = {
        0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891
    };

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

    /**
     * {@return the same within a few parts in ten thousand, by six expectations instead of one for each week: for a million
     * customers}
     *
     * <p>Integrated by parts, Σ ΔE·e^(−δt) is e^(−δH)·E(H) + δ·∫E(t)·e^(−δt)dt, whose integrand is smooth; five points of Gauss and
     * Legendre are enough. Orders of a week are discounted as if at its end, on average half a week later than they come.
     */
    public double approximately(PurchaseModel model, PurchaseHistory history, double amount) {
        var weekly = Math.log1p(discount) / WEEKS_OF_A_YEAR;
        var integral = 0.0;
        for (var i = 0; i < NODES.length; i++) {
            var week = weeks * (1 + NODES[i]) / 2;
            integral += WEIGHTS[i] * model.expectedOrders(history, week) * Math.exp(-weekly * week);
        }
        var value = Math.exp(-weekly * weeks) * model.expectedOrders(history, weeks) + weekly * integral * weeks / 2;
        return value * Math.exp(-weekly / 2) * amount;
    }
}

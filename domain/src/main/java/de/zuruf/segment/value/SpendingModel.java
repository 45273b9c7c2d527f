package de.zuruf.segment.value;

/**
 * What orders bring: amounts of one customer are gamma distributed around his own mean, and these means are spread among customers
 * so that the model has three parameters. Amounts must not depend on how often somebody orders; whoever uses the model says so.
 *
 * @param p shape of one customer's amounts, positive
 * @param q shape of the spread among customers, positive; the mean of all exists only when it is above 1
 * @param v scale of the spread, in the unit of the amounts, positive
 * @see <a href="http://www.brucehardie.com/notes/025/">Fader, Hardie 2013, The Gamma-Gamma Model of Monetary Value</a>
 */
public record SpendingModel(double p, double q, double v) {

    public SpendingModel {
        if (!(p > 0 && q > 0 && v > 0) || !Double.isFinite(p) || !Double.isFinite(q) || !Double.isFinite(v)) {
            throw new IllegalArgumentException("p " + p + ", q " + q + ", v " + v);
        }
    }

    /**
     * {@return the mean amount to expect of a customer's coming orders: his own, drawn the more to that of all the fewer he has}
     *
     * @param orders how many amounts are known; 0 for somebody of whom none is
     * @param mean   their mean; of no meaning without orders, and counted as 0 if more went back than was kept. Where p·orders + q is at
     *               most 1 there is no expectation, and what is returned is negative or no number; see {@link SpendingModelFit#expectedAmount}
     */
    public double expectedAmount(int orders, double mean) {
        return p * (v + orders * (orders == 0 ? 0 : Math.max(0, mean))) / (p * orders + q - 1);
    }
}

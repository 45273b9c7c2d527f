package de.zuruf.segment.value;

/**
 * RFM with the time since the first purchase and churn: how many orders to expect of a customer in the coming period,
 * E[X | L = 1] = g·F/(T − R + b)·(1 − Q)<sup>R+1</sup>, with F his order days so far, R the periods since the last and T those since the first.
 * The rate at which he ordered while he did falls with each period in which nothing is heard of him.
 *
 * <p>Simpler than {@link PurchaseModel} and less well founded: nothing tells a customer who orders rarely from one who has left.
 *
 * @param churn      probability to have left after a period, 0 to below 1 (Q)
 * @param b          periods added to the time in which he ordered, so that one order is no infinite rate; positive
 * @param g          what turns the rate into orders of a period, positive
 * @param periodDays length of a period in days, at least 1
 * @see <a href="https://doi.org/10.1016/j.eswa.2008.07.018">Yeh, Yang, Ting 2009, Knowledge discovery on RFM model using Bernoulli sequence</a>
 */
public record RfmtcModel(double churn, double b, double g, int periodDays) {

    public RfmtcModel {
        if (!(churn >= 0 && churn < 1 && b > 0 && g > 0) || b + g == Double.POSITIVE_INFINITY || periodDays < 1) {
            throw new IllegalArgumentException("Q " + churn + ", b " + b + ", g " + g + ", " + periodDays + " days");
        }
    }

    /** {@return the number of order days to expect in the coming period, at least 0} */
    public double expectedOrders(PurchaseHistory history) {
        return g * rate(history, b, periodDays) * Math.exp(Math.log1p(-churn) * (silence(history, periodDays) + 1));
    }

    /**
     * {@return the probability that he orders in the coming period: the expectation, where that is above 1 clipped to it; 0 to 1. A
     * rough one for customers who order often}
     */
    public double orderProbability(PurchaseHistory history) {
        return Math.min(1, expectedOrders(history));
    }

    /** F / (T − R + b). */
    static double rate(PurchaseHistory history, double b, int periodDays) {
        return (history.repeats() + 1) / (history.lastDay() / (double) periodDays + b);
    }

    /** R. */
    static double silence(PurchaseHistory history, int periodDays) {
        return (history.observedDays() - history.lastDay()) / (double) periodDays;
    }
}

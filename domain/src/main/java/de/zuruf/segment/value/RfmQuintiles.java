package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * From which value on a customer belongs to which fifth of all customers, separately by recency, frequency and monetary value (the
 * independent quintiles of Hughes, Strategic Database Marketing, 1994). Once made from all customers it scores any one of them, so
 * that who has just ordered need not wait until all are ranked again.
 *
 * <p>Customers alike in a value have the same score. It is the fifth in which the middle of their ranks lies; so it is 3 when all are
 * alike, and a fifth stays empty where a group of equals reaches across it.
 *
 * @param recency   days since the last order up to which the score is 5, 4, 3, 2, ascending; minus infinity for a score that nobody reaches
 * @param frequency orders from which on the score is 2, 3, 4, 5, ascending; infinite for a score that nobody reaches
 * @param monetary  amount from which on the score is 2, 3, 4, 5, in the unit of the amounts, likewise
 */
public record RfmQuintiles(List<Double> recency, List<Double> frequency, List<Double> monetary) {

    private static final int SCORES = 5;

    public RfmQuintiles {
        recency = List.copyOf(recency);
        frequency = List.copyOf(frequency);
        monetary = List.copyOf(monetary);
        for (var limits : List.of(recency, frequency, monetary)) {
            if (limits.size() != SCORES - 1
                    || !limits.equals(limits.stream().sorted().toList())) {
                throw new IllegalArgumentException("no limits of fifths: " + limits);
            }
        }
    }

    /**
     * {@return the fifths of these customers}
     *
     * @param daysSinceLast of each customer who has ordered, days since his last order, at least 0
     * @param orders        of the same customers, their order days in the period that is looked at, at least 1
     * @param amounts       of the same customers, what these have brought together; negative where more went back than was kept
     * @throws IllegalArgumentException if there is no customer, the arrays differ in length, or an amount is no number
     */
    public static RfmQuintiles of(int[] daysSinceLast, int[] orders, double[] amounts) {
        if (orders.length == 0 || daysSinceLast.length != orders.length || amounts.length != orders.length) {
            throw new IllegalArgumentException(
                    daysSinceLast.length + ", " + orders.length + " and " + amounts.length + " customers");
        }
        return new RfmQuintiles(
                // Turned round twice: the longer ago, the lower.
                negated(limits(Arrays.stream(daysSinceLast).mapToDouble(days -> -days))),
                limits(Arrays.stream(orders).mapToDouble(count -> count)),
                limits(Arrays.stream(amounts)));
    }

    private static List<Double> limits(DoubleStream values) {
        var sorted = values.sorted().toArray();
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("an amount is no number");
        }
        var limits = new Double[SCORES - 1];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        for (int from = 0, to; from < sorted.length; from = to) {
            for (to = from; to < sorted.length && sorted[to] == sorted[from]; to++) {}
            // Twice the middle of their ranks, of twice as many, so that nothing is rounded.
            var score = (int) (((long) from + to) * SCORES / (2L * sorted.length)) + 1;
            for (var i = 0; i < score - 1; i++) {
                limits[i] = Math.min(limits[i], sorted[from]);
            }
        }
        return List.of(limits);
    }

    private static List<Double> negated(List<Double> limits) {
        return limits.stream().map(limit -> -limit).sorted().toList();
    }

    /**
     * {@return a customer's scores}
     *
     * @param daysSinceLast as in {@link #of}
     * @param orders        as in {@link #of}
     * @param amount        as in {@link #of}
     */
    public RfmScore score(int daysSinceLast, int orders, double amount) {
        return new RfmScore(
                1
                        + (int) recency.stream()
                                .filter(limit -> daysSinceLast <= limit)
                                .count(),
                1 + (int) frequency.stream().filter(limit -> orders >= limit).count(),
                1 + (int) monetary.stream().filter(limit -> amount >= limit).count());
    }
}

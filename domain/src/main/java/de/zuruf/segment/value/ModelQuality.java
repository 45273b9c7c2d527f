package de.zuruf.segment.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How predictions of "will he order within the coming weeks?" have come true. Whether the ranking is better than that by the last
 * order alone is hardly ever a matter of much; that a probability means what it says is.
 *
 * @param customers         how many were predicted
 * @param ordered           how many of them have ordered
 * @param discrimination    probability that of one who has ordered and one who has not the first was given the higher
 *                          probability, 0.5 by chance (area under the ROC curve); not a number when all or none have ordered
 * @param byRecency         the same for the ranking by days since the last order, the fewer the higher
 * @param deciles           from the least to the most probable tenth
 */
public record ModelQuality(
        long customers, long ordered, double discrimination, double byRecency, List<Decile> deciles) {

    private static final int PARTS = 10;

    /** An empty part counts as so much, as a logarithm wants. */
    private static final double LEAST_SHARE = 1e-4;

    /**
     * A tenth of the customers.
     *
     * @param from      lowest probability in it
     * @param predicted mean probability
     * @param observed  share who have ordered
     */
    public record Decile(double from, double predicted, double observed, long customers) {}

    public ModelQuality {
        deciles = List.copyOf(deciles);
    }

    /**
     * Holds predictions against what happened.
     *
     * @param probabilities to order, 0 to 1 each
     * @param silentDays    for each customer the days since his last order when it was predicted, at least 0
     * @param ordered       for each customer whether he has
     */
    public static ModelQuality of(double[] probabilities, int[] silentDays, boolean[] ordered) {
        var size = probabilities.length;
        if (silentDays.length != size || ordered.length != size) {
            throw new IllegalArgumentException(size + ", " + silentDays.length + ", " + ordered.length);
        }
        var byProbability = new long[size];
        var byRecency = new long[size];
        for (var i = 0; i < size; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1) || silentDays[i] < 0) {
                throw new IllegalArgumentException("probability " + probabilities[i] + ", days " + silentDays[i]);
            }
            var outcome = ordered[i] ? 1 : 0;
            // Of numbers that are not negative the order of the bits is theirs; the last bit, worth 1e-16, takes the
            // outcome along.
            byProbability[i] = Double.doubleToLongBits(probabilities[i] + 0.0) & ~1L | outcome;
            byRecency[i] = (long) (Integer.MAX_VALUE - silentDays[i]) << 1 | outcome;
        }
        Arrays.sort(byProbability);
        Arrays.sort(byRecency);
        var all = Arrays.stream(byProbability).map(key -> key & 1).sum();
        return new ModelQuality(
                size, all, discrimination(byProbability, all), discrimination(byRecency, all), deciles(byProbability));
    }

    /** By the sum of the ranks of those who have ordered; equals share their mean rank. */
    private static double discrimination(long[] sorted, long ordered) {
        var ranks = 0.0;
        for (var from = 0; from < sorted.length; ) {
            var to = from;
            var positive = 0L;
            while (to < sorted.length && sorted[to] >> 1 == sorted[from] >> 1) {
                positive += sorted[to] & 1;
                to++;
            }
            ranks += positive * (from + 1.0 + to) / 2;
            from = to;
        }
        var others = sorted.length - ordered;
        return (ranks - ordered * (ordered + 1.0) / 2) / ((double) ordered * others);
    }

    private static List<Decile> deciles(long[] sorted) {
        var deciles = new ArrayList<Decile>(PARTS);
        for (var part = 0; part < PARTS; part++) {
            var from = (int) ((long) sorted.length * part / PARTS);
            var to = (int) ((long) sorted.length * (part + 1) / PARTS);
            if (to > from) {
                deciles.add(new Decile(
                        probability(sorted[from]),
                        Arrays.stream(sorted, from, to)
                                .mapToDouble(ModelQuality::probability)
                                .average()
                                .orElseThrow(),
                        Arrays.stream(sorted, from, to)
                                .mapToDouble(key -> key & 1)
                                .average()
                                .orElseThrow(),
                        to - from));
            }
        }
        return deciles;
    }

    private static double probability(long key) {
        return Double.longBitsToDouble(key & ~1L);
    }

    /**
     * {@return how far customers have moved since this run: Σ (now − then)·ln(now/then) over its deciles (population stability
     * index); below 0.1 nothing to speak of, above 0.25 they are others}
     *
     * @param probabilities of a later run
     */
    public double drift(double[] probabilities) {
        var counts = new long[deciles.size()];
        for (var probability : probabilities) {
            var part = deciles.size() - 1;
            while (part > 0 && probability < deciles.get(part).from) {
                part--;
            }
            counts[part]++;
        }
        var drift = 0.0;
        for (var part = 0; part < counts.length; part++) {
            var then = Math.max(LEAST_SHARE, (double) deciles.get(part).customers / customers);
            var now = Math.max(LEAST_SHARE, (double) counts[part] / probabilities.length);
            drift += (now - then) * Math.log(now / then);
        }
        return drift;
    }
}

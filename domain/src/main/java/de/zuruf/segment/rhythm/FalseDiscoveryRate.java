package de.zuruf.segment.rhythm;

/**
 * Benjamini-Hochberg (1995) over all p-values of a run: up to which p-value may be reported, so that of all that is reported not more than a share is by chance.
 * Values are counted in {@value #BINS} bins, {@value #STEPS} to a power of ten, so that memory does not grow with their
 * number, and runs in parts can be merged. What is reported is never more than the exact procedure reports, and less only where a p-value lies within the width of a bin (1.2 %) of its limit. Valid for values that are independent or hang together positively.
 */
public final class FalseDiscoveryRate {

    private static final int STEPS = 200;
    private static final int BINS = 4000;

    private final long[] counts = new long[BINS];
    private long all;

    /** Counts a test. */
    public void add(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("not a probability: " + p);
        }
        var bin = p == 0 ? BINS - 1 : (int) Math.min(BINS - 1, -Math.log10(p) * STEPS);
        counts[bin]++;
        all++;
    }

    /** Counts tests whose result is as ordinary as can be: their p-value is 1. */
    public void addOrdinary(long tests) {
        counts[0] += tests;
        all += tests;
    }

    /** Adds the tests of another part of the run. */
    public void merge(FalseDiscoveryRate other) {
        for (var i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
        all += other.all;
    }

    /** {@return the number of tests} */
    public long tests() {
        return all;
    }

    /**
     * {@return the largest p-value to be reported; 0 when none is}
     *
     * @param rate share of false ones among all that are reported, 0 to 1
     */
    public double threshold(double rate) {
        var threshold = 0.0;
        var upTo = 0L;
        for (var bin = BINS - 1; bin >= 0; bin--) {
            upTo += counts[bin];
            // All that is counted up to here is at most this edge; it is the p-value of the exact procedure, rounded
            // up.
            var edge = Math.pow(10, -(double) bin / STEPS);
            if (upTo > 0 && edge * all <= rate * upTo) {
                threshold = edge;
            }
        }
        return threshold;
    }
}

package de.zuruf.segment.value;

import java.util.Arrays;

/**
 * The histories of many customers for a fit: those that are alike in (x, tx, T) are one cell with a weight, which changes no
 * likelihood. Needs eight bytes a customer while it is built, and about twenty a cell afterwards.
 */
public final class PurchaseCells {

    private static final int FIELD_BITS = 21;
    private static final int FIELD_MOST = (1 << FIELD_BITS) - 1;

    final int[] repeats;
    final int[] lastDay;
    final int[] observedDays;
    final int[] weight;
    final long customers;

    /** Sum over customers of their {@link PurchaseHistory#logGaps()}. */
    final double logGaps;

    private PurchaseCells(long[] packed, int size, double logGaps) {
        Arrays.sort(packed, 0, size);
        var cells = 0;
        for (var i = 0; i < size; i++) {
            if (i == 0 || packed[i] != packed[i - 1]) {
                cells++;
            }
        }
        repeats = new int[cells];
        lastDay = new int[cells];
        observedDays = new int[cells];
        weight = new int[cells];
        var cell = -1;
        for (var i = 0; i < size; i++) {
            if (i == 0 || packed[i] != packed[i - 1]) {
                cell++;
                repeats[cell] = (int) (packed[i] >>> (2 * FIELD_BITS));
                observedDays[cell] = (int) (packed[i] >>> FIELD_BITS) & FIELD_MOST;
                lastDay[cell] = (int) packed[i] & FIELD_MOST;
            }
            weight[cell]++;
        }
        customers = size;
        this.logGaps = logGaps;
    }

    /** {@return the number of cells} */
    public int size() {
        return repeats.length;
    }

    /** {@return the number of customers in them} */
    public long customers() {
        return customers;
    }

    /** {@return how many customers have ordered again} */
    public long repeaters() {
        var sum = 0L;
        for (var i = 0; i < repeats.length; i++) {
            if (repeats[i] > 0) {
                sum += weight[i];
            }
        }
        return sum;
    }

    /** {@return the sum of what all customers have ordered again} */
    public long allRepeats() {
        var sum = 0L;
        for (var i = 0; i < repeats.length; i++) {
            sum += (long) repeats[i] * weight[i];
        }
        return sum;
    }

    /** Gathers histories. */
    public static final class Builder {
        private long[] packed;
        private int size;
        private double logGaps;

        /** @param expected about how many customers there are */
        public Builder(int expected) {
            packed = new long[Math.max(16, expected)];
        }

        /** Adds a customer. */
        public Builder add(PurchaseHistory history) {
            return add(history.repeats(), history.lastDay(), history.observedDays(), history.logGaps());
        }

        /** Adds a customer whose history is checked already; the arguments are those of {@link PurchaseHistory}. */
        public Builder add(int repeats, int lastDay, int observedDays, double logGaps) {
            if (repeats > FIELD_MOST || observedDays > FIELD_MOST) {
                throw new IllegalArgumentException(repeats + " repeats in " + observedDays + " days");
            }
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, size + size / 2);
            }
            packed[size++] = (long) repeats << (2 * FIELD_BITS) | (long) observedDays << FIELD_BITS | lastDay;
            this.logGaps += logGaps;
            return this;
        }

        /** {@return the cells; this builder is used up} */
        public PurchaseCells build() {
            var cells = new PurchaseCells(packed, size, logGaps);
            packed = null;
            return cells;
        }
    }
}

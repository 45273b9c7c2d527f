package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The histories of many customers for a fit: those that are alike in (x, tx, T) are one cell with a weight, which changes no
 * likelihood. Needs nine bytes a customer at most.
 */
public final class PurchaseCells {

    private static final int FIELD_BITS = 21;
    private static final int FIELD_MOST = (1 << FIELD_BITS) - 1;

    /** Cells are worked on in pieces of at most so many, each of one x. */
    private static final int LARGEST_PIECE = 8192;

    /** Fewer customers are sorted sooner than another processor can be asked to help. */
    private static final int WORTH_SHARING = 50_000;

    private static final int SAMPLE = 255;

    /** x, T and tx of each cell in ascending order, 21 bits each; beyond {@link #size} without meaning. */
    private final long[] packed;

    /** More than {@link Byte#MAX_VALUE} customers who are alike are several cells. */
    private final byte[] weights;

    private final int size;
    private final long customers;
    private final long repeaters;
    private final long allRepeats;
    private final double logGaps;
    private final int longest;
    private final int[] pieces;

    private PurchaseCells(long[] packed, byte[] weights, double logGaps) {
        this.packed = packed;
        this.weights = weights;
        this.logGaps = logGaps;
        size = weights.length;
        var starts = new int[16];
        var count = 0;
        var repeating = 0L;
        var all = 0L;
        var most = 0;
        var sum = 0L;
        for (var cell = 0; cell < size; cell++) {
            if (cell == 0 || repeats(cell) != repeats(cell - 1) || cell - starts[count - 1] == LARGEST_PIECE) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = cell;
            }
            repeating += repeats(cell) > 0 ? weights[cell] : 0;
            all += (long) repeats(cell) * weights[cell];
            most = Math.max(most, observedDays(cell));
            sum += weights[cell];
        }
        pieces = Arrays.copyOf(starts, count + 1);
        pieces[count] = size;
        repeaters = repeating;
        allRepeats = all;
        longest = most;
        customers = sum;
    }

    private static PurchaseCells of(long[] packed, int customers, double logGaps) {
        sort(packed, 0, customers);
        var weights = new byte[distinct(packed, customers, null)];
        distinct(packed, customers, weights);
        return new PurchaseCells(packed, weights, logGaps);
    }

    /** Sorts in place; many in two halves at the same time, without the second array that {@link Arrays#parallelSort} takes. */
    private static void sort(long[] values, int from, int to) {
        if (to - from < WORTH_SHARING) {
            Arrays.sort(values, from, to);
            return;
        }
        var sample = new long[SAMPLE];
        for (var i = 0; i < SAMPLE; i++) {
            sample[i] = values[from + (int) ((long) (to - from) * i / SAMPLE)];
        }
        Arrays.sort(sample);
        var pivot = sample[SAMPLE / 2];
        var low = from;
        var high = to - 1;
        while (low <= high) {
            while (low <= high && values[low] < pivot) {
                low++;
            }
            while (low <= high && values[high] >= pivot) {
                high--;
            }
            if (low < high) {
                var swapped = values[low];
                values[low] = values[high];
                values[high] = swapped;
            }
        }
        var middle = low;
        IntStream.range(0, 2)
                .parallel()
                .forEach(half -> Arrays.sort(values, half == 0 ? from : middle, half == 0 ? middle : to));
    }

    /** {@return every so many-th cell, from which much the same model follows} The sum of the logarithms of gaps is not known of it. */
    PurchaseCells every(int step) {
        var chosen = new long[(size + step - 1) / step];
        var chosenWeights = new byte[chosen.length];
        for (var i = 0; i < chosen.length; i++) {
            chosen[i] = packed[i * step];
            chosenWeights[i] = weights[i * step];
        }
        return new PurchaseCells(chosen, chosenWeights, Double.NaN);
    }

    /** {@return the number of cells that the sorted histories are}; with {@code weights} they are put together, in place. */
    private static int distinct(long[] packed, int customers, byte[] weights) {
        var cells = 0;
        for (int i = 0, alike; i < customers; i += alike) {
            for (alike = 1;
                    i + alike < customers && alike < Byte.MAX_VALUE && packed[i + alike] == packed[i];
                    alike++) {}
            if (weights != null) {
                weights[cells] = (byte) alike;
                packed[cells] = packed[i];
            }
            cells++;
        }
        return cells;
    }

    /** {@return the number of cells} */
    public int size() {
        return size;
    }

    /** {@return the number of customers in them} */
    public long customers() {
        return customers;
    }

    /** {@return how many customers have ordered again} */
    public long repeaters() {
        return repeaters;
    }

    /** {@return the sum of what all customers have ordered again} */
    public long allRepeats() {
        return allRepeats;
    }

    /** {@return the sum over customers of their {@link PurchaseHistory#logGaps()}} */
    double logGaps() {
        return logGaps;
    }

    /** {@return the longest observation in days} */
    int longest() {
        return longest;
    }

    /** {@return the number of pieces; cells of one x are next to each other} */
    int pieces() {
        return pieces.length - 1;
    }

    /** {@return the first cell of a piece; of the one after the last, the number of cells} */
    int from(int piece) {
        return pieces[piece];
    }

    int repeats(int cell) {
        return (int) (packed[cell] >>> (2 * FIELD_BITS));
    }

    int observedDays(int cell) {
        return (int) (packed[cell] >>> FIELD_BITS) & FIELD_MOST;
    }

    int lastDay(int cell) {
        return (int) packed[cell] & FIELD_MOST;
    }

    int weight(int cell) {
        return weights[cell];
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
            var cells = PurchaseCells.of(packed, size, logGaps);
            packed = null;
            return cells;
        }
    }
}

package de.zuruf.report;

import java.util.Collection;
import java.util.OptionalDouble;

/** Middle and tail of a set of measurements. */
public final class Quantiles {

    private Quantiles() {}

    /** {@return the median, of an even number the mean of the middle two; empty when there is no value} */
    public static OptionalDouble median(Collection<? extends Number> values) {
        return at(values, 0.5);
    }

    /** {@return the value below which nine tenths lie, linearly interpolated; empty when there is no value} */
    public static OptionalDouble p90(Collection<? extends Number> values) {
        return at(values, 0.9);
    }

    private static OptionalDouble at(Collection<? extends Number> values, double share) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }
}

package de.zuruf.segment.scheme;

import de.zuruf.segment.ValueClass;

/** Thresholds as numbers; of each array A, B, C. {@code clv} is null when it plays no part. */
record CompiledValues(
        ValueBasis basis, double[] revenue, double potentialWeight, double[] clv, double highFrom, double middleFrom) {

    static ValueClass classOf(double value, double[] thresholds) {
        return value >= thresholds[0]
                ? ValueClass.A
                : value >= thresholds[1] ? ValueClass.B : value >= thresholds[2] ? ValueClass.C : ValueClass.D;
    }
}

package de.zuruf.segment.rhythm;

import java.util.Arrays;

/**
 * How fast time passes through the year, as far as orders are concerned: of a day in a quiet part of the year less is expected than of
 * one in a busy part. The year has {@value #PARTS} parts of 15.2 days, the first from the 1st of January on; leap days shift them by less than a day.
 * The profile of all customers has a mean of 1. Unchangeable.
 */
public final class SeasonProfile {

    /** Parts of a year. */
    public static final int PARTS = 24;

    static final double YEAR = 365.2425;
    static final double PART = YEAR / PARTS;

    /** No part of the year differs. */
    public static final SeasonProfile NONE = new SeasonProfile(filled(1));

    /** Below this nothing is expected any more; a floor, so that even there a pause counts at last. */
    private static final double LEAST = 0.05;

    /** So many orders of each part are supposed to be ordinary before the first one is seen. */
    private static final double ORDINARY = 100;

    private static final int FEWEST_REPEATS = 3;

    private final double[] factors;

    /** Time from the beginning of the year to the beginning of a part, in days; one more for the whole year. */
    private final double[] passed = new double[PARTS + 1];

    private SeasonProfile(double[] factors) {
        this.factors = factors;
        for (var i = 0; i < PARTS; i++) {
            passed[i + 1] = passed[i] + factors[i] * PART;
        }
    }

    /**
     * {@return the profile with these factors}
     *
     * @param factors {@value #PARTS} of them, at least 0; very small ones are raised to 0.05
     */
    public static SeasonProfile of(double... factors) {
        if (factors.length != PARTS || Arrays.stream(factors).anyMatch(f -> !(f >= 0) || Double.isInfinite(f))) {
            throw new IllegalArgumentException("not a profile: " + Arrays.toString(factors));
        }
        return new SeasonProfile(
                Arrays.stream(factors).map(f -> Math.max(LEAST, f)).toArray());
    }

    /** {@return how much of a usual day one in this part of the year is} */
    public double factor(int part) {
        return factors[part];
    }

    /** {@return the part of a day since 1970-01-01} */
    static int part(int epochDay) {
        var inYear = epochDay - Math.floor(epochDay / YEAR) * YEAR;
        return Math.min(PARTS - 1, (int) (inYear / PART));
    }

    /** {@return how many usual days there are between two days since 1970-01-01} */
    double between(int from, int to) {
        return at(to) - at(from);
    }

    private double at(int epochDay) {
        var years = Math.floor(epochDay / YEAR);
        var parts = (epochDay - years * YEAR) / PART;
        var part = Math.min(PARTS - 1, (int) parts);
        return years * passed[PARTS] + passed[part] + (parts - part) * PART * factors[part];
    }

    /** Adds the days of each part between two days. */
    static void addDays(int from, int to, double[] daysOfParts) {
        var total = (to - from) / PART;
        var years = Math.floor(total / PARTS);
        var at = from / PART - Math.floor(from / YEAR) * PARTS;
        var part = Math.min(PARTS - 1, (int) at);
        var left = total - years * PARTS;
        for (var i = 0; i < PARTS; i++) {
            daysOfParts[i] += years * PART;
        }
        var step = Math.min(left, part + 1 - at);
        while (left > 0) {
            daysOfParts[part] += step * PART;
            left -= step;
            part = (part + 1) % PARTS;
            step = Math.min(left, 1);
        }
    }

    private static double[] filled(double value) {
        var all = new double[PARTS];
        Arrays.fill(all, value);
        return all;
    }

    /** Finds the profile that all customers have in common. */
    static final class Builder {
        private final double[] orders = new double[PARTS];
        private final double[] expected = new double[PARTS];
        private final double[] daysOfParts = new double[PARTS];

        void add(OrderHistory history) {
            var days = history.days;
            var repeats = days.length - 1;
            if (repeats < FEWEST_REPEATS) {
                return;
            }
            Arrays.fill(daysOfParts, 0);
            addDays(days[0], days[repeats], daysOfParts);
            var perDay = (double) repeats / (days[repeats] - days[0]);
            for (var i = 0; i < PARTS; i++) {
                expected[i] += perDay * daysOfParts[i];
            }
            for (var i = 1; i <= repeats; i++) {
                orders[part(days[i])]++;
            }
        }

        void merge(Builder other) {
            for (var i = 0; i < PARTS; i++) {
                orders[i] += other.orders[i];
                expected[i] += other.expected[i];
            }
        }

        SeasonProfile build() {
            var factors = new double[PARTS];
            for (var i = 0; i < PARTS; i++) {
                factors[i] = (orders[i] + ORDINARY) / (expected[i] + ORDINARY);
            }
            var mean = Arrays.stream(factors).sum() / PARTS;
            return of(Arrays.stream(factors).map(f -> f / mean).toArray());
        }
    }
}

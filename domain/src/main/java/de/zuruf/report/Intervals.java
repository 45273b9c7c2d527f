package de.zuruf.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Equal slices of a company's days. An hour that the clock repeats makes two intervals, one that it skips makes none.
 */
public final class Intervals {

    /** Longest span of a report. */
    public static final int MAXIMUM_DAYS = 366;

    private final List<Instant> starts;
    private final Instant end;

    private Intervals(List<Instant> starts, Instant end) {
        this.starts = starts;
        this.end = end;
    }

    /**
     * Slices a span of days.
     *
     * @param from first day
     * @param to   last day, inclusive
     * @param zone the company's time zone
     * @throws de.zuruf.wording.InvalidInputException when {@code to} lies before {@code from} or more than
     *     {@value #MAXIMUM_DAYS} days are asked for
     */
    public static Intervals of(LocalDate from, LocalDate to, IntervalSize size, ZoneId zone) {
        return new Intervals(List.of(), Instant.EPOCH);
    }

    /** {@return beginnings of the intervals, ascending; the first and last may be cut by the span} */
    public List<Instant> starts() {
        return starts;
    }

    /** {@return beginning of the span, inclusive} */
    public Instant start() {
        return starts.get(0);
    }

    /** {@return end of the span, exclusive} */
    public Instant end() {
        return end;
    }

    /** {@return index into {@link #starts} of the interval with this instant; -1 when outside the span} */
    public int indexOf(Instant instant) {
        throw new UnsupportedOperationException("" + instant);
    }
}

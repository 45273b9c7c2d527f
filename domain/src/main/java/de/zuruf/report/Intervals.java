package de.zuruf.report;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
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
     * @throws InvalidInputException when {@code to} lies before {@code from} or more than
     *     {@value #MAXIMUM_DAYS} days are asked for
     */
    public static Intervals of(LocalDate from, LocalDate to, IntervalSize size, ZoneId zone) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MAXIMUM_DAYS) {
            throw new InvalidInputException(
                    "ZURUF-SPAN",
                    new Bilingual(
                            "Der Zeitraum umfasst einen bis " + MAXIMUM_DAYS + " Tage.",
                            "The span has one to " + MAXIMUM_DAYS + " days."),
                    "to");
        }
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        List<Instant> starts = new ArrayList<>();
        starts.add(start);
        Instant next = following(start, size, zone);
        while (next.isBefore(end)) {
            starts.add(next);
            next = following(next, size, zone);
        }
        return new Intervals(List.copyOf(starts), end);
    }

    private static Instant following(Instant start, IntervalSize size, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return switch (size) {
            // Added to the instant, not to the clock's time: the repeated hour of autumn is an hour of its own.
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant().plus(1, ChronoUnit.HOURS);
            case DAY -> local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK ->
                local.toLocalDate()
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
        };
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
        if (!instant.isBefore(end)) {
            return -1;
        }
        int found = Collections.binarySearch(starts, instant);
        return found >= 0 ? found : -found - 2;
    }
}

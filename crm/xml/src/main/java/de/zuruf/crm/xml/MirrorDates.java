package de.zuruf.crm.xml;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How the dates of a file are taken: as written, or moved along so that the file's anchor date is today. Weekends are
 * avoided only when dates are moved, because only then they are not the CRM's own.
 */
public final class MirrorDates {
    private static final MirrorDates AS_WRITTEN = new MirrorDates(null, 0);

    private final LocalDate today;
    private final long days;

    private MirrorDates(LocalDate today, long days) {
        this.today = today;
        this.days = days;
    }

    /** {@return the rule that takes every date as it stands in the file} */
    public static MirrorDates asWritten() {
        return AS_WRITTEN;
    }

    /**
     * @param today the day that the file's anchor date is moved to
     * @return the rule that moves all dates by the distance between the file's anchor date and {@code today}; a file
     *     without an anchor date is taken as written
     */
    public static MirrorDates relativeTo(LocalDate today) {
        return new MirrorDates(today, 0);
    }

    MirrorDates anchoredAt(LocalDate anchor) {
        return today == null || anchor == null
                ? AS_WRITTEN
                : new MirrorDates(today, ChronoUnit.DAYS.between(anchor, today));
    }

    /** A day on which something happened: never a weekend after moving, and never later than it was. */
    LocalDate happened(LocalDate written) {
        if (written == null || today == null) {
            return written;
        }
        LocalDate moved = written.plusDays(days);
        return switch (moved.getDayOfWeek()) {
            case SATURDAY -> moved.minusDays(1);
            case SUNDAY -> moved.minusDays(2);
            default -> moved;
        };
    }

    /** A day for which something is planned: what lies ahead stays ahead, what is due stays due. */
    LocalDate planned(LocalDate written) {
        if (written == null || today == null) {
            return written;
        }
        LocalDate moved = written.plusDays(days);
        if (!moved.isAfter(today)) {
            return happened(written);
        }
        if (moved.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return moved.plusDays(2);
        }
        return moved.getDayOfWeek() == DayOfWeek.SUNDAY ? moved.plusDays(1) : moved;
    }
}

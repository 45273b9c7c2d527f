package de.zuruf.app.report;

import de.zuruf.report.IntervalSize;
import de.zuruf.report.Intervals;
import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a report is about.
 *
 * @param from  first day in the company's time zone
 * @param to    last day, inclusive; at most {@value Intervals#MAXIMUM_DAYS} days in all
 * @param queue only calls of this queue; null or blank for all
 * @param team  only what concerns this team; null or blank for all
 */
public record Selection(LocalDate from, LocalDate to, String queue, String team) {
    public Selection {
        if (from == null) {
            throw InvalidInputException.missing("from");
        }
        if (to == null) {
            throw InvalidInputException.missing("to");
        }
        queue = queue == null || queue.isBlank() ? null : queue;
        team = team == null || team.isBlank() ? null : team;
    }

    Intervals intervals(IntervalSize size, ZoneId zone) {
        return Intervals.of(from, to, size, zone);
    }
}

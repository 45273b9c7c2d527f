package de.zuruf.app.report;

import de.zuruf.handoff.HandoffState;
import de.zuruf.report.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts the handoffs of a group. */
final class HandoffTally {
    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private final Instant now;
    private final LocalDate today;
    private final Duration target;
    private final List<Double> hours = new ArrayList<>();
    private int sent;
    private int answered;
    private int overdue;
    private int decided;
    private int met;

    HandoffTally(Instant now, LocalDate today, Duration target) {
        this.now = now;
        this.today = today;
        this.target = target;
    }

    /**
     * A handoff as this report sees it.
     *
     * @param acknowledgedAt null when it is not yet
     */
    record Sample(Instant sentAt, Instant acknowledgedAt, HandoffState state, LocalDate dueOn) {}

    void add(Sample handoff) {
        sent++;
        if (handoff.state == HandoffState.ANSWERED) {
            answered++;
        } else if (handoff.dueOn.isBefore(today)) {
            overdue++;
        }
        var waited = Duration.between(handoff.sentAt, handoff.acknowledgedAt == null ? now : handoff.acknowledgedAt);
        var late = waited.compareTo(target) > 0;
        if (handoff.acknowledgedAt != null) {
            hours.add(Math.max(0, waited.toMillis()) / MILLIS_PER_HOUR);
            met += late ? 0 : 1;
        }
        // What waits and still has time is neither a success nor a failure.
        decided += handoff.acknowledgedAt != null || late ? 1 : 0;
    }

    HandoffReports.Row row(String team) {
        var median = Quantiles.median(hours);
        var p90 = Quantiles.p90(hours);
        return new HandoffReports.Row(
                team,
                sent,
                hours.size(),
                answered,
                sent - hours.size(),
                overdue,
                median.isPresent() ? median.getAsDouble() : null,
                p90.isPresent() ? p90.getAsDouble() : null,
                false);
    }

    /** {@return the share acknowledged in time over several groups, 0 to 1; null when none is decided} */
    static Double met(List<HandoffTally> groups) {
        var decided = groups.stream().mapToInt(group -> group.decided).sum();
        return decided == 0
                ? null
                : (double) groups.stream().mapToInt(group -> group.met).sum() / decided;
    }
}

package de.zuruf.app.report;

import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.call.EndCause;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.report.CallFigures;
import de.zuruf.report.CallSample;
import de.zuruf.report.IntervalSize;
import de.zuruf.report.Intervals;
import de.zuruf.report.ServiceLevelRule;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How many calls came in and how they were taken. Calls that are still going on are counted when they are over. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class CallReports {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Staff staff;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /**
     * Figures of an interval or of the whole span. {@code offered} is the sum of the five counts of ends.
     *
     * @param start                beginning of the interval; null for the whole span
     * @param offered              calls from outside that have ended
     * @param answered             answered by somebody
     * @param abandoned            hung up by the caller, short abandons not among them
     * @param missed               busy or rung out
     * @param shortAbandons        hung up by the caller at once
     * @param unknown              not answered as far as was heard, end not heard
     * @param serviceLevel         0 to 1; null when no call counts
     * @param averageSpeedOfAnswer in seconds; null when none was answered
     */
    public record Figures(
            Instant start,
            int offered,
            int answered,
            int abandoned,
            int missed,
            int shortAbandons,
            int unknown,
            Double serviceLevel,
            Double averageSpeedOfAnswer) {}

    /** The service level's formula with its actual seconds, in both languages. */
    public record Formula(String de, String en, int thresholdSeconds, int shortAbandonSeconds) {}

    /**
     * A span in which a telephone system was not heard, so that calls may be missing.
     *
     * @param from may lie before the report's span
     * @param to   may lie after it; null while it lasts
     */
    public record Gap(String pbx, Instant from, Instant to) {}

    /**
     * The report.
     *
     * @param minimumGroup people that a group must have to be shown
     * @param withheld     true when the group is too small; there are no figures then
     * @param intervals    ascending, without holes; the first and last may be cut by the span
     * @param total        null when withheld
     * @param gaps         ascending
     * @param queues       queues with calls in the span
     * @param teams        teams of inside sales
     */
    public record Report(
            int minimumGroup,
            boolean withheld,
            List<Figures> intervals,
            Figures total,
            Formula formula,
            List<Gap> gaps,
            List<String> queues,
            List<String> teams) {}

    /**
     * Counts calls by the time at which they came in.
     *
     * @param selection what to count
     * @param size      length of the intervals
     * @throws InvalidInputException when the span is empty or too long
     */
    public Report report(Selection selection, IntervalSize size) {
        var intervals = selection.intervals(size, clock.getZone());
        var teams = new TeamSizes(staff.withRole(EmployeeRole.INSIDE_SALES), settings.minimumGroup());
        var rule = settings.serviceLevel();
        var withheld = teams.withholds(selection);
        var sums = withheld ? new CallFigures[0] : sums(selection, intervals, rule);
        return new Report(
                settings.minimumGroup().people(),
                withheld,
                figures(intervals, sums, rule),
                withheld ? null : view(null, Arrays.stream(sums).reduce(CallFigures.NONE, CallFigures::plus), rule),
                new Formula(
                        rule.formula().de(), rule.formula().en(), rule.thresholdSeconds(), rule.shortAbandonSeconds()),
                gaps(intervals),
                queues(intervals),
                teams.names());
    }

    private CallFigures[] sums(Selection selection, Intervals intervals, ServiceLevelRule rule) {
        var sums = new CallFigures[intervals.starts().size()];
        Arrays.fill(sums, CallFigures.NONE);
        var scope = new CallScope(selection, intervals);
        var calls = scope.bind(em.createQuery(
                "select c.startedAt, c.answeredAt, c.endedAt, c.endCause from PhoneCall c where c.startedAt >= :start and"
                        + " c.startedAt < :end and c.endedAt is not null and " + scope.condition(),
                Object[].class));
        try (var rows = calls.getResultStream()) {
            rows.map(row -> new CallSample((Instant) row[0], (Instant) row[1], (Instant) row[2], (EndCause) row[3]))
                    .forEach(call -> {
                        var index = intervals.indexOf(call.startedAt());
                        sums[index] = sums[index].plus(CallFigures.of(List.of(call), rule));
                    });
        }
        return sums;
    }

    private static List<Figures> figures(Intervals intervals, CallFigures[] sums, ServiceLevelRule rule) {
        var figures = new Figures[sums.length];
        Arrays.setAll(figures, i -> view(intervals.starts().get(i), sums[i], rule));
        return List.of(figures);
    }

    private static Figures view(Instant start, CallFigures sum, ServiceLevelRule rule) {
        return new Figures(
                start,
                sum.offered(),
                sum.answered(),
                sum.abandoned(),
                sum.missed(),
                sum.shortAbandons(),
                sum.unknown(),
                orNull(sum.serviceLevel(rule)),
                orNull(sum.averageSpeedOfAnswer()));
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private List<Gap> gaps(Intervals span) {
        return em.createQuery(
                        "select g.pbx, g.lostAt, g.heardAt from PbxGap g where g.lostAt < :end and (g.heardAt is null or"
                                + " g.heardAt > :start) order by g.lostAt, g.pbx",
                        Object[].class)
                .setParameter("start", span.start())
                .setParameter("end", span.end())
                .getResultStream()
                .map(row -> new Gap((String) row[0], (Instant) row[1], (Instant) row[2]))
                .toList();
    }

    private List<String> queues(Intervals span) {
        return em.createQuery(
                        "select distinct c.queue from PhoneCall c where c.startedAt >= :start and c.startedAt < :end and"
                                + " c.internal = false and c.outgoing = false and c.queue is not null order by c.queue",
                        String.class)
                .setParameter("start", span.start())
                .setParameter("end", span.end())
                .getResultList();
    }
}

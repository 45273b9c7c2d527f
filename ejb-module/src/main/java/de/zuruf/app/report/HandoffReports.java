package de.zuruf.app.report;

import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.handoff.HandoffState;
import de.zuruf.report.IntervalSize;
import de.zuruf.report.Intervals;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What inside sales handed to the field and how soon the field took note. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class HandoffReports {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Staff staff;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /**
     * Handoffs to one team of field sales. Figures are null when withheld.
     *
     * @param team                     the recipients' team; null for those in none
     * @param sent                     sent to it in the span
     * @param acknowledged             of these, acknowledged by now
     * @param answered                 of these, answered by now
     * @param open                     of these, not acknowledged by now
     * @param overdue                  of these, not answered although the due day is over
     * @param medianHoursToAcknowledge nights and weekends included; null when none is acknowledged
     * @param p90HoursToAcknowledge    likewise
     * @param withheld                 true when the team is too small
     */
    public record Row(
            String team,
            Integer sent,
            Integer acknowledged,
            Integer answered,
            Integer open,
            Integer overdue,
            Double medianHoursToAcknowledge,
            Double p90HoursToAcknowledge,
            boolean withheld) {
        static Row withheld(String team) {
            return new Row(team, null, null, null, null, null, null, null, true);
        }
    }

    /**
     * How far the target is met.
     *
     * @param hours within which a handoff should be acknowledged
     * @param met   share of the handoffs in the rows that are shown, 0 to 1; those that wait and still have time do not
     *     count; null when none counts
     */
    public record Target(long hours, Double met) {}

    /**
     * The report.
     *
     * @param minimumGroup people that a group must have to be shown
     * @param rows         one for each team of field sales, and one without name for recipients who are in no team
     * @param withheld     true when the selected team is too small; there are no rows then
     */
    public record Report(int minimumGroup, List<Row> rows, Target target, boolean withheld) {}

    /**
     * Counts handoffs by the time at which they were sent.
     *
     * @param selection with a team: what its members sent or received; with a queue: what came out of its calls
     * @throws InvalidInputException when the span is empty or too long
     */
    public Report report(Selection selection) {
        var span = selection.intervals(IntervalSize.DAY, clock.getZone());
        var minimum = settings.minimumGroup();
        var inside = staff.withRole(EmployeeRole.INSIDE_SALES);
        var field = staff.withRole(EmployeeRole.FIELD_SALES);
        var insideTeams = new TeamSizes(inside, minimum);
        var fieldTeams = new TeamSizes(field, minimum);
        var hours = settings.acknowledgeTarget().toHours();
        if (withholds(selection, insideTeams, fieldTeams)) {
            return new Report(minimum.people(), List.of(), new Target(hours, null), true);
        }
        var teamOf = new HashMap<String, String>();
        field.forEach(e -> teamOf.put(e.id(), e.team()));
        var members = Stream.concat(inside.stream(), field.stream())
                .filter(e -> selection.team() == null || selection.team().equals(e.team()))
                .map(Employee::id)
                .collect(Collectors.toSet());
        var tallies = new TreeMap<String, HandoffTally>(Comparator.nullsLast(Comparator.naturalOrder()));
        // Every team has its row, so that a row does not tell that something was sent.
        fieldTeams.names().stream()
                .filter(team ->
                        selection.team() == null || selection.team().equals(team) || insideTeams.has(selection.team()))
                .forEach(team -> tallies.put(team, tally()));
        for (var sent : sent(selection, span)) {
            if (selection.team() == null || members.contains(sent.senderId) || members.contains(sent.recipientId)) {
                tallies.computeIfAbsent(teamOf.get(sent.recipientId), team -> tally())
                        .add(sent.handoff);
            }
        }
        return report(tallies, fieldTeams, hours);
    }

    private static boolean withholds(Selection selection, TeamSizes inside, TeamSizes field) {
        var team = selection.team();
        if (team == null) {
            return field.withholds(selection);
        }
        return !inside.has(team) && !field.has(team)
                || inside.has(team) && inside.withholdsTeam(team)
                || field.has(team) && field.withholdsTeam(team);
    }

    private HandoffTally tally() {
        return new HandoffTally(clock.instant(), LocalDate.now(clock), settings.acknowledgeTarget());
    }

    private Report report(Map<String, HandoffTally> tallies, TeamSizes teams, long hours) {
        var rows = new ArrayList<Row>();
        var shown = new ArrayList<HandoffTally>();
        tallies.forEach((team, tally) -> {
            if (teams.withholdsTeam(team)) {
                rows.add(Row.withheld(team));
            } else {
                rows.add(tally.row(team));
                shown.add(tally);
            }
        });
        return new Report(settings.minimumGroup().people(), rows, new Target(hours, HandoffTally.met(shown)), false);
    }

    private record Sent(String senderId, String recipientId, HandoffTally.Sample handoff) {}

    private List<Sent> sent(Selection selection, Intervals span) {
        var query = em.createQuery(
                        "select h.senderId, h.recipientId, h.sentAt, h.acknowledgedAt, h.state, h.dueOn from SentHandoff h"
                                + " where h.sentAt >= :start and h.sentAt < :end"
                                + (selection.queue() == null
                                        ? ""
                                        : " and h.callId in (select c.id from PhoneCall c where c.queue = :queue)"),
                        Object[].class)
                .setParameter("start", span.start())
                .setParameter("end", span.end());
        if (selection.queue() != null) {
            query.setParameter("queue", selection.queue());
        }
        return query.getResultStream()
                .map(row -> new Sent(
                        (String) row[0],
                        (String) row[1],
                        new HandoffTally.Sample(
                                (Instant) row[2], (Instant) row[3], (HandoffState) row[4], (LocalDate) row[5])))
                .toList();
    }
}

package de.zuruf.app.report;

import de.zuruf.app.call.PbxStates;
import de.zuruf.app.people.Staff;
import de.zuruf.app.presence.AgentBook;
import de.zuruf.app.presence.QueueBook;
import de.zuruf.call.EndCause;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.presence.AgentState;
import de.zuruf.report.CallFigures;
import de.zuruf.report.CallSample;
import de.zuruf.report.ServiceLevelRule;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Composes the {@link Board}. Who may see it is the caller's matter. */
@Stateless
@PermitAll
public class BoardFigures {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private QueueBook queues;

    @Inject
    private AgentBook agents;

    @Inject
    private PbxStates pbxStates;

    @Inject
    private Staff staff;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /** {@return what goes on now} */
    public Board board() {
        var people = staff.withRole(EmployeeRole.INSIDE_SALES);
        var sizes = new TeamSizes(people, settings.minimumGroup());
        var rule = settings.serviceLevel();
        var withheld = settings.minimumGroup().withholds(people.size());
        var today = withheld ? Map.<At, CallFigures>of() : today(rule);
        var formula = rule.formula();
        return new Board(
                clock.instant(),
                pbxStates.all(),
                queues.all().stream()
                        .map(queue -> queue(
                                queue, today.getOrDefault(new At(queue.pbx(), queue.name()), CallFigures.NONE), rule))
                        .toList(),
                teams(people, sizes),
                team(null, people, withheld),
                new CallReports.Formula(
                        formula.de(), formula.en(), rule.thresholdSeconds(), rule.shortAbandonSeconds()),
                settings.minimumGroup().people());
    }

    private static Board.Queue queue(QueueBook.QueueView queue, CallFigures today, ServiceLevelRule rule) {
        var level = today.serviceLevel(rule);
        return new Board.Queue(
                queue.pbx(),
                queue.name(),
                queue.waiting(),
                queue.since(),
                queue.members(),
                today.answered(),
                today.abandoned(),
                level.isPresent() ? level.getAsDouble() : null);
    }

    private record At(String pbx, String queue) {}

    /** As the report counts them: by the time at which they came in, when they are over. */
    private Map<At, CallFigures> today(ServiceLevelRule rule) {
        var midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        var figures = new HashMap<At, CallFigures>();
        em.createQuery(
                        "select c.pbx, c.queue, c.startedAt, c.answeredAt, c.endedAt, c.endCause from PhoneCall c where"
                                + " c.startedAt >= ?1 and c.endedAt is not null and c.queue is not null and c.internal ="
                                + " false and c.outgoing = false",
                        Object[].class)
                .setParameter(1, midnight)
                .getResultStream()
                .forEach(row -> {
                    var call = new CallSample((Instant) row[2], (Instant) row[3], (Instant) row[4], (EndCause) row[5]);
                    figures.merge(
                            new At((String) row[0], (String) row[1]),
                            CallFigures.of(List.of(call), rule),
                            CallFigures::plus);
                });
        return figures;
    }

    private List<Board.Team> teams(List<Employee> people, TeamSizes sizes) {
        var teams = new ArrayList<Board.Team>();
        for (var name : sizes.names()) {
            teams.add(team(name, of(name, people), sizes.withholdsTeam(name)));
        }
        if (sizes.has(null)) {
            teams.add(team(null, of(null, people), sizes.withholdsTeam(null)));
        }
        return teams;
    }

    private static List<Employee> of(String team, List<Employee> people) {
        return people.stream()
                .filter(person -> Objects.equals(
                        team, person.team() == null || person.team().isBlank() ? null : person.team()))
                .toList();
    }

    private Board.Team team(String name, Collection<Employee> people, boolean withheld) {
        if (withheld) {
            return new Board.Team(name, people.size(), true, null);
        }
        var known = agents.states();
        var states = new TreeMap<String, Integer>();
        people.forEach(person ->
                states.merge(known.getOrDefault(person.id(), AgentState.OFFLINE).name(), 1, Integer::sum));
        return new Board.Team(name, people.size(), false, states);
    }
}

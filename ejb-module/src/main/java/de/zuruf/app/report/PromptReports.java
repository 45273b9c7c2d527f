package de.zuruf.app.report;

import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.Occasion;
import de.zuruf.report.IntervalSize;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Which prompts were shown to whom among the customers, and what agents made of them. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class PromptReports {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Staff staff;

    @Inject
    private ReportSettings settings;

    @Inject
    private Clock clock;

    /**
     * Counts of one kind of prompt in one segment. {@code shown} is the sum of the five others.
     *
     * @param segment the customer's value class when the prompt was shown; null when it had none
     * @param phase   his lifecycle phase then; null when it had none
     * @param open    not answered
     */
    public record Row(
            Occasion occasion,
            ValueClass segment,
            LifecyclePhase phase,
            long shown,
            long done,
            long declined,
            long later,
            long doesNotFit,
            long open) {}

    /**
     * The report.
     *
     * @param minimumGroup people that a group must have to be shown
     * @param rows         by occasion, value class and phase; empty when withheld
     * @param withheld     true when the group is too small
     */
    public record Report(int minimumGroup, List<Row> rows, boolean withheld) {}

    private record Kind(Occasion occasion, ValueClass segment, LifecyclePhase phase) {}

    /**
     * Counts prompts by the time at which they were shown. A prompt that left the screen unanswered because another
     * customer was chosen was not meant for this one and does not count.
     *
     * @throws InvalidInputException when the span is empty or too long
     */
    public Report report(Selection selection) {
        var span = selection.intervals(IntervalSize.DAY, clock.getZone());
        var minimum = settings.minimumGroup();
        if (new TeamSizes(staff.withRole(EmployeeRole.INSIDE_SALES), minimum).withholds(selection)) {
            return new Report(minimum.people(), List.of(), true);
        }
        var scope = new CallScope(selection, span);
        var counts = new HashMap<Kind, HashMap<AnswerKind, Long>>();
        scope.bind(em.createQuery(
                        "select s.occasion, s.valueClass, s.phase, s.answer, count(s.id) from PromptShowing s join PhoneCall"
                                + " c on c.id = s.callId where s.shownAt >= :start and s.shownAt < :end and"
                                + " (s.withdrawnAt is null or s.answer is not null) and " + scope.condition()
                                + " group by s.occasion, s.valueClass, s.phase, s.answer",
                        Object[].class))
                .getResultStream()
                .forEach(row -> counts.computeIfAbsent(
                                new Kind((Occasion) row[0], (ValueClass) row[1], (LifecyclePhase) row[2]),
                                kind -> new HashMap<>())
                        .put((AnswerKind) row[3], (Long) row[4]));
        var rows = counts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Row::occasion)
                        .thenComparing(Row::segment, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Row::phase, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Report(minimum.people(), rows, false);
    }

    private static Row row(Kind kind, HashMap<AnswerKind, Long> answers) {
        return new Row(
                kind.occasion,
                kind.segment,
                kind.phase,
                answers.values().stream().mapToLong(Long::longValue).sum(),
                answers.getOrDefault(AnswerKind.DONE, 0L),
                answers.getOrDefault(AnswerKind.DECLINED, 0L),
                answers.getOrDefault(AnswerKind.LATER, 0L),
                answers.getOrDefault(AnswerKind.DOES_NOT_FIT, 0L),
                answers.getOrDefault(null, 0L));
    }
}

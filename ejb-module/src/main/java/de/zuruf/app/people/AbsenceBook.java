package de.zuruf.app.people;

import de.zuruf.customer.Absence;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import de.zuruf.wording.NotPermittedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Who is away when. Everybody enters his own absences, a supervisor anybody's. From the first day on the deputy gets what the absent
 * one would have got: handoffs, calls that go to the owner, and his place in the coverage matrix.
 */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR})
public class AbsenceBook {
    private static final int PAST_DAYS = 30;
    private static final int LIST_LENGTH = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Staff staff;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Event<StaffDirectory.AbsencesChanged> changed;

    /**
     * An absence.
     *
     * @param deputy     who stands in; null when nobody is named, neither here nor in the CRM
     * @param deputyAway true when the deputy is away on some of these days, too
     * @param mine       whether the one who asks may take it back
     */
    public record Entry(
            long id, Person person, LocalDate from, LocalDate to, Person deputy, boolean deputyAway, boolean mine) {}

    /**
     * {@return absences that are not over for more than 30 days, earliest first: to supervisors everybody's, to others their own and
     * those of whom they stand in for; at most 500}
     */
    public List<Entry> list() {
        return em.createQuery(
                        "select a from EnteredAbsence a where a.lastDay >= ?1 order by a.firstDay, a.id",
                        EnteredAbsence.class)
                .setParameter(1, LocalDate.now(clock).minusDays(PAST_DAYS))
                .getResultStream()
                .map(this::entry)
                .filter(this::concernsTheUser)
                .limit(LIST_LENGTH)
                .toList();
    }

    private boolean concernsTheUser(Entry entry) {
        return entry.mine() || entry.deputy() != null && entry.deputy().id().equals(user.id());
    }

    /**
     * Enters an absence.
     *
     * @param wanted without an employee: the one who asks
     * @throws NotPermittedException when it is somebody else's and the one who asks is no supervisor
     * @throws InvalidInputException when it is not in order, overlaps another one of the same person or names somebody unknown
     */
    public Entry enter(Absence wanted) {
        var me = user.id();
        var absence = new Absence(
                        wanted.employeeId() == null || wanted.employeeId().isBlank() ? me : wanted.employeeId(),
                        wanted.from(),
                        wanted.to(),
                        wanted.deputyId() == null || wanted.deputyId().isBlank() ? null : wanted.deputyId())
                .checked(LocalDate.now(clock));
        if (!absence.employeeId().equals(me) && !user.has(Roles.SUPERVISOR)) {
            throw new NotPermittedException(
                    "ZURUF-ABSENCE-FOREIGN",
                    new Bilingual(
                            "Abwesenheiten anderer trägt die Vertriebsleitung ein.",
                            "Absences of others are entered by a supervisor."));
        }
        known(absence.employeeId(), "employeeId");
        if (absence.deputyId() != null) {
            known(absence.deputyId(), "deputyId");
        }
        if (staff.absences(absence.from(), absence.to()).entries().stream().anyMatch(absence::overlaps)) {
            throw new InvalidInputException(
                    "ZURUF-ABSENCE-OVERLAP",
                    new Bilingual(
                            "In diesen Tagen ist schon eine Abwesenheit eingetragen.",
                            "There is an absence in these days already."),
                    "from");
        }
        var row = new EnteredAbsence();
        row.employeeId = absence.employeeId();
        row.firstDay = absence.from();
        row.lastDay = absence.to();
        row.deputyId = absence.deputyId();
        row.enteredBy = me;
        row.enteredAt = clock.instant();
        em.persist(row);
        changed.fire(new StaffDirectory.AbsencesChanged());
        return entry(row);
    }

    /** Takes an absence back. */
    public void remove(long id) {
        var row = em.find(EnteredAbsence.class, id);
        if (row == null || !mine(row)) {
            throw new NotFoundException(
                    "ZURUF-ABSENCE-UNKNOWN",
                    new Bilingual("Diese Abwesenheit gibt es nicht.", "There is no such absence."));
        }
        em.remove(row);
        changed.fire(new StaffDirectory.AbsencesChanged());
    }

    private void known(String id, String field) {
        if (staff.find(id).isEmpty()) {
            throw new InvalidInputException(
                    "ZURUF-PERSON", new Bilingual("Diese Person gibt es nicht.", "There is no such person."), field);
        }
    }

    private boolean mine(EnteredAbsence row) {
        return row.employeeId.equals(user.id()) || user.has(Roles.SUPERVISOR);
    }

    private Entry entry(EnteredAbsence row) {
        // Not by Staff.find: it answers for today, and here the deputy of those days is meant.
        var member = em.find(StaffMember.class, row.employeeId);
        var deputy = row.deputyId != null
                ? row.deputyId
                : member == null ? null : member.toEmployee().deputyId();
        var away = deputy != null
                && staff.absences(row.firstDay, row.lastDay).entries().stream()
                        .anyMatch(other -> other.employeeId().equals(deputy));
        return new Entry(
                row.id, staff.person(row.employeeId), row.firstDay, row.lastDay, staff.person(deputy), away, mine(row));
    }
}

package de.zuruf.app.people;

import de.zuruf.customer.Absences;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The company's people as the CRM knows them. Whether somebody is away, and who stands in for him, is as of today: by the CRM's mark
 * or by an absence that was entered here.
 */
@Stateless
@PermitAll
public class Staff {
    /** Later than any day that can be entered. */
    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private StaffDirectory directory;

    @Inject
    private Clock clock;

    /** {@return the employee; empty for null or an unknown identity} */
    public Optional<Employee> find(String id) {
        if (id == null) {
            return Optional.empty();
        }
        var known = directory.get(id);
        if (known == null) {
            var row = em.find(StaffMember.class, id);
            if (row == null) {
                return Optional.empty();
            }
            known = row.toEmployee();
            directory.put(known);
        }
        return Optional.of(today(known));
    }

    private Employee today(Employee employee) {
        var today = LocalDate.now(clock);
        return directory.absences(() -> absences(today, FAR)).on(employee, today, today);
    }

    /** {@return the absences of which a day lies within both, in no particular order} */
    public Absences absences(LocalDate from, LocalDate to) {
        return new Absences(em.createQuery(
                        "select a from EnteredAbsence a where a.lastDay >= ?1 and a.firstDay <= ?2",
                        EnteredAbsence.class)
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultStream()
                .map(EnteredAbsence::toAbsence)
                .toList());
    }

    /** {@return who is away on a day by what was entered here} */
    public Absences absences(LocalDate day) {
        return absences(day, day);
    }

    /** {@return all as the CRM knows them: away by its mark only} */
    public List<Employee> inCrm() {
        return em.createQuery("select s from StaffMember s order by s.name", StaffMember.class)
                .getResultStream()
                .map(StaffMember::toEmployee)
                .toList();
    }

    /** {@return identity and name; an unknown identity stands for its own name, null stays null} */
    public Person person(String id) {
        return id == null ? null : new Person(id, find(id).map(Employee::name).orElse(id));
    }

    /** {@return all with the role, by name} */
    public List<Employee> withRole(EmployeeRole role) {
        return em.createQuery("select s from StaffMember s where s.role = ?1 order by s.name", StaffMember.class)
                .setParameter(1, role)
                .getResultStream()
                .map(StaffMember::toEmployee)
                .map(this::today)
                .toList();
    }

    /** {@return the person himself and all who are away and whose deputy he is} */
    public Set<String> actsFor(String id) {
        var ids = new HashSet<>(
                em.createQuery("select s.id from StaffMember s where s.deputyId = ?1 and s.absent = true", String.class)
                        .setParameter(1, id)
                        .getResultList());
        var today = LocalDate.now(clock);
        directory.absences(() -> absences(today, FAR)).entries().forEach(absence -> ids.add(absence.employeeId()));
        ids.removeIf(each ->
                find(each).filter(e -> e.absent() && id.equals(e.deputyId())).isEmpty());
        ids.add(id);
        return ids;
    }

    /** {@return number of people in a team; 0 for null} */
    public long teamSize(String team) {
        return em.createQuery("select count(s) from StaffMember s where s.team = ?1", Long.class)
                .setParameter(1, team)
                .getSingleResult();
    }
}

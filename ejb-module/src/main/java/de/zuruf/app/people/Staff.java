package de.zuruf.app.people;

import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The company's people as the CRM knows them. */
@Stateless
@PermitAll
public class Staff {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private StaffDirectory directory;

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
        return Optional.of(known);
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
                .toList();
    }

    /** {@return the person himself and all who are away and whose deputy he is} */
    public Set<String> actsFor(String id) {
        var ids = new HashSet<>(
                em.createQuery("select s.id from StaffMember s where s.deputyId = ?1 and s.absent = true", String.class)
                        .setParameter(1, id)
                        .getResultList());
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

package de.zuruf.app.people;

import de.zuruf.customer.Absences;
import de.zuruf.customer.Employee;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The company's people at hand: every card names several of them, and they change only when the CRM says so. At most a
 * few thousand.
 */
@ApplicationScoped
public class StaffDirectory {
    /** Told when somebody's absences have changed. */
    record AbsencesChanged() {}

    private final Map<String, Employee> employees = new ConcurrentHashMap<>();
    private Absences absences;
    private int changes;

    Employee get(String id) {
        return employees.get(id);
    }

    void put(Employee employee) {
        employees.put(employee.id(), employee);
    }

    /** Forgets all, because the CRM has told of changes. */
    public void clear() {
        employees.clear();
    }

    /**
     * {@return absences that are not over}
     *
     * @param read reads them; is not kept when they have changed meanwhile
     */
    Absences absences(Supplier<Absences> read) {
        int before;
        synchronized (this) {
            if (absences != null) {
                return absences;
            }
            before = changes;
        }
        var fresh = read.get();
        synchronized (this) {
            if (before == changes) {
                absences = fresh;
            }
        }
        return fresh;
    }

    /** Forgets the absences once it is certain that they have changed. */
    synchronized void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AbsencesChanged event) {
        changes++;
        absences = null;
    }
}

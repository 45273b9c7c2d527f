package de.zuruf.app.people;

import de.zuruf.customer.Employee;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The company's people at hand: every card names several of them, and they change only when the CRM says so. At most a
 * few thousand.
 */
@ApplicationScoped
public class StaffDirectory {
    private final Map<String, Employee> employees = new ConcurrentHashMap<>();

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
}

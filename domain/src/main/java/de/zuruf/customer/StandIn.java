package de.zuruf.customer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who acts for somebody.
 *
 * @param acting the employee himself when he is there, else the first of his deputies who is; empty when none is
 * @param away   who is away, from the employee himself on; empty when he is there
 */
public record StandIn(Optional<Employee> acting, List<Employee> away) {

    /**
     * Follows from the employee to his deputy and the deputy's deputy until somebody is there.
     *
     * @param employee  for whom
     * @param employees employee by id; null for one who is unknown
     */
    public static StandIn of(Employee employee, Function<String, Employee> employees) {
        var away = new ArrayList<Employee>();
        var seen = new HashSet<String>();
        Employee next = employee;
        while (next != null && seen.add(next.id())) {
            if (!next.absent()) {
                return new StandIn(Optional.of(next), List.copyOf(away));
            }
            away.add(next);
            next = next.deputyId() == null ? null : employees.apply(next.deputyId());
        }
        return new StandIn(Optional.empty(), List.copyOf(away));
    }
}

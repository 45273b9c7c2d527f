package de.zuruf.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All absences that are known.
 *
 * @param entries in any order
 */
public record Absences(List<Absence> entries) {
    /** Nobody has entered any. */
    public static final Absences NONE = new Absences(List.of());

    public Absences {
        entries = List.copyOf(entries);
    }

    /** {@return the absence of which the day is one; empty when he works} */
    public Optional<Absence> of(String employeeId, LocalDate day) {
        return entries.stream()
                .filter(absence -> absence.employeeId().equals(employeeId) && absence.covers(day))
                .findFirst();
    }

    /**
     * {@return the employee as he stands on a day: away by an entry, or by the CRM's mark, and with the deputy of that day} The
     * mark says that somebody is away now, and not until when: it counts from today on.
     *
     * @param employee as the CRM knows him
     * @param day      the day asked about
     * @param today    the day on which the CRM's mark was read
     */
    public Employee on(Employee employee, LocalDate day, LocalDate today) {
        var entry = of(employee.id(), day);
        var absent = entry.isPresent() || employee.absent() && !day.isBefore(today);
        var deputy = entry.map(Absence::deputyId).orElse(employee.deputyId());
        return new Employee(
                employee.id(),
                employee.name(),
                employee.role(),
                employee.team(),
                employee.email(),
                employee.extension(),
                deputy,
                absent);
    }
}

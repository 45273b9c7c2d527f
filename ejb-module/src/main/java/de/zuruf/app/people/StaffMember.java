package de.zuruf.app.people;

import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An employee as the CRM last told us. */
@Entity
@Table(name = "employee")
public class StaffMember {
    @Id
    private String id;

    private String name;

    @Enumerated(EnumType.STRING)
    private EmployeeRole role;

    private String team;
    private String email;
    private String extension;

    @Column(name = "deputy_id")
    private String deputyId;

    private boolean absent;

    protected StaffMember() {}

    /** @param employee first version of the record */
    public StaffMember(Employee employee) {
        id = employee.id();
        update(employee);
    }

    /** @param employee newest version of the record, with the same id */
    public final void update(Employee employee) {
        name = employee.name();
        role = employee.role();
        team = employee.team();
        email = employee.email();
        extension = employee.extension();
        deputyId = employee.deputyId();
        absent = employee.absent();
    }

    /** {@return the employee as a value} */
    public Employee toEmployee() {
        return new Employee(id, name, role, team, email, extension, deputyId, absent);
    }
}

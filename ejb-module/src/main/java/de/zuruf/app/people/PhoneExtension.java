package de.zuruf.app.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who sits at a telephone. A person has at most one, a telephone at most one person. */
@Entity
@Table(name = "phone_extension")
class PhoneExtension {
    @Id
    String extension;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "bound_at")
    Instant boundAt;
}

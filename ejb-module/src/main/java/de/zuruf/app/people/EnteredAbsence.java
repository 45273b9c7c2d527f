package de.zuruf.app.people;

import de.zuruf.customer.Absence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** An absence as somebody has entered it. */
@Entity
@Table(name = "absence")
class EnteredAbsence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "first_day")
    LocalDate firstDay;

    @Column(name = "last_day")
    LocalDate lastDay;

    @Column(name = "deputy_id")
    String deputyId;

    @Column(name = "entered_by")
    String enteredBy;

    @Column(name = "entered_at")
    Instant enteredAt;

    Absence toAbsence() {
        return new Absence(employeeId, firstDay, lastDay, deputyId);
    }
}

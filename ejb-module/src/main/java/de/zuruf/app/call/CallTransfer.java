package de.zuruf.app.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody passed a call on. */
@Entity
@Table(name = "call_transfer")
class CallTransfer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "call_id")
    Long callId;

    /** Whose telephone it was. */
    @Column(name = "leg_id")
    String legId;

    String extension;

    /** Who sat at it; null when nobody did. */
    @Column(name = "employee_id")
    String employeeId;

    /** What was dialled, or who took over; null if unknown. */
    String target;

    /** Whether the target was asked before. */
    boolean asked;

    @Column(name = "transferred_at")
    Instant transferredAt;
}

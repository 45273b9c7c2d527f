package de.zuruf.app.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A telephone that rang, or rings, for a call. */
@Entity
@Table(name = "call_offer")
class CallOffer {
    /** What {@link #result} says of a telephone that was picked up; otherwise it names why the ringing stopped. */
    static final String ANSWERED = "ANSWERED";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "call_id")
    Long callId;

    @Column(name = "leg_id")
    String legId;

    String extension;

    /** Who sat at the telephone; null when nobody did. */
    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "offered_at")
    Instant offeredAt;

    @Column(name = "ended_at")
    Instant endedAt;

    String result;
}

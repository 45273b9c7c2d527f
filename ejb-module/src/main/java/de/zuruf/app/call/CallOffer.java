package de.zuruf.app.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

    /** When it stopped ringing; with {@link #ANSWERED} also when the talk began. */
    @Column(name = "ended_at")
    Instant endedAt;

    String result;

    /** Null while the talk lasts, and when there was none. */
    @Column(name = "talk_ended_at")
    Instant talkEndedAt;

    /** Null unless the caller is on hold now. */
    @Column(name = "held_since")
    Instant heldSince;

    /** When he was taken off hold last. */
    @Column(name = "held_until")
    Instant heldUntil;

    /** How long the caller was on hold until then. */
    @Column(name = "held_millis")
    long heldMillis;

    /** Whom he asks on this telephone while the caller waits; null when he does not. */
    @Column(name = "consult_target")
    String consultTarget;

    /** Whether {@link #consultTarget} has picked up. */
    @Column(name = "consult_reached")
    boolean consultReached;

    /** When whoever passed the call on has closed his card. */
    @Column(name = "closed_at")
    Instant closedAt;

    boolean talking() {
        return ANSWERED.equals(result) && talkEndedAt == null;
    }

    boolean consults() {
        return talking() && consultTarget != null;
    }

    void resume(Instant at) {
        consultTarget = null;
        consultReached = false;
        if (heldSince != null) {
            heldMillis += Math.max(0, Duration.between(heldSince, at).toMillis());
            heldSince = null;
            heldUntil = at;
        }
    }

    void endTalk(Instant at) {
        resume(at);
        // A database rounds to microseconds, and what happens in the same instant must not seem to have happened
        // before.
        talkEndedAt = at.truncatedTo(ChronoUnit.MICROS);
    }
}

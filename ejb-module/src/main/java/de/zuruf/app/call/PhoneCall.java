package de.zuruf.app.call;

import de.zuruf.call.CallerKind;
import de.zuruf.call.Disposition;
import de.zuruf.call.EndCause;
import de.zuruf.telephony.CallKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One call. Its key is (pbx, linkedId), so that an event that comes twice meets the same row. */
@Entity
@Table(name = "phone_call")
class PhoneCall {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    String pbx;

    @Column(name = "linked_id")
    String linkedId;

    int revision;
    String queue;
    String dialled;
    boolean internal;

    /** One of ours called: then the caller's columns say whom, and {@link #answeredBy} who did. */
    boolean outgoing;

    /** {@link #outgoing}, and dialled from the browser: there is a card. */
    @Column(name = "dialled_here")
    boolean dialledHere;

    /** Of {@link #dialledHere}: when the own telephone was picked up and the number was dialled. */
    @Column(name = "placed_at")
    Instant placedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "caller_kind")
    CallerKind callerKind;

    /** E.164; as signalled when it is no such number; null when withheld. */
    @Column(name = "caller_number")
    String callerNumber;

    @Column(name = "caller_name")
    String callerName;

    @Column(name = "party_id")
    Long partyId;

    @Column(name = "contact_id")
    Long contactId;

    /** Who chose the customer by hand; null while the number decides. */
    @Column(name = "chosen_by")
    String chosenBy;

    /** Whether a person has written anything that belongs to the call; saves the queries for what cannot be there. */
    boolean worked;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "answered_at")
    Instant answeredAt;

    /** Who has, or had, the call last. */
    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_ext")
    String answeredExtension;

    /** When {@link #answeredBy} stopped talking; null while he does. */
    @Column(name = "talk_ended_at")
    Instant talkEndedAt;

    /** Where the caller waits to be fetched; null when he does not. */
    @Column(name = "parked_space")
    String parkedSpace;

    /** Linkedid of the call with which he is being fetched from there; null when nobody fetches him. */
    @Column(name = "fetched_as")
    String fetchedAs;

    @Column(name = "voicemail_at")
    Instant voicemailAt;

    /** Whether somebody has passed the call on; saves the query for what cannot be there. */
    boolean transferred;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_cause")
    EndCause endCause;

    @Enumerated(EnumType.STRING)
    Disposition disposition;

    @Column(name = "follow_up_on")
    LocalDate followUpOn;

    @Column(name = "done_at")
    Instant doneAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "callback_state")
    CallbackState callbackState;

    @Column(name = "callback_by")
    String callbackBy;

    @Column(name = "callback_at")
    Instant callbackAt;

    /** He is fetched, or rings somewhere, or has gone. */
    void notParked() {
        parkedSpace = null;
        fetchedAs = null;
    }

    /** {@return the call of this key, if it is known; locked, because an agent and an event may write to it at the same time} */
    static Optional<PhoneCall> locked(EntityManager em, CallKey key) {
        return em.createQuery("select c from PhoneCall c where c.pbx = ?1 and c.linkedId = ?2", PhoneCall.class)
                .setParameter(1, key.pbx())
                .setParameter(2, key.linkedId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** {@return whether an employee is the one who has the call, or had it last} */
    boolean heldBy(String employeeId) {
        return answeredBy == null || answeredBy.equals(employeeId);
    }

    /** {@return whether nothing was dialled in the end, because the own telephone was not picked up} */
    boolean neverPlaced() {
        return dialledHere && over() && placedAt == null && answeredAt == null && endCause != EndCause.UNKNOWN;
    }

    boolean over() {
        return endedAt != null;
    }
}

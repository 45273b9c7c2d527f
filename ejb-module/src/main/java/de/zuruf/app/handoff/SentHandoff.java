package de.zuruf.app.handoff;

import de.zuruf.handoff.HandoffState;
import de.zuruf.handoff.Urgency;
import de.zuruf.prompt.Occasion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A handoff as it is stored. */
@Entity
@Table(name = "handoff")
class SentHandoff {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "handoff_key")
    String key;

    int revision;

    @Column(name = "call_id")
    Long callId;

    @Column(name = "party_id")
    long partyId;

    @Column(name = "contact_id")
    Long contactId;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    String said;
    String wanted;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Enumerated(EnumType.STRING)
    HandoffState state;

    @Column(name = "sender_id")
    String senderId;

    @Column(name = "recipient_id")
    String recipientId;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "acknowledged_at")
    Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    String acknowledgedBy;

    @Column(name = "answered_at")
    Instant answeredAt;
}

package de.zuruf.app.outbox;

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

/** One activity on its way to the CRM. */
@Entity
@Table(name = "outbox")
class OutboxItem {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Enumerated(EnumType.STRING)
    ActivityKind kind;

    @Column(name = "subject_id")
    long subjectId;

    @Column(name = "created_at")
    Instant createdAt;

    int attempts;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    String reference;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "last_error")
    String lastError;
}

package de.zuruf.app.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The agent's note on a call. */
@Entity
@Table(name = "call_note")
class CallNote {
    @Id
    @Column(name = "call_id")
    Long callId;

    int revision;
    String text;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;
}

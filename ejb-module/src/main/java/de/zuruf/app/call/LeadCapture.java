package de.zuruf.app.call;

import de.zuruf.call.LeadIntent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What an unknown caller said about himself. */
@Entity
@Table(name = "lead_capture")
class LeadCapture {
    @Id
    @Column(name = "call_id")
    Long callId;

    String company;
    String person;
    String email;
    String interest;

    @Enumerated(EnumType.STRING)
    LeadIntent intent;

    @Column(name = "captured_at")
    Instant capturedAt;

    @Column(name = "captured_by")
    String capturedBy;
}

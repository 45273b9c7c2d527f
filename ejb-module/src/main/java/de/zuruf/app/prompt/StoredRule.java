package de.zuruf.app.prompt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a rule, in the exchange form. */
@Entity
@Table(name = "prompt_rule")
@IdClass(StoredRule.Key.class)
class StoredRule {
    @Id
    String id;

    @Id
    int version;

    String definition;
    boolean active;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** Identity of a version. */
    record Key(String id, int version) {}
}

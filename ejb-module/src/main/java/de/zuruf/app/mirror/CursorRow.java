package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far an adapter's changes have been applied; written in the transaction that applies them. */
@Entity
@Table(name = "crm_cursor")
class CursorRow {
    @Id
    String adapter;

    String position;

    @Column(name = "updated_at")
    Instant updatedAt;
}

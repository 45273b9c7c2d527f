package de.zuruf.app.coverage;

import de.zuruf.segment.coverage.CoverageRow;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a segment's row. It never changes. */
@Entity
@Table(name = "coverage_version")
@IdClass(CoverageVersion.Key.class)
class CoverageVersion {
    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @Column(name = "segment_id")
    String segmentId;

    @Id
    int version;

    String content;

    /** Null when somebody has written it. */
    @Column(name = "restored_from")
    Integer restoredFrom;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    protected CoverageVersion() {}

    CoverageVersion(CoverageRow row, int version, Integer restoredFrom, Instant createdAt, String createdBy) {
        segmentId = row.segmentId();
        this.version = version;
        content = JSON.toJson(row);
        this.restoredFrom = restoredFrom;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    CoverageRow row() {
        return JSON.fromJson(content, CoverageRow.class);
    }

    /** Identity of a version. */
    record Key(String segmentId, int version) {}
}

package de.zuruf.app.scoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** Some of the customers of a pass, by identity, both ends included; the parts are worked off beside one another. */
@Entity
@Table(name = "scoring_part")
@IdClass(ScoringPart.Key.class)
public class ScoringPart {
    @Id
    @Column(name = "run_id")
    Long runId;

    @Id
    int part;

    @Column(name = "from_id")
    long from;

    @Column(name = "to_id")
    long to;

    int total;
    int done;

    /** Identity of a part. */
    public record Key(Long runId, int part) {}
}

package de.zuruf.app.scoring;

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

/** A pass over all customers. */
@Entity
@Table(name = "scoring_run")
public class ScoringRun {
    /** What has become of a pass. */
    public enum State {
        RUNNING,
        DONE,
        /** It can be gone on with. */
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scoring-run")
    @SequenceGenerator(name = "scoring-run", sequenceName = "scoring_run_seq", allocationSize = 50)
    Long id;

    @Column(name = "as_of")
    LocalDate asOf;

    /** Null for the nightly one. */
    @Column(name = "asked_by")
    String askedBy;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    @Enumerated(EnumType.STRING)
    State state;

    /** How often it was gone on with after the server had died. */
    int restarts;

    /** Of the batch runtime. */
    @Column(name = "execution_id")
    Long executionId;

    /** Null when there were too few orders for models. */
    @Column(name = "model_id")
    Long modelId;
}

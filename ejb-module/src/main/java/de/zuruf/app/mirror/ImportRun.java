package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One pass over what the CRM had to tell. */
@Entity
@Table(name = "import_run")
class ImportRun {
    private static final int PROBLEMS_LENGTH = 8000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    String source;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    int accepted;
    int rejected;
    String problems;

    void add(MirrorBatch.Outcome outcome) {
        accepted += outcome.accepted();
        rejected += outcome.problems().size();
        var text = new StringBuilder(problems == null ? "" : problems);
        for (var problem : outcome.problems()) {
            if (text.length() + problem.length() + 1 > PROBLEMS_LENGTH) {
                break;
            }
            text.append(problem).append('\n');
        }
        problems = text.isEmpty() ? null : text.toString();
    }
}

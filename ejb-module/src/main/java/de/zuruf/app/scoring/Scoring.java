package de.zuruf.app.scoring;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.segment.value.PurchaseModelFit;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scoring of all customers, as an operator sees it. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class Scoring {
    private static final int RUNS = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ScoringRuns runs;

    @Inject
    private ScoringJob job;

    @Inject
    private CurrentUser user;

    /**
     * A pass.
     *
     * @param askedBy    null when it was the clock's
     * @param finishedAt null while it runs, and when it was interrupted
     * @param done       customers computed so far
     * @param total      customers in all; 0 before they are counted
     * @param restarts   how often it was gone on with
     */
    public record Pass(
            long id,
            LocalDate asOf,
            String askedBy,
            ScoringRun.State state,
            Instant startedAt,
            Instant finishedAt,
            long done,
            long total,
            int restarts,
            Model model) {}

    /**
     * Models of a pass.
     *
     * @param regularity  shape of the gaps: 1 is pure chance, 12 nearly a calendar
     * @param shortcomings what the orders do not tell; see {@link PurchaseModelFit.Shortcoming}
     * @param assessment  null until the pass is over
     */
    public record Model(
            long id,
            int regularity,
            double r,
            double alpha,
            double a,
            double b,
            long customers,
            List<String> shortcomings,
            long spendingCustomers,
            ModelFitting.Assessment assessment) {}

    /** {@return the latest passes, the present one first} */
    public List<Pass> passes() {
        job.settle();
        return runs.latest(RUNS).stream().map(this::pass).toList();
    }

    /**
     * Starts a pass now, or goes on with the one that was interrupted.
     *
     * @throws ConflictException when one runs already
     */
    public List<Pass> start() {
        if (job.start(user.id()).isEmpty()) {
            throw new ConflictException(
                    "ZURUF-SCORING",
                    new Bilingual(
                            "Die Kundenbewertung läuft schon. Ihr Fortschritt steht auf dieser Seite.",
                            "Customers are being scored already. This page shows how far it is."));
        }
        return passes();
    }

    private Pass pass(ScoringRun run) {
        var progress = em.createQuery(
                        "select sum(p.done), sum(p.total) from ScoringPart p where p.runId = ?1", Object[].class)
                .setParameter(1, run.id)
                .getSingleResult();
        return new Pass(
                run.id,
                run.asOf,
                run.askedBy,
                run.state,
                run.startedAt,
                run.finishedAt,
                count(progress[0]),
                count(progress[1]),
                run.restarts,
                Optional.ofNullable(run.modelId)
                        .map(id -> em.find(ValueModelRow.class, id))
                        .map(Scoring::model)
                        .orElse(null));
    }

    private static long count(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    private static Model model(ValueModelRow row) {
        return new Model(
                row.id,
                row.regularity,
                row.r,
                row.alpha,
                row.a,
                row.b,
                row.customers,
                row.shortcomings
                        .lines()
                        .flatMap(line -> Stream.of(line.split(" ")))
                        .toList(),
                row.spendingCustomers,
                row.quality == null ? null : AssessmentText.read(row.quality));
    }
}

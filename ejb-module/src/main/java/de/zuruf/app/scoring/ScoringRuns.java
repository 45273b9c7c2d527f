package de.zuruf.app.scoring;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The passes and their parts in the database. */
@Stateless
@PermitAll
public class ScoringRuns {
    /** So many that the last ones, which leave a thread without work, are small. */
    private static final int PARTS = 16;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** {@return the pass that runs, or was running when the server ended} */
    public Optional<ScoringRun> unfinished() {
        return latest(1).stream()
                .filter(run -> run.state != ScoringRun.State.DONE)
                .findFirst();
    }

    /** {@return the passes, latest first} */
    public List<ScoringRun> latest(int count) {
        return em.createQuery("select r from ScoringRun r order by r.id desc", ScoringRun.class)
                .setMaxResults(count)
                .getResultList();
    }

    /** {@return how many customers there are, leads included} */
    public long customers() {
        return em.createQuery("select count(p) from MirroredParty p", Long.class)
                .getSingleResult();
    }

    /** {@return a new pass} */
    public ScoringRun begin(LocalDate asOf, String askedBy) {
        var run = new ScoringRun();
        run.asOf = asOf;
        run.askedBy = askedBy;
        run.startedAt = clock.instant();
        run.state = ScoringRun.State.RUNNING;
        em.persist(run);
        return run;
    }

    /** {@return a pass; null when there is none} */
    public ScoringRun find(long run) {
        return em.find(ScoringRun.class, run);
    }

    /** Notes under which identity the batch runtime knows it; it may be over already. */
    public void runs(long id, long executionId) {
        em.find(ScoringRun.class, id, LockModeType.PESSIMISTIC_WRITE).executionId = executionId;
    }

    /** Notes that an interrupted one goes on now. */
    public void goesOn(long id) {
        var run = em.find(ScoringRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        run.state = ScoringRun.State.RUNNING;
        run.restarts++;
    }

    /** Notes the end. */
    public void ended(long id, ScoringRun.State state) {
        var run = em.find(ScoringRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        run.state = state;
        run.finishedAt = state == ScoringRun.State.DONE ? clock.instant() : null;
    }

    /** Notes the models of a pass; null for none. */
    public void fitted(long id, Long model) {
        em.find(ScoringRun.class, id, LockModeType.PESSIMISTIC_WRITE).modelId = model;
    }

    /** {@return the parts of a pass, made when it has none} */
    public List<ScoringPart> parts(long run) {
        var known = em.createQuery("select p from ScoringPart p where p.runId = ?1 order by p.part", ScoringPart.class)
                .setParameter(1, run)
                .getResultList();
        if (!known.isEmpty()) {
            return known;
        }
        var customers = Math.toIntExact(customers());
        var parts = new ArrayList<ScoringPart>();
        var from = 0L;
        for (var i = 0; i < PARTS; i++) {
            var first = (int) ((long) customers * i / PARTS);
            var next = (int) ((long) customers * (i + 1) / PARTS);
            if (next > first) {
                var part = new ScoringPart();
                part.runId = run;
                part.part = i;
                part.from = from;
                // Whoever comes to the mirror meanwhile is computed with its orders, or with the next pass.
                part.to = em.createQuery("select p.id from MirroredParty p order by p.id", Long.class)
                        .setFirstResult(next - 1)
                        .setMaxResults(1)
                        .getSingleResult();
                part.total = next - first;
                em.persist(part);
                parts.add(part);
                from = part.to + 1;
            }
        }
        return parts;
    }

    /** {@return a part of a pass} */
    public ScoringPart part(long run, int part) {
        return em.find(ScoringPart.class, new ScoringPart.Key(run, part));
    }

    /** Counts customers as computed. */
    public void done(long run, int part, int customers) {
        part(run, part).done += customers;
    }

    /** {@return identities of the next customers of a part after one} */
    public List<Long> slice(ScoringPart part, long after, int size) {
        return em.createQuery(
                        "select p.id from MirroredParty p where p.id > ?1 and p.id <= ?2 order by p.id", Long.class)
                .setParameter(1, after)
                .setParameter(2, part.to)
                .setMaxResults(size)
                .getResultList();
    }
}

package de.zuruf.app.mirror;

import de.zuruf.crm.spi.CrmBatch;
import de.zuruf.crm.spi.CrmCursor;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;

/**
 * Writes one batch of CRM changes, the note of whose figures are due, and the cursor, all in one transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MirrorLoader {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private Clock clock;

    /** {@return where to go on with an adapter} */
    public CrmCursor cursor(String adapter) {
        var row = em.find(CursorRow.class, adapter);
        return row == null ? CrmCursor.START : new CrmCursor(row.position);
    }

    /** {@return a new run's identity} */
    public long begin(String source) {
        var run = new ImportRun();
        run.source = source;
        run.startedAt = clock.instant();
        em.persist(run);
        return run.id;
    }

    /**
     * @param adapter whose batch it is
     * @param runId   the run that it counts for
     * @param batch   possibly empty
     */
    public void apply(String adapter, long runId, CrmBatch batch) {
        var outcome = new MirrorBatch(em, numbers::toE164).apply(batch.changes());
        figuresDue(outcome.touched());
        em.find(ImportRun.class, runId).add(outcome);
        move(adapter, batch.next());
    }

    private void figuresDue(Collection<Long> parties) {
        if (!parties.isEmpty()) {
            em.createQuery("update MirroredParty p set p.figuresDue = ?1 where p.id in ?2")
                    .setParameter(1, true)
                    .setParameter(2, parties)
                    .executeUpdate();
        }
    }

    /** Moves the cursor without changes. */
    public void move(String adapter, CrmCursor next) {
        var row = em.find(CursorRow.class, adapter);
        if (row == null) {
            row = new CursorRow();
            row.adapter = adapter;
            em.persist(row);
        }
        row.position = next.value();
        row.updatedAt = clock.instant();
    }

    /** Notes the end of a run. */
    public void finish(long runId) {
        em.find(ImportRun.class, runId).finishedAt = clock.instant();
    }
}

package de.zuruf.app.operation;

import de.zuruf.app.call.PbxState;
import de.zuruf.app.call.PbxStates;
import de.zuruf.app.outbox.Outbox;
import de.zuruf.app.people.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an operator looks at. Without a transaction, because the CRM is asked. */
@Stateless
@RolesAllowed(Roles.ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Operation {
    private static final int RUNS = 20;
    private static final Duration CRM_LIMIT = Duration.ofSeconds(3);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private PbxStates pbxStates;

    @Inject
    private Outbox outbox;

    @Inject
    private CrmWatch crm;

    /**
     * One pass over what the CRM had to tell.
     *
     * @param file       where it came from
     * @param finishedAt null while it runs, and when it broke off
     * @param problems   one sentence for each rejected record; the first ones when there are many
     */
    public record Import(
            String file, Instant startedAt, Instant finishedAt, int accepted, int rejected, List<String> problems) {}

    /** Number of rows in the mirror. */
    public record MirrorCounts(long parties, long numbers, long orders) {}

    /**
     * How everything stands.
     *
     * @param imports latest first, at most 20
     */
    public record Status(
            List<PbxState> pbx, List<Import> imports, Outbox.Standing outbox, MirrorCounts mirror, CrmState crm) {}

    /** {@return how everything stands; takes three seconds when the CRM does not answer} */
    public Status status() {
        return new Status(
                pbxStates.all(),
                imports(),
                outbox.standing(),
                new MirrorCounts(count("MirroredParty"), count("MirroredNumber"), count("MirroredOrder")),
                crm.now(CRM_LIMIT));
    }

    private List<Import> imports() {
        return em.createQuery(
                        "select r.source, r.startedAt, r.finishedAt, r.accepted, r.rejected, r.problems from ImportRun r"
                                + " order by r.startedAt desc, r.id desc",
                        Object[].class)
                .setMaxResults(RUNS)
                .getResultStream()
                .map(row -> new Import(
                        (String) row[0],
                        (Instant) row[1],
                        (Instant) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        row[5] == null ? List.of() : ((String) row[5]).lines().toList()))
                .toList();
    }

    private long count(String entity) {
        return em.createQuery("select count(e.id) from " + entity + " e", Long.class)
                .getSingleResult();
    }
}

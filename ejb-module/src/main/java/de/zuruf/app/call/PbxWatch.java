package de.zuruf.app.call;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;

/** Notes every half minute that a telephone system is heard, so that after a crash the gap has a beginning. */
@Singleton
@Startup
@PermitAll
public class PbxWatch {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private PbxStates states;

    @Inject
    private Clock clock;

    /** When a telephone system was last heard. */
    @Entity
    @Table(name = "pbx_heard")
    static class PbxHeard {
        @Id
        String pbx;

        @Column(name = "heard_at")
        Instant heardAt;
    }

    /** Notes it for all that are connected. */
    @Schedule(second = "*/30", minute = "*", hour = "*", persistent = false)
    public void note() {
        states.all().stream().filter(PbxState::connected).forEach(state -> heard(state.name(), clock.instant()));
    }

    /** Notes that a telephone system was heard. */
    public void heard(String pbx, Instant at) {
        var row = em.find(PbxHeard.class, pbx);
        if (row == null) {
            row = new PbxHeard();
            row.pbx = pbx;
            em.persist(row);
        }
        row.heardAt = at;
    }

    /** {@return when it was last heard; null when never} */
    public Instant lastHeard(String pbx) {
        var row = em.find(PbxHeard.class, pbx);
        return row == null ? null : row.heardAt;
    }
}

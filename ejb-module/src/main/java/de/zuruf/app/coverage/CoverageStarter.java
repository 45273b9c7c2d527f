package de.zuruf.app.coverage;

import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.segment.coverage.StarterRows;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Puts the proposal into an empty matrix at the start; from then on the table is the truth. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class CoverageStarter {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private SchemaMigration schema;

    @Inject
    private Clock clock;

    @PostConstruct
    void start() {
        schema.await();
        var present = em.createQuery("select count(v) from CoverageVersion v", Long.class)
                .getSingleResult();
        if (present == 0) {
            StarterRows.rows().forEach(row -> em.persist(new CoverageVersion(row, 1, null, clock.instant(), "zuruf")));
        }
    }
}

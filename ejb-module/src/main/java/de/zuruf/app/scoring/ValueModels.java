package de.zuruf.app.scoring;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The models of the latest fit, kept in memory: each call asks for them. */
@Singleton
@Lock(LockType.READ)
@PermitAll
public class ValueModels {
    @PersistenceContext
    private EntityManager em;

    /** Null until somebody asks, and after a new fit. */
    private volatile Optional<ValueModel> current;

    /** {@return the models by which customers are scored; empty before the first fit, or when there are too few orders for one} */
    public Optional<ValueModel> current() {
        var known = current;
        if (known == null) {
            known = latest().map(ValueModelRow::toModel);
            current = known;
        }
        return known;
    }

    private Optional<ValueModelRow> latest() {
        return em.createQuery("select m from ValueModelRow m order by m.id desc", ValueModelRow.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Forgets the models that were the latest. */
    public void fitted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ValueModelFitted event) {
        current = null;
    }
}

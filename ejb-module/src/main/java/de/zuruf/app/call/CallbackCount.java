package de.zuruf.app.call;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** How many callers wait for a callback. */
@Stateless
@PermitAll
public class CallbackCount {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Event<CallbacksChanged> changed;

    /** {@return how many numbers wait} */
    public long open() {
        return em.createQuery(
                        "select count(distinct c.callerNumber) from PhoneCall c where c.callbackState in ?1",
                        Long.class)
                .setParameter(1, List.of(CallbackState.OPEN, CallbackState.CLAIMED))
                .getSingleResult();
    }

    /** Counts again, the present transaction's changes included, and tells everybody after the commit. */
    public void announce() {
        changed.fire(new CallbacksChanged(open()));
    }
}

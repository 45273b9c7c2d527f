package de.zuruf.app.mirror;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** From our identities to the CRM's, for what goes back there. */
@Stateless
@PermitAll
public class CrmIdentities {
    @PersistenceContext
    private EntityManager em;

    /**
     * @param type what it is
     * @param id   our identity; may be null
     * @return the CRM's identity; null for null and for what no longer exists
     */
    public String of(Class<? extends Mirrored> type, Long id) {
        return id == null
                ? null
                : em.createQuery(
                                "select e.externalId from " + type.getSimpleName() + " e where e.id = ?1", String.class)
                        .setParameter(1, id)
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
    }
}

package de.zuruf.app.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.util.Base64;

/** Keys that every node of an installation shares and that survive a restart. One at a time, because only one can make a key. */
@Singleton
@PermitAll
public class ServerKeys {
    @PersistenceContext
    private EntityManager em;

    /** One stored key. */
    @Entity
    @Table(name = "server_key")
    static class ServerKey {
        @Id
        String name;

        @Column(name = "key_base64")
        String base64;
    }

    /**
     * @param name of the key, at most 40 characters
     * @return its 32 bytes; made at random on first use
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public byte[] key(String name) {
        var key = em.find(ServerKey.class, name);
        if (key == null) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            key = new ServerKey();
            key.name = name;
            key.base64 = Base64.getEncoder().encodeToString(bytes);
            em.persist(key);
        }
        return Base64.getDecoder().decode(key.base64);
    }
}

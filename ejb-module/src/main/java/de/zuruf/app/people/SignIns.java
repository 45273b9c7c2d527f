package de.zuruf.app.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Remembers who is signed in, for a working day: across silence, a restart of the server, and its other nodes. What
 * somebody may do is read anew each time, so that a role that is taken away is gone at once.
 */
@Stateless
@PermitAll
public class SignIns {
    /** {@link #begin} remembers for so long. */
    public static final int SECONDS = 12 * 60 * 60;

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** {@return a token by which the browser of that employee is recognised} */
    public String begin(String employeeId) {
        var now = clock.instant();
        em.createQuery("delete from SignIn s where s.expiresAt < ?1")
                .setParameter(1, now)
                .executeUpdate();
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var signIn = new SignIn();
        signIn.tokenHash = hash(token);
        signIn.employeeId = employeeId;
        signIn.expiresAt = now.plus(Duration.ofSeconds(SECONDS));
        em.persist(signIn);
        return token;
    }

    /** {@return whose token that is, with the roles that he has now; empty when it is nobody's any more} */
    public Optional<Accounts.SignedIn> of(String token) {
        if (token == null || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select a from SignIn s join Account a on a.employeeId = s.employeeId where s.tokenHash = ?1 and"
                                + " s.expiresAt > ?2",
                        Account.class)
                .setParameter(1, hash(token))
                .setParameter(2, clock.instant())
                .getResultStream()
                .findFirst()
                .map(account -> new Accounts.SignedIn(account.employeeId, account.roleNames()));
    }

    /** Forgets a token. */
    public void end(String token) {
        if (token != null && token.length() <= LONGEST_TOKEN) {
            em.createQuery("delete from SignIn s where s.tokenHash = ?1")
                    .setParameter(1, hash(token))
                    .executeUpdate();
        }
    }

    private static String hash(String token) {
        try {
            // Of 256 random bits nothing can be guessed; a slow hash would protect nothing.
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package de.zuruf.app.people;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Built-in accounts. Passwords are kept as PBKDF2 hashes only. */
@Stateless
@PermitAll
public class Accounts {
    /** NIST SP 800-132 and OWASP's password storage advice: PBKDF2-HMAC-SHA512 with 210,000 iterations. */
    private static final Map<String, String> HASHING =
            Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512", "Pbkdf2PasswordHash.Iterations", "210000");

    /** A hash that no password has, so that an unknown login takes as long as a wrong password. */
    private String unknown;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Pbkdf2PasswordHash hash;

    /** @param employeeId who signed in; {@code roles} as in {@link Roles} */
    public record SignedIn(String employeeId, Set<String> roles) {}

    /**
     * @param login    as typed
     * @param password as typed
     * @return who that is; empty when either is wrong
     */
    public Optional<SignedIn> check(String login, char[] password) {
        hash.initialize(HASHING);
        var account = login == null || login.length() > 64 ? null : em.find(Account.class, login);
        if (account == null) {
            if (unknown == null) {
                unknown = hash.generate("".toCharArray());
            }
            hash.verify(password, unknown);
            return Optional.empty();
        }
        return hash.verify(password, account.passwordHash)
                ? Optional.of(new SignedIn(account.employeeId, account.roleNames()))
                : Optional.empty();
    }

    /** {@return the login that belongs to an employee, if he has a built-in account} */
    public Optional<String> loginOf(String employeeId) {
        return em.createQuery("select a.login from Account a where a.employeeId = ?1", String.class)
                .setParameter(1, employeeId)
                .getResultStream()
                .findFirst();
    }

    /**
     * Creates an account unless the login exists.
     *
     * @param roles names as in {@link Roles}
     */
    public void create(String login, char[] password, String employeeId, Set<String> roles) {
        if (em.find(Account.class, login) != null) {
            return;
        }
        hash.initialize(HASHING);
        var account = new Account();
        account.login = login;
        account.employeeId = employeeId;
        account.passwordHash = hash.generate(password);
        account.roles = String.join(" ", roles);
        em.persist(account);
    }
}

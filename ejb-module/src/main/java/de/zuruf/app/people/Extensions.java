package de.zuruf.app.people;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which telephone belongs to whom at the moment. */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.SUPERVISOR, Roles.ADMIN})
public class Extensions {
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser user;

    @Inject
    private Staff staff;

    @Inject
    private Event<ExtensionBound> bound;

    @Inject
    private Event<ExtensionMoved> moved;

    /**
     * Binds the caller to a telephone and releases the one that he had.
     *
     * @param extension null only releases
     * @param takeOver  whether to take it from a colleague who has it
     * @throws ConflictException when a colleague has it and {@code takeOver} is false
     * @throws InvalidInputException when it cannot be one
     */
    public void bind(String extension, boolean takeOver) {
        var me = user.id();
        if (extension != null && !EXTENSION.matcher(extension).matches()) {
            throw new InvalidInputException(
                    "ZURUF-EXTENSION",
                    new Bilingual(
                            "Eine Nebenstelle besteht aus 1 bis 32 Ziffern oder Buchstaben, zum Beispiel 201.",
                            "An extension has 1 to 32 digits or letters, for example 201."),
                    "extension");
        }
        var before = of(me).orElse(null);
        if (extension != null) {
            var present = em.find(PhoneExtension.class, extension, LockModeType.PESSIMISTIC_WRITE);
            if (present != null && !present.employeeId.equals(me)) {
                if (!takeOver) {
                    throw new ConflictException(
                            "ZURUF-EXTENSION-TAKEN",
                            new Bilingual(
                                    "An diesem Telefon ist schon jemand angemeldet.",
                                    "Somebody is signed in at this telephone already."),
                            Map.of("holder", staff.person(present.employeeId).name()));
                }
                em.remove(present);
                em.flush();
                moved.fire(new ExtensionMoved(present.employeeId, extension, null));
            }
        }
        em.createQuery("delete from PhoneExtension p where p.employeeId = ?1")
                .setParameter(1, me)
                .executeUpdate();
        em.clear();
        if (extension != null) {
            var mine = new PhoneExtension();
            mine.extension = extension;
            mine.employeeId = me;
            mine.boundAt = clock.instant();
            em.persist(mine);
            bound.fire(new ExtensionBound(extension, me));
        }
        if (!Objects.equals(before, extension)) {
            moved.fire(new ExtensionMoved(me, before, extension));
        }
    }

    /** {@return the telephone at which a person sits} */
    @PermitAll
    public Optional<String> of(String employeeId) {
        return em.createQuery("select p.extension from PhoneExtension p where p.employeeId = ?1", String.class)
                .setParameter(1, employeeId)
                .getResultStream()
                .findFirst();
    }

    /** {@return the telephone at which a person sits; nobody else can take it before the transaction's end} */
    @PermitAll
    public Optional<String> held(String employeeId) {
        return em.createQuery("select p from PhoneExtension p where p.employeeId = ?1", PhoneExtension.class)
                .setParameter(1, employeeId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .map(p -> p.extension);
    }

    /** {@return who sits at a telephone} */
    @PermitAll
    public Optional<String> holder(String extension) {
        return Optional.ofNullable(em.find(PhoneExtension.class, extension)).map(p -> p.employeeId);
    }

    /** {@return all telephones at which somebody sits, and who that is} */
    @PermitAll
    public Map<String, String> holders() {
        return em.createQuery("select p from PhoneExtension p order by p.extension", PhoneExtension.class)
                .getResultStream()
                .collect(Collectors.toMap(p -> p.extension, p -> p.employeeId, (a, b) -> a, LinkedHashMap::new));
    }

    /** {@return all telephones at which somebody sits} */
    @PermitAll
    public List<String> bound() {
        return em.createQuery("select p.extension from PhoneExtension p order by p.extension", String.class)
                .getResultList();
    }
}

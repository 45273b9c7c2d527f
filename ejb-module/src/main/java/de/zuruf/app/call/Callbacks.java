package de.zuruf.app.call;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Person;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Callers whom nobody has answered. One row for a number, however often it rang. */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.SUPERVISOR})
public class Callbacks {
    private static final int ROWS = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallCards cards;

    @Inject
    private Staff staff;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private CallbackCount count;

    /**
     * A callback to be made.
     *
     * @param callId        the newest unanswered call
     * @param attempts      number of unanswered calls
     * @param waitedSeconds how long the caller waited the last time
     * @param voicemail     whether he left a message then
     * @param passedOn      whether he was answered then, passed on, and nobody took him
     * @param claimedBy     who is about to ring back; null when nobody is
     */
    public record Callback(
            long callId,
            Instant at,
            String queue,
            CallCard.CallerView caller,
            Long partyId,
            String company,
            String contact,
            int attempts,
            long waitedSeconds,
            boolean voicemail,
            boolean passedOn,
            Person claimedBy) {}

    /** {@return the callbacks to be made, newest first} */
    public List<Callback> list() {
        var byNumber = new LinkedHashMap<String, List<PhoneCall>>();
        em.createQuery(
                        "select c from PhoneCall c where c.callbackState in ?1 order by c.startedAt desc",
                        PhoneCall.class)
                .setParameter(1, List.of(CallbackState.OPEN, CallbackState.CLAIMED))
                .setMaxResults(ROWS)
                .getResultStream()
                .forEach(c -> byNumber.computeIfAbsent(c.callerNumber, n -> new ArrayList<>())
                        .add(c));
        return byNumber.values().stream()
                .map(calls -> view(calls.get(0), calls.size()))
                .toList();
    }

    /** {@return how many numbers wait} */
    public long open() {
        return count.open();
    }

    /** Claims, finishes or reopens a callback, with all earlier attempts of the same number. */
    @RolesAllowed(Roles.INSIDE_SALES)
    public Callback put(long callId, CallbackState state) {
        if (state == null) {
            throw InvalidInputException.missing("state");
        }
        var newest = em.find(PhoneCall.class, callId, LockModeType.PESSIMISTIC_WRITE);
        if (newest == null || newest.callbackState == null) {
            throw new NotFoundException(
                    "ZURUF-CALLBACK",
                    new Bilingual("Diesen Rückruf gibt es nicht (mehr).", "There is no such callback (any more)."));
        }
        // Those of the same number that share the newest one's state go with it; an older, finished matter stays so.
        var calls = em.createQuery(
                        "select c from PhoneCall c where c.callerNumber = ?1 and c.callbackState = ?2 and"
                                + " c.startedAt <= ?3",
                        PhoneCall.class)
                .setParameter(1, newest.callerNumber)
                .setParameter(2, newest.callbackState)
                .setParameter(3, newest.startedAt)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (var call : calls) {
            call.callbackState = state;
            call.callbackBy = state == CallbackState.OPEN ? null : user.id();
            call.callbackAt = clock.instant();
            call.revision++;
        }
        count.announce();
        return view(newest, calls.size());
    }

    private Callback view(PhoneCall call, int attempts) {
        var names = call.partyId == null
                ? new Object[2]
                : em.createQuery(
                                "select p.name, c.name from MirroredParty p left join MirroredContact c on c.id = ?2"
                                        + " where p.id = ?1",
                                Object[].class)
                        .setParameter(1, call.partyId)
                        .setParameter(2, call.contactId == null ? -1L : call.contactId)
                        .getSingleResult();
        return new Callback(
                call.id,
                call.startedAt,
                call.queue,
                cards.caller(call),
                call.partyId,
                (String) names[0],
                (String) names[1],
                attempts,
                call.endedAt == null
                        ? 0
                        : Duration.between(call.startedAt, call.endedAt).toSeconds(),
                call.voicemailAt != null,
                call.answeredAt != null,
                call.callbackState == CallbackState.CLAIMED ? staff.person(call.callbackBy) : null);
    }
}

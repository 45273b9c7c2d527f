package de.zuruf.app.call;

import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Roles;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerKind;
import de.zuruf.call.EndCause;
import de.zuruf.call.RankedCandidate;
import de.zuruf.customer.E164;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of what is done with the telephone from the browser. {@link CallControl} talks with the telephone system between
 * these transactions, so that none of them waits for it.
 */
@Stateless
@RolesAllowed(Roles.INSIDE_SALES)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DialledCalls {
    /** So long a call that nobody has picked up keeps its agent from dialling the next one; no dialplan lets it ring longer. */
    private static final Duration ATTEMPT = Duration.ofMinutes(2);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallCards cards;

    @Inject
    private CallerLookup lookup;

    @Inject
    private Extensions extensions;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Event<CallChanged> callChanged;

    /**
     * A call that is about to be dialled.
     *
     * @param extension whose telephone rings first
     * @param repeated  the same was asked for before: it is not to be dialled again
     * @param card      null for a call within the house, which has no card
     */
    public record Opened(String extension, boolean repeated, CallCard card) {}

    /** A telephone in a call, by the telephone system to which that belongs. */
    public record OwnLeg(String pbx, String legId) {}

    /**
     * Enters a call that is about to be dialled and shows its card.
     *
     * @param number    whom; null for a call within the house
     * @param partyId   of whom the number was read, null when unknown; then the number decides
     * @param contactId null when unknown
     */
    public Opened open(CallKey key, E164 number, Long partyId, Long contactId) {
        var me = user.id();
        var extension = extension(me);
        if (number == null) {
            return new Opened(extension, false, null);
        }
        var same = PhoneCall.locked(em, key).orElse(null);
        if (same != null) {
            if (!me.equals(same.answeredBy)) {
                throw busy();
            }
            return new Opened(extension, true, cards.card(same, me, null));
        }
        var attempts = em.createQuery(
                        "select count(c) from PhoneCall c where c.answeredBy = ?1 and c.dialledHere = true and"
                                + " c.endedAt is null and c.answeredAt is null and c.startedAt > ?2",
                        Long.class)
                .setParameter(1, me)
                .setParameter(2, clock.instant().minus(ATTEMPT))
                .getSingleResult();
        if (attempts > 0) {
            throw busy();
        }
        var call = new PhoneCall();
        call.outgoing = true;
        call.dialledHere = true;
        call.answeredBy = me;
        call.answeredExtension = extension;
        var line = new CallerLine(number.value(), null);
        var ranked = CallDesk.about(call, key, clock.instant(), line, lookup.identifyStored(number.value()));
        ofWhomItWasRead(call, partyId, contactId);
        em.persist(call);
        em.flush();
        cards.first(call, call.chosenBy == null ? ranked : List.of());
        return new Opened(extension, false, show(call));
    }

    private String extension(String employeeId) {
        return extensions
                .held(employeeId)
                .orElseThrow(() -> new ConflictException(
                        "ZURUF-NO-EXTENSION",
                        new Bilingual(
                                "Bitte wählen Sie zuerst Ihr Telefon aus (oben rechts).",
                                "Please choose your telephone first (top right).")));
    }

    /** Several may have the number; whoever clicked on it at one of them means that one. */
    private void ofWhomItWasRead(PhoneCall call, Long partyId, Long contactId) {
        if (partyId == null || em.find(MirroredParty.class, partyId) == null) {
            return;
        }
        var contact = contactId == null ? null : em.find(MirroredContact.class, contactId);
        var person = contact != null && partyId.equals(contact.partyId()) ? contactId : null;
        if (partyId.equals(call.partyId) && (person == null || person.equals(call.contactId))) {
            return;
        }
        call.partyId = partyId;
        call.contactId = person;
        call.callerKind = person == null ? CallerKind.COMPANY : CallerKind.KNOWN;
        call.chosenBy = user.id();
    }

    private static ConflictException consulting() {
        return new ConflictException(
                "ZURUF-CONSULTING",
                new Bilingual("Sie fragen gerade schon jemanden.", "You are asking somebody already."));
    }

    private static ConflictException busy() {
        return new ConflictException(
                "ZURUF-DIALLING",
                new Bilingual(
                        "Es wird gerade schon jemand für Sie gewählt.", "Somebody is being dialled for you already."));
    }

    /** The telephone system did not take the order: nobody is called. */
    public void refused(CallKey key) {
        PhoneCall.locked(em, key).filter(call -> !call.over()).ifPresent(call -> {
            call.endedAt = clock.instant();
            call.endCause = EndCause.NO_ANSWER;
            call.revision++;
            show(call);
            em.remove(call);
        });
    }

    /**
     * {@return the leg of the caller's own telephone in a call in which he is now}
     *
     * @param toPassOn whether he wants to pass somebody on; then he must talk with somebody who has called
     */
    public OwnLeg ownLeg(long id, boolean toPassOn) {
        var call = em.find(PhoneCall.class, id);
        var offer = call == null ? null : cards.offer(id, user.id());
        if (call == null || offer == null && !user.id().equals(call.answeredBy)) {
            throw CallWork.notFound();
        }
        if (call.outgoing && !call.over() && user.id().equals(call.answeredBy)) {
            if (toPassOn) {
                throw new ConflictException(
                        "ZURUF-CALL-PLACED",
                        new Bilingual(
                                "Selbst gewählte Gespräche bitte am Telefon weiterleiten: die Karte geht dabei nicht mit.",
                                "Please pass on calls that you have dialled at the telephone: the card does not go along."));
            }
            return new OwnLeg(call.pbx, call.linkedId);
        }
        if (call.over() || offer == null || !offer.talking()) {
            throw over();
        }
        return new OwnLeg(call.pbx, offer.legId);
    }

    /**
     * Enters that the caller of this method asks somebody while whom he talks with waits.
     *
     * @param target what is dialled
     * @return the telephone that asks; empty when it asks there already
     */
    public Optional<OwnLeg> consult(long id, String target) {
        var call = locked(id);
        var leg = ownLeg(id, true);
        var offer = cards.offer(id, user.id());
        if (target.equals(offer.consultTarget)) {
            return Optional.empty();
        }
        if (offer.consults()) {
            throw consulting();
        }
        consults(call, offer, target);
        return Optional.of(leg);
    }

    /** It has come to nothing, or is over: whoever has asked talks with his caller. */
    public void noLongerConsults(long id) {
        var call = locked(id);
        var offer = call == null ? null : cards.offer(id, user.id());
        if (offer != null && offer.consults()) {
            consults(call, offer, null);
        }
    }

    private void consults(PhoneCall call, CallOffer offer, String target) {
        offer.consultTarget = target;
        offer.consultReached = false;
        call.revision++;
        callChanged.fire(new CallChanged(user.id(), cards.card(call, user.id(), offer)));
    }

    /**
     * {@return the leg of the caller's own telephone while it asks somebody}
     *
     * @param reached whether whom it asks must have picked up
     */
    public OwnLeg asking(long id, boolean reached) {
        var leg = ownLeg(id, true);
        var offer = cards.offer(id, user.id());
        if (!offer.consults()) {
            throw new ConflictException(
                    "ZURUF-NOT-CONSULTING",
                    new Bilingual("Sie fragen gerade niemanden.", "You are not asking anybody."));
        }
        if (reached && !offer.consultReached) {
            throw new ConflictException(
                    "ZURUF-NOT-REACHED",
                    new Bilingual(
                            "Verbinden geht erst, wenn am anderen Telefon jemand abgehoben hat.",
                            "Connecting is possible when somebody has picked up the other telephone."));
        }
        return leg;
    }

    /**
     * {@return the call whose caller is to be parked; empty when he is parked already}
     */
    public Optional<CallKey> toPark(long id) {
        var call = locked(id);
        if (call != null && call.parkedSpace != null && mine(call) && !call.over()) {
            return Optional.empty();
        }
        var leg = ownLeg(id, true);
        if (cards.offer(id, user.id()).consults()) {
            throw consulting();
        }
        return Optional.of(new CallKey(leg.pbx(), call.linkedId));
    }

    /**
     * A parked caller who is about to be fetched.
     *
     * @param key       of the call with which he is fetched
     * @param extension whose telephone rings
     * @param space     what is dialled
     * @param partyId   whose caller he is; null when unknown
     */
    public record Fetched(CallKey key, String extension, String space, Long partyId, Long contactId) {}

    /** {@return what is to be dialled to fetch a parked caller; empty when the telephone rings for that already} */
    public Optional<Fetched> fetch(long id) {
        var call = locked(id);
        if (call == null || !mine(call)) {
            throw CallWork.notFound();
        }
        var extension = extension(user.id());
        if (call.over()) {
            throw over();
        }
        if (call.parkedSpace == null || call.parkedSpace.equals("?")) {
            throw new ConflictException(
                    "ZURUF-NOT-PARKED",
                    new Bilingual("Der Anrufer ist nicht (mehr) geparkt.", "The caller is not parked (any more)."));
        }
        if (call.fetchedAs != null) {
            return Optional.empty();
        }
        var key = new CallKey(call.pbx, CallKey.DIALLED + UUID.randomUUID());
        fetched(call, key.linkedId());
        return Optional.of(new Fetched(key, extension, call.parkedSpace, call.partyId, call.contactId));
    }

    /** The telephone system did not take the order: the caller waits as before. */
    public void notFetched(long id, CallKey key) {
        var call = locked(id);
        if (call != null && key.linkedId().equals(call.fetchedAs)) {
            fetched(call, null);
        }
    }

    private void fetched(PhoneCall call, String linkedId) {
        call.fetchedAs = linkedId;
        call.revision++;
        callChanged.fire(new CallChanged(user.id(), cards.card(call, user.id(), cards.offer(call.id, user.id()))));
    }

    private PhoneCall locked(long id) {
        return em.find(PhoneCall.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether the caller of this method has, or had, that call. */
    private boolean mine(PhoneCall call) {
        var offer = cards.offer(call.id, user.id());
        return user.id().equals(call.answeredBy) || offer != null && CallOffer.ANSWERED.equals(offer.result);
    }

    static ConflictException over() {
        return new ConflictException(
                "ZURUF-CALL-OVER",
                new Bilingual("Sie sind nicht (mehr) in diesem Gespräch.", "You are not in this call (any more)."));
    }

    /** {@return who talks on the telephone now, by extension} */
    public List<String> talking() {
        return em.createQuery(
                        "select o.extension from CallOffer o join PhoneCall c on c.id = o.callId where c.endedAt is null"
                                + " and o.result = ?1 and o.talkEndedAt is null",
                        String.class)
                .setParameter(1, CallOffer.ANSWERED)
                .getResultList();
    }

    /** {@return who owns the customer of a call; empty when nobody does} */
    public Optional<String> owner(long id) {
        return em.createQuery(
                        "select p.ownerId from PhoneCall c join MirroredParty p on p.id = c.partyId where c.id = ?1 and"
                                + " p.ownerId is not null",
                        String.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    /** {@return who would be called, as the mirror knows him; null when nobody has the number} */
    public String nameOf(E164 number) {
        var caller = lookup.identifyStored(number.value());
        if (caller instanceof Caller.Known known) {
            return name(known.candidate().partyId(), known.candidate().contactId());
        }
        if (caller instanceof Caller.Company company) {
            return name(company.candidate().partyId(), null);
        }
        return caller instanceof Caller.Ambiguous several
                ? several.ranked().stream()
                        .map(RankedCandidate::candidate)
                        .map(candidate -> candidate.company())
                        .distinct()
                        .limit(3)
                        .reduce((a, b) -> a + " / " + b)
                        .orElse(null)
                : null;
    }

    /** {@return whom a parked caller is shown as on the telephone that fetches him; null when nobody knows him} */
    public String nameOf(Fetched fetched) {
        return fetched.partyId() == null ? null : name(fetched.partyId(), fetched.contactId());
    }

    private String name(long partyId, Long contactId) {
        var party = em.find(MirroredParty.class, partyId);
        var contact = contactId == null ? null : em.find(MirroredContact.class, contactId);
        return party == null ? null : contact == null ? party.name() : contact.name() + ", " + party.name();
    }

    private CallCard show(PhoneCall call) {
        var card = cards.card(call, user.id(), null);
        callChanged.fire(new CallChanged(user.id(), card));
        return card;
    }
}

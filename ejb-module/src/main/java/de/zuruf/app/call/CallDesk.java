package de.zuruf.app.call;

import de.zuruf.app.outbox.ActivityKind;
import de.zuruf.app.outbox.Outbox;
import de.zuruf.app.people.Extensions;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerKind;
import de.zuruf.call.EndCause;
import de.zuruf.call.GoneReason;
import de.zuruf.call.RankedCandidate;
import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns what the telephone system says into rows and into cards for those whom it concerns. Everything here may be told
 * twice and then changes nothing the second time.
 */
@Stateless
@PermitAll
public class CallDesk {
    /** A call that its agent has not closed goes to the CRM after this time all the same. */
    private static final Duration WRAP_UP_LIMIT = Duration.ofMinutes(30);

    /** Longest text of a line that a row keeps. */
    private static final int LONGEST = 80;

    private static final String KNOWN = """
            select 'CALL', c.linked_id from phone_call c where c.pbx = ?1 and c.linked_id = ?2
            union all
            select 'HOLDER', p.employee_id from phone_extension p where p.extension = ?3
            """;

    /** Result of an offer whose end nobody observed. */
    private static final String UNSEEN = GoneReason.UNKNOWN.name();

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallerLookup lookup;

    @Inject
    private CallCards cards;

    @Inject
    private Extensions extensions;

    @Inject
    private Outbox outbox;

    @Inject
    private PbxStates pbxStates;

    @Inject
    private PbxWatch watch;

    @Inject
    private Event<CallChanged> callChanged;

    @Inject
    private Event<LateSignIns.Unclaimed> unclaimed;

    @Inject
    private CallbackCount callbacks;

    @Inject
    private Event<PbxState> pbxChanged;

    /** What one transaction has asked and made already, so that nothing is asked twice while a telephone rings. */
    private static final class InHand {
        private final List<CallEvent> events;
        private final Map<CallKey, PhoneCall> calls = new HashMap<>();
        private final Set<PhoneCall> fresh = new HashSet<>();
        private final Map<String, Optional<String>> holders = new HashMap<>();

        InHand(List<CallEvent> events) {
            this.events = events;
        }

        /** Whether the end of a call is among the events. */
        boolean ends(CallKey key) {
            return events.stream()
                    .anyMatch(event -> event instanceof CallEvent.Ended ended
                            && ended.call().equals(key));
        }

        /** The extension at which a call rings first; null when it rings nowhere yet. */
        String firstRing(CallKey key) {
            return events.stream()
                    .filter(event -> event instanceof CallEvent.Offered offered
                            && offered.call().equals(key))
                    .map(event -> ((CallEvent.Offered) event).extension())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Takes events that followed each other at once, in one transaction. */
    public void on(List<CallEvent> events) {
        var inHand = new InHand(events);
        events.forEach(event -> on(event, inHand));
    }

    private void on(CallEvent event, InHand inHand) {
        if (event instanceof CallEvent.Arrived e) {
            arrived(e.call(), e.at(), e.caller(), e.dialledNumber(), e.queue(), e.internal(), inHand);
        } else if (event instanceof CallEvent.Offered e) {
            offered(e, inHand);
        } else if (event instanceof CallEvent.OfferEnded e) {
            find(e.call(), inHand).ifPresent(call -> offerEnded(call, e));
        } else if (event instanceof CallEvent.Answered e) {
            find(e.call(), inHand).ifPresent(call -> answered(call, e, inHand));
        } else if (event instanceof CallEvent.Ended e) {
            if (e.call().dialled()) {
                noLongerFetched(e.call());
            }
            find(e.call(), inHand)
                    .ifPresent(call ->
                            ended(call, e.at(), EndCause.valueOf(e.cause().name())));
        } else if (event instanceof CallEvent.Placed e) {
            placed(e, inHand);
        } else if (event instanceof CallEvent.Reached e) {
            find(e.call(), inHand).ifPresent(call -> reached(call, e.at()));
        } else if (event instanceof CallEvent.TalkEnded e) {
            find(e.call(), inHand).ifPresent(call -> talkEnded(call, e, inHand.ends(e.call())));
        } else if (event instanceof CallEvent.Held e) {
            find(e.call(), inHand).ifPresent(call -> held(call, e.legId(), e.at()));
        } else if (event instanceof CallEvent.Consults e) {
            find(e.call(), inHand).ifPresent(call -> consults(call, e));
        } else if (event instanceof CallEvent.Resumed e) {
            find(e.call(), inHand).ifPresent(call -> resumed(call, e.legId(), e.at()));
        } else if (event instanceof CallEvent.Transferred e) {
            find(e.call(), inHand).ifPresent(call -> transferred(call, e));
        } else if (event instanceof CallEvent.Parked e) {
            find(e.call(), inHand).ifPresent(call -> parked(call, e));
        } else if (event instanceof CallEvent.VoicemailLeft e) {
            find(e.call(), inHand).ifPresent(call -> voicemailLeft(call, e.at()));
        } else if (event instanceof CallEvent.Connected e) {
            connected(e);
        } else if (event instanceof CallEvent.Disconnected e) {
            disconnected(e);
        }
    }

    private Optional<PhoneCall> find(CallKey key, InHand inHand) {
        var present = Optional.ofNullable(inHand.calls.get(key)).or(() -> PhoneCall.locked(em, key));
        present.ifPresent(call -> inHand.calls.put(key, call));
        return present;
    }

    /** Whether a call is known, and who sits where it rings first: one statement for both. */
    private boolean known(CallKey key, InHand inHand) {
        var extension = inHand.firstRing(key);
        var known = false;
        String holder = null;
        var rows = em.createNativeQuery(KNOWN)
                .setParameter(1, key.pbx())
                .setParameter(2, key.linkedId())
                .setParameter(3, extension == null ? "" : extension)
                .getResultList();
        for (var untyped : rows) {
            var row = (Object[]) untyped;
            if ("CALL".equals(row[0])) {
                known = true;
            } else {
                holder = (String) row[1];
            }
        }
        if (extension != null) {
            inHand.holders.put(extension, Optional.ofNullable(holder));
        }
        return known;
    }

    private PhoneCall arrived(
            CallKey key, Instant at, CallerLine line, String dialled, String queue, boolean internal, InHand inHand) {
        if (!inHand.calls.containsKey(key) && !known(key, inHand)) {
            var call = fresh(key, at, line, dialled, queue, internal);
            inHand.calls.put(key, call);
            inHand.fresh.add(call);
            return call;
        }
        var call = find(key, inHand).orElseThrow();
        if (call.dialledHere) {
            turnedOutInside(call, line);
        }
        if (queue != null && !cut(queue).equals(call.queue)) {
            call.queue = cut(queue);
            call.revision++;
        }
        return call;
    }

    /** The number that somebody had dialled for him was one of ours after all: the call is a colleague's who is called. */
    private void turnedOutInside(PhoneCall call, CallerLine line) {
        var dialledBy = call.answeredBy;
        call.dialledHere = false;
        call.outgoing = false;
        call.internal = true;
        call.callerKind = CallerKind.INTERNAL;
        call.callerNumber = cut(line.number());
        call.partyId = null;
        call.contactId = null;
        call.answeredBy = null;
        call.answeredExtension = null;
        call.revision++;
        cards.again(call);
        show(call, null, dialledBy);
    }

    private PhoneCall fresh(CallKey key, Instant at, CallerLine line, String dialled, String queue, boolean internal) {
        var caller = lookup.identify(key.pbx(), line, internal);
        var call = new PhoneCall();
        call.queue = cut(queue);
        call.dialled = cut(dialled);
        call.internal = internal || caller instanceof Caller.Internal;
        var ranked = about(call, key, at, line, caller);
        em.persist(call);
        // Rows refer to each other by value; the call must be there before its prompts and offers.
        em.flush();
        cards.first(call, ranked);
        return call;
    }

    /** Enters what every call has; {@return who may be at the other end, when that must be chosen} */
    static List<RankedCandidate> about(PhoneCall call, CallKey key, Instant at, CallerLine line, Caller caller) {
        call.pbx = key.pbx();
        call.linkedId = key.linkedId();
        call.revision = 1;
        call.callerKind = caller.kind();
        call.callerNumber = cut(number(caller, line));
        call.callerName = cut(line.name());
        call.startedAt = at;
        if (caller instanceof Caller.Known known) {
            call.partyId = known.candidate().partyId();
            call.contactId = known.candidate().contactId();
        } else if (caller instanceof Caller.Company company) {
            call.partyId = company.candidate().partyId();
        }
        return caller instanceof Caller.Ambiguous ambiguous ? ambiguous.ranked() : List.of();
    }

    /** Of a telephone at which nobody has signed in nobody has agreed to say whom it calls. */
    private void placed(CallEvent.Placed e, InHand inHand) {
        var present = find(e.call(), inHand).orElse(null);
        if (present != null) {
            if (present.dialledHere && present.placedAt == null) {
                present.placedAt = e.at();
            }
            return;
        }
        var employee = extensions.holder(e.extension()).orElse(null);
        if (employee == null) {
            return;
        }
        var line = new CallerLine(e.number(), null);
        var caller = lookup.identify(e.pbx(), line, false);
        if (caller instanceof Caller.Internal) {
            // Our own number by way of the exchange: the call comes in as well, and is told there.
            return;
        }
        var call = new PhoneCall();
        call.outgoing = true;
        call.answeredBy = employee;
        call.answeredExtension = cut(e.extension());
        about(call, e.call(), e.at(), line, caller);
        em.persist(call);
        inHand.calls.put(e.call(), call);
    }

    private void reached(PhoneCall call, Instant at) {
        if (call.outgoing && call.answeredAt == null && !call.over()) {
            call.answeredAt = at;
            call.revision++;
            settleCallbacks(call);
            if (call.dialledHere) {
                show(call, null, call.answeredBy);
            }
        }
    }

    /** A connector keeps to the contract's lengths; one that does not must not cost us the call. */
    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String number(Caller caller, CallerLine line) {
        if (caller instanceof Caller.Known c) {
            return c.number().value();
        }
        if (caller instanceof Caller.Company c) {
            return c.number().value();
        }
        if (caller instanceof Caller.Ambiguous c) {
            return c.number().value();
        }
        if (caller instanceof Caller.Unknown c) {
            return c.number() == null ? line.number() : c.number().value();
        }
        return caller instanceof Caller.Internal c ? c.line() : null;
    }

    private void offered(CallEvent.Offered e, InHand inHand) {
        var call = arrived(e.call(), e.at(), e.caller(), e.dialledNumber(), e.queue(), e.internal(), inHand);
        if (call.over()) {
            return;
        }
        call.notParked();
        if (inHand.fresh.remove(call)) {
            // Nobody has seen the call, and no telephone has rung for it: no leg to look for, no revision to tell
            // apart.
            show(call, newOffer(call, e.legId(), e.extension(), e.at(), inHand));
            return;
        }
        var present = leg(call, e.legId()).orElse(null);
        if (present == null) {
            call.revision++;
            show(call, newOffer(call, e.legId(), e.extension(), e.at(), inHand));
        } else if (UNSEEN.equals(present.result)) {
            // Closed as unseen when the server came back, and now it turns out to ring still.
            present.endedAt = null;
            present.result = null;
            call.revision++;
            show(call, present);
        }
    }

    private CallOffer newOffer(PhoneCall call, String legId, String extension, Instant at, InHand inHand) {
        var offer = new CallOffer();
        offer.callId = call.id;
        offer.legId = legId;
        offer.extension = extension;
        offer.employeeId =
                inHand.holders.computeIfAbsent(extension, extensions::holder).orElse(null);
        offer.offeredAt = at;
        em.persist(offer);
        if (offer.employeeId == null) {
            unclaimed.fire(new LateSignIns.Unclaimed(extension));
        }
        return offer;
    }

    /** Whoever signs in at a telephone that rings, or at which somebody talks already, gets the card of that call. */
    public void claim(String extension, String employeeId) {
        em.createQuery(
                        "select c from CallOffer o join PhoneCall c on c.id = o.callId where o.extension = ?1 and"
                                + " o.employeeId is null and c.endedAt is null",
                        PhoneCall.class)
                .setParameter(1, extension)
                .getResultStream()
                .distinct()
                .map(call -> em.find(PhoneCall.class, call.id, LockModeType.PESSIMISTIC_WRITE))
                .filter(call -> !call.over())
                .forEach(call -> claim(call, extension, employeeId));
    }

    private void claim(PhoneCall call, String extension, String employeeId) {
        em.createQuery(
                        "select o from CallOffer o where o.callId = ?1 and o.extension = ?2 and o.employeeId is null",
                        CallOffer.class)
                .setParameter(1, call.id)
                .setParameter(2, extension)
                .getResultStream()
                .filter(offer -> offer.endedAt == null || CallOffer.ANSWERED.equals(offer.result))
                .forEach(offer -> {
                    offer.employeeId = employeeId;
                    if (offer.endedAt != null && offer.extension.equals(call.answeredExtension)) {
                        call.answeredBy = employeeId;
                    }
                    call.revision++;
                    show(call, offer);
                });
    }

    private Optional<CallOffer> leg(PhoneCall call, String legId) {
        return em.createQuery("select o from CallOffer o where o.callId = ?1 and o.legId = ?2", CallOffer.class)
                .setParameter(1, call.id)
                .setParameter(2, legId)
                .getResultStream()
                .findFirst();
    }

    private void offerEnded(PhoneCall call, CallEvent.OfferEnded e) {
        leg(call, e.legId()).filter(offer -> offer.endedAt == null).ifPresent(offer -> {
            call.revision++;
            close(call, offer, e.at(), e.reason().name());
        });
    }

    private void close(PhoneCall call, CallOffer offer, Instant at, String result) {
        offer.endedAt = at;
        offer.result = result;
        show(call, offer);
    }

    private void answered(PhoneCall call, CallEvent.Answered e, InHand inHand) {
        if (call.over()) {
            return;
        }
        var offer = leg(call, e.legId()).orElse(null);
        if (offer != null && (offer.talking() || offer.talkEndedAt != null && e.at().isBefore(offer.talkEndedAt))) {
            return;
        }
        if (offer == null) {
            offer = newOffer(call, e.legId(), e.extension(), e.at(), inHand);
        }
        call.revision++;
        if (call.answeredAt == null) {
            call.answeredAt = e.at();
        }
        call.answeredBy = offer.employeeId;
        call.answeredExtension = offer.extension;
        call.talkEndedAt = null;
        call.notParked();
        if (CallOffer.ANSWERED.equals(offer.result)) {
            // He was away, or nobody saw him for a while, and talks again.
            offer.talkEndedAt = null;
            show(call, offer);
        } else {
            close(call, offer, e.at(), CallOffer.ANSWERED);
        }
        settleCallbacks(call);
    }

    /** {@code ending}: the end of the call, told in the same breath, will be shown. */
    private void talkEnded(PhoneCall call, CallEvent.TalkEnded e, boolean ending) {
        leg(call, e.legId()).filter(CallOffer::talking).ifPresent(offer -> {
            endTalk(call, offer, e.at());
            call.revision++;
            if (!ending || !call.heldBy(offer.employeeId)) {
                show(call, offer);
            }
        });
    }

    private static void endTalk(PhoneCall call, CallOffer offer, Instant at) {
        offer.endTalk(at);
        if (offer.employeeId != null && offer.employeeId.equals(call.answeredBy)) {
            call.talkEndedAt = at;
        }
    }

    private void held(PhoneCall call, String legId, Instant at) {
        leg(call, legId)
                .filter(offer -> offer.talking() && offer.heldSince == null)
                .filter(offer -> offer.heldUntil == null || at.isAfter(offer.heldUntil))
                .ifPresent(offer -> {
                    offer.heldSince = at;
                    call.revision++;
                    show(call, offer);
                });
    }

    private void consults(PhoneCall call, CallEvent.Consults e) {
        var target = e.target() == null ? "?" : cut(e.target());
        leg(call, e.legId())
                .filter(CallOffer::talking)
                // An older one that comes again after the caller was taken back.
                .filter(offer -> offer.heldUntil == null || e.at().isAfter(offer.heldUntil))
                .filter(offer -> !target.equals(offer.consultTarget) || e.reached() && !offer.consultReached)
                .ifPresent(offer -> {
                    offer.consultTarget = target;
                    offer.consultReached = e.reached();
                    call.revision++;
                    show(call, offer);
                });
    }

    /** The telephone with which somebody wanted to fetch a parked caller does no longer ring, or no longer talks. */
    private void noLongerFetched(CallKey key) {
        em.createQuery("select c from PhoneCall c where c.pbx = ?1 and c.fetchedAs = ?2", PhoneCall.class)
                .setParameter(1, key.pbx())
                .setParameter(2, key.linkedId())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(this::noLongerFetched);
    }

    private void noLongerFetched(PhoneCall call) {
        call.fetchedAs = null;
        call.revision++;
        if (!call.over() && call.answeredBy != null) {
            show(call, cards.offer(call.id, call.answeredBy), call.answeredBy);
        }
    }

    private void resumed(PhoneCall call, String legId, Instant at) {
        leg(call, legId)
                .filter(offer -> offer.heldSince != null || offer.consults())
                .ifPresent(offer -> {
                    offer.resume(at);
                    call.revision++;
                    show(call, offer);
                });
    }

    private void transferred(PhoneCall call, CallEvent.Transferred e) {
        var known = em.createQuery(
                        "select count(t) from CallTransfer t where t.callId = ?1 and t.legId = ?2", Long.class)
                .setParameter(1, call.id)
                .setParameter(2, e.legId())
                .getSingleResult();
        if (known > 0) {
            return;
        }
        var offer = leg(call, e.legId()).orElse(null);
        var transfer = new CallTransfer();
        transfer.callId = call.id;
        transfer.legId = e.legId();
        transfer.extension = cut(e.extension());
        transfer.employeeId = offer == null ? null : offer.employeeId;
        transfer.target = cut(e.target());
        transfer.asked = e.asked();
        transfer.transferredAt = e.at();
        em.persist(transfer);
        call.transferred = true;
        call.revision++;
        if (offer != null) {
            show(call, offer);
        }
        if (call.answeredBy != null && (offer == null || !call.answeredBy.equals(offer.employeeId))) {
            show(call, cards.offer(call.id, call.answeredBy), call.answeredBy);
        }
    }

    private void parked(PhoneCall call, CallEvent.Parked e) {
        if (call.over()) {
            return;
        }
        call.parkedSpace = e.space() == null ? "?" : cut(e.space());
        call.revision++;
        if (call.answeredBy != null) {
            show(call, cards.offer(call.id, call.answeredBy), call.answeredBy);
        }
    }

    private void voicemailLeft(PhoneCall call, Instant at) {
        if (call.voicemailAt == null) {
            call.voicemailAt = at;
            call.revision++;
        }
    }

    /** Whoever gets through, or is reached, needs no callback for his earlier attempts; behind some lines it was somebody else's attempt. */
    private void settleCallbacks(PhoneCall call) {
        if (call.callerNumber == null || call.internal || lookup.ignored(call.callerNumber)) {
            return;
        }
        var settled = em.createQuery(
                        "update PhoneCall c set c.callbackState = ?1, c.callbackAt = ?2 where c.callerNumber = ?3 and"
                                + " c.callbackState in (?4, ?5)")
                .setParameter(1, CallbackState.DONE)
                .setParameter(2, call.answeredAt)
                .setParameter(3, call.callerNumber)
                .setParameter(4, CallbackState.OPEN)
                .setParameter(5, CallbackState.CLAIMED)
                .executeUpdate();
        if (settled > 0) {
            callbacks.announce();
        }
    }

    private void ended(PhoneCall call, Instant at, EndCause cause) {
        if (call.over()) {
            return;
        }
        call.endedAt = at;
        call.endCause = cause.ofCall(call.answeredAt != null);
        call.revision++;
        var gaveUpWaiting = call.parkedSpace != null;
        call.notParked();
        for (var offer : unfinishedOffers(call)) {
            if (offer.talking()) {
                endTalk(call, offer, at);
            } else {
                close(call, offer, at, GoneReason.of(call.endCause).name());
            }
        }
        if (call.neverPlaced()) {
            neverPlaced(call);
            return;
        }
        if (call.outgoing && !call.dialledHere) {
            // No card was shown; what is to be noted is noted in the list of calls.
            call.doneAt = at;
        } else if (call.answeredBy != null) {
            show(call, cards.offer(call.id, call.answeredBy), call.answeredBy);
        }
        var lost = !call.outgoing && call.answeredAt == null || gaveUpWaiting || lostOnTheWay(call);
        if (lost && !call.internal && call.callerNumber != null) {
            call.callbackState = CallbackState.OPEN;
            callbacks.announce();
        }
        if (!call.internal) {
            var noted = call.answeredAt != null || call.dialledHere;
            outbox.add(ActivityKind.CALL, call.id, noted ? at.plus(WRAP_UP_LIMIT) : at);
        }
    }

    /** Nobody was called after all: what was entered for it is taken back, unless somebody has written to it. */
    private void neverPlaced(PhoneCall call) {
        show(call, null, call.answeredBy);
        if (call.worked) {
            call.doneAt = call.endedAt;
        } else {
            em.remove(call);
        }
    }

    /** Whether somebody passed the caller on and nobody took him: he was answered, and yet he is waiting for one of us. */
    private boolean lostOnTheWay(PhoneCall call) {
        if (!call.transferred) {
            return false;
        }
        var passedOn = em.createQuery(
                        "select t.transferredAt from CallTransfer t where t.callId = ?1 and t.asked = false order by"
                                + " t.transferredAt desc",
                        Instant.class)
                .setParameter(1, call.id)
                .setMaxResults(1)
                .getResultList();
        if (passedOn.isEmpty()) {
            return false;
        }
        var results = em.createQuery(
                        "select o.result from CallOffer o where o.callId = ?1 and o.offeredAt >= ?2", String.class)
                .setParameter(1, call.id)
                .setParameter(2, passedOn.get(0))
                .getResultList();
        // When nothing of ours rang he was sent to the outside.
        return !results.isEmpty() && !results.contains(CallOffer.ANSWERED);
    }

    /** Telephones that ring, and those at which somebody talks. */
    private List<CallOffer> unfinishedOffers(PhoneCall call) {
        return em.createQuery(
                        "select o from CallOffer o where o.callId = ?1 and (o.endedAt is null or o.result = ?2 and"
                                + " o.talkEndedAt is null)",
                        CallOffer.class)
                .setParameter(1, call.id)
                .setParameter(2, CallOffer.ANSWERED)
                .getResultList();
    }

    private void connected(CallEvent.Connected e) {
        var unfinished = em.createQuery(
                        "select c from PhoneCall c where c.pbx = ?1 and c.endedAt is null", PhoneCall.class)
                .setParameter(1, e.pbx())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (var call : unfinished) {
            if (!e.liveCalls().contains(call.linkedId)) {
                ended(call, e.at(), EndCause.UNKNOWN);
                continue;
            }
            if (call.fetchedAs != null && !e.liveCalls().contains(call.fetchedAs)) {
                noLongerFetched(call);
            }
            if (e.since() == null) {
                // This process has seen nothing yet: what still rings is told right after this event.
                var unseen = unfinishedOffers(call);
                if (!unseen.isEmpty()) {
                    call.revision++;
                    unseen.forEach(offer -> unseen(call, offer, e.at()));
                }
            }
        }
        var open = em.createQuery("select g from PbxGap g where g.pbx = ?1 and g.heardAt is null", PbxGap.class)
                .setParameter(1, e.pbx())
                .getResultList();
        open.forEach(gap -> gap.heardAt = e.at());
        if (open.isEmpty()) {
            var since = e.since() == null ? watch.lastHeard(e.pbx()) : e.since();
            if (since != null && since.isBefore(e.at())) {
                gap(e.pbx(), since).heardAt = e.at();
            }
        }
        watch.heard(e.pbx(), e.at());
        announce(new PbxState(e.pbx(), true, e.at()));
    }

    private void unseen(PhoneCall call, CallOffer offer, Instant at) {
        if (offer.talking()) {
            // Not shown: whoever still talks is told so in the next breath, and his card shall not flicker.
            endTalk(call, offer, at);
        } else {
            close(call, offer, at, UNSEEN);
        }
    }

    private void disconnected(CallEvent.Disconnected e) {
        gap(e.pbx(), e.at());
        announce(new PbxState(e.pbx(), false, e.at()));
    }

    private PbxGap gap(String pbx, Instant from) {
        var gap = new PbxGap();
        gap.pbx = pbx;
        gap.lostAt = from;
        em.persist(gap);
        return gap;
    }

    private void announce(PbxState state) {
        pbxStates.put(state);
        pbxChanged.fire(state);
    }

    private void show(PhoneCall call, CallOffer offer) {
        if (offer.employeeId != null) {
            show(call, offer, offer.employeeId);
        }
    }

    private void show(PhoneCall call, CallOffer offer, String employeeId) {
        callChanged.fire(new CallChanged(employeeId, cards.card(call, employeeId, offer)));
    }
}

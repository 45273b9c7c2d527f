package de.zuruf.app.call;

import de.zuruf.app.customer.CustomerReader;
import de.zuruf.app.handoff.HandoffReader;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Person;
import de.zuruf.app.people.Staff;
import de.zuruf.app.prompt.PromptLedger;
import de.zuruf.call.AgentCall;
import de.zuruf.call.CallState;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerKind;
import de.zuruf.call.GoneReason;
import de.zuruf.call.RankedCandidate;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Composes cards. Authorisation is the caller's matter. */
@Stateless
@PermitAll
public class CallCards {
    /** A card that nobody has closed for so long no longer comes back after a reload; the call list still has it. */
    private static final Duration KEPT = Duration.ofHours(12);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CustomerReader customers;

    @Inject
    private PromptLedger prompts;

    @Inject
    private HandoffReader handoffs;

    @Inject
    private CallerLookup lookup;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private Extensions extensions;

    @Inject
    private Staff staff;

    @Inject
    private RecentContents recent;

    @Inject
    private Clock clock;

    /** Composes the contents of a call that has just come in, and enters its prompts in the ledger. */
    public CardContents first(PhoneCall call, List<RankedCandidate> ranked) {
        return remember(call, composed(call, ranked, true));
    }

    /** Composes the contents of a call anew. Only for whoever has locked the call: what is kept must not be old. */
    public void again(PhoneCall call) {
        em.flush();
        remember(call, stored(call));
    }

    private CardContents contents(PhoneCall call) {
        var known = recent.get(call.id);
        return known == null ? stored(call) : known;
    }

    private CardContents stored(PhoneCall call) {
        var ranked = (call.callerKind == CallerKind.AMBIGUOUS || call.chosenBy != null)
                        && lookup.identifyStored(call.callerNumber) instanceof Caller.Ambiguous ambiguous
                ? ambiguous.ranked()
                : List.<RankedCandidate>of();
        return composed(call, ranked, false);
    }

    private CardContents remember(PhoneCall call, CardContents contents) {
        recent.put(call.id, contents);
        return contents;
    }

    private CardContents composed(PhoneCall call, List<RankedCandidate> ranked, boolean choose) {
        var candidates = ranked.stream()
                .map(r -> new CallCard.Candidate(
                        r.candidate().partyId(),
                        r.candidate().contactId(),
                        r.candidate().company(),
                        r.candidate().city(),
                        r.candidate().contact(),
                        r.reason()))
                .toList();
        var customer = call.partyId == null
                ? null
                : customers.read(call.partyId, call.contactId).orElse(null);
        if (customer == null) {
            return new CardContents(candidates, null, List.of(), null);
        }
        if (choose) {
            var chosen = prompts.choose(
                    call.id, call.partyId, customer.card().segment(), customer.facts(), customer.answers());
            return new CardContents(candidates, customer.card(), chosen.prompts(), chosen.suppressed());
        }
        return new CardContents(
                candidates, customer.card(), prompts.ofCall(call.id), prompts.suppressed(customer.facts()));
    }

    /** {@return the card as an employee sees it; {@code offer} is his latest, null when his telephone never rang} */
    public CallCard card(PhoneCall call, String employeeId, CallOffer offer) {
        var contents = contents(call);
        var seen = seen(call, employeeId, offer);
        var gone = seen.goneReason();
        var note = call.worked ? em.find(CallNote.class, call.id) : null;
        var lead = call.worked ? em.find(LeadCapture.class, call.id) : null;
        return new CallCard(
                call.id,
                call.revision,
                seen.state(),
                gone,
                gone == GoneReason.ANSWERED_ELSEWHERE && call.answeredBy != null
                        ? staff.person(call.answeredBy).name()
                        : null,
                offer == null ? call.answeredExtension : offer.extension,
                call.queue,
                numbers.display(call.dialled),
                call.internal,
                offer == null ? call.startedAt : offer.offeredAt,
                offer != null && CallOffer.ANSWERED.equals(offer.result) ? offer.endedAt : call.answeredAt,
                call.endedAt,
                call.endCause,
                caller(call),
                contents.candidates(),
                contents.customer(),
                contents.prompts(),
                contents.suppressed(),
                note == null ? CallCard.Note.NONE : new CallCard.Note(note.text, note.revision, note.savedAt),
                call.disposition,
                call.followUpOn,
                call.worked ? handoffs.ofCall(call.id) : List.of(),
                lead == null ? null : new Lead(lead.company, lead.person, lead.email, lead.interest, lead.intent),
                offer == null ? call.talkEndedAt : offer.talkEndedAt,
                offer == null ? null : offer.heldSince,
                offer == null || !offer.consults() ? null : consultation(call, offer),
                call.parkedSpace,
                call.fetchedAs != null,
                call.voicemailAt != null,
                call.transferred ? transfers(call) : List.of(),
                call.outgoing);
    }

    private CallCard.Consultation consultation(PhoneCall call, CallOffer offer) {
        return new CallCard.Consultation(
                "?".equals(offer.consultTarget) ? null : nameAt(call.pbx, offer.consultTarget), offer.consultReached);
    }

    /** {@return who sits at what was dialled at a telephone system; when nobody does, what was dialled} */
    private String nameAt(String pbx, String dialled) {
        return extensions
                .holder(systems.extension(pbx, dialled))
                .map(staff::person)
                .map(Person::name)
                .orElse(dialled);
    }

    private List<CallCard.Transfer> transfers(PhoneCall call) {
        return em.createQuery("select t from CallTransfer t where t.callId = ?1 order by t.id", CallTransfer.class)
                .setParameter(1, call.id)
                .getResultStream()
                .map(t -> new CallCard.Transfer(
                        t.transferredAt,
                        t.employeeId == null
                                ? t.extension
                                : staff.person(t.employeeId).name(),
                        t.target == null ? null : nameAt(call.pbx, t.target),
                        t.asked))
                .toList();
    }

    /** {@return how a call stands for an employee; {@code offer} as in {@link #card}} */
    public AgentCall seen(PhoneCall call, String employeeId, CallOffer offer) {
        var ringing = offer != null && offer.endedAt == null;
        var pickedUp = offer != null && CallOffer.ANSWERED.equals(offer.result);
        var last = employeeId.equals(call.answeredBy);
        if (call.neverPlaced()) {
            return new AgentCall(CallState.GONE, GoneReason.of(call.endCause));
        }
        return AgentCall.of(new AgentCall.Known(
                ringing,
                pickedUp || last,
                last && call.talkEndedAt == null || pickedUp && offer.talking(),
                offer == null || ringing || pickedUp ? null : GoneReason.valueOf(offer.result),
                call.over(),
                call.heldBy(employeeId) ? call.doneAt != null : offer != null && offer.closedAt != null,
                call.callbackState == CallbackState.CLAIMED && employeeId.equals(call.callbackBy),
                call.dialledHere && call.answeredAt == null));
    }

    /** {@return the caller as he is shown} */
    public CallCard.CallerView caller(PhoneCall call) {
        String colleague = null;
        if (call.callerKind == CallerKind.INTERNAL && call.callerNumber != null) {
            colleague = extensions
                    .holder(systems.extension(call.pbx, call.callerNumber))
                    .map(staff::person)
                    .map(Person::name)
                    .orElse(null);
        }
        return new CallCard.CallerView(
                call.callerKind, call.callerNumber, numbers.display(call.callerNumber), call.callerName, colleague);
    }

    /** {@return an employee's latest offer of a call; null when there was none} */
    public CallOffer offer(long callId, String employeeId) {
        return em.createQuery(
                        "select o from CallOffer o where o.callId = ?1 and o.employeeId = ?2 order by o.offeredAt desc,"
                                + " o.id desc",
                        CallOffer.class)
                .setParameter(1, callId)
                .setParameter(2, employeeId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /**
     * How one of an employee's calls stands for him.
     *
     * @param revision    the call's
     * @param talkEndedAt when he stopped talking; null while he does, and when he never did
     */
    public record Standing(long callId, int revision, CallState state, Instant talkEndedAt) {
        /** {@return the same of a card that he was shown} */
        public static Standing of(CallCard card) {
            return new Standing(
                    card.id(),
                    card.revision(),
                    card.state(),
                    talked(card.talkEndedAt(), card.answeredAt(), card.endedAt()));
        }

        /** A talk that nobody has seen the end of was over with the call at the latest. */
        private static Instant talked(Instant talkEndedAt, Instant answeredAt, Instant endedAt) {
            return talkEndedAt == null && answeredAt != null ? endedAt : talkEndedAt;
        }
    }

    /** {@return the calls of {@link #onScreen}, only as they stand} */
    public List<Standing> standing(String employeeId) {
        return calls(employeeId).stream()
                .map(call -> {
                    var offer = offer(call.id, employeeId);
                    return new Standing(
                            call.id,
                            call.revision,
                            seen(call, employeeId, offer).state(),
                            Standing.talked(
                                    offer == null ? call.talkEndedAt : offer.talkEndedAt,
                                    call.answeredAt,
                                    call.endedAt));
                })
                .toList();
    }

    /** {@return what belongs on an employee's screen now: ringing, talking and not yet closed calls, oldest first} */
    public List<CallCard> onScreen(String employeeId) {
        return calls(employeeId).stream()
                .sorted(Comparator.comparing(c -> c.startedAt))
                .map(c -> card(c, employeeId, offer(c.id, employeeId)))
                .toList();
    }

    private Collection<PhoneCall> calls(String employeeId) {
        var since = clock.instant().minus(KEPT);
        var calls = new LinkedHashMap<Long, PhoneCall>();
        em.createQuery(
                        "select c from CallOffer o join PhoneCall c on c.id = o.callId where o.employeeId = ?1 and"
                                + " o.endedAt is null and c.endedAt is null",
                        PhoneCall.class)
                .setParameter(1, employeeId)
                .getResultStream()
                .forEach(c -> calls.put(c.id, c));
        em.createQuery(
                        "select c from PhoneCall c where c.answeredBy = ?1 and c.startedAt > ?2 and c.doneAt is null and"
                                + " (c.outgoing = false or c.dialledHere = true)",
                        PhoneCall.class)
                .setParameter(1, employeeId)
                .setParameter(2, since)
                .getResultStream()
                .forEach(c -> calls.put(c.id, c));
        // What he has passed on stays until he has closed it, too.
        em.createQuery(
                        "select c from CallOffer o join PhoneCall c on c.id = o.callId where o.employeeId = ?1 and"
                                + " o.result = ?2 and o.closedAt is null and o.offeredAt > ?3 and c.answeredBy <> ?1",
                        PhoneCall.class)
                .setParameter(1, employeeId)
                .setParameter(2, CallOffer.ANSWERED)
                .setParameter(3, since)
                .getResultStream()
                .forEach(c -> calls.put(c.id, c));
        return calls.values();
    }
}

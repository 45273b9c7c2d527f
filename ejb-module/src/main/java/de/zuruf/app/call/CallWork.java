package de.zuruf.app.call;

import de.zuruf.app.outbox.ActivityKind;
import de.zuruf.app.outbox.Outbox;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.app.prompt.Prompt;
import de.zuruf.app.prompt.PromptLedger;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerKind;
import de.zuruf.call.Disposition;
import de.zuruf.call.RankedCandidate;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.DeclineReason;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What an agent does with a call: note, customer, answers to prompts, classification, lead. */
@Stateless
@RolesAllowed(Roles.INSIDE_SALES)
public class CallWork {
    private static final int NOTE_LENGTH = 20_000;
    private static final int FOLLOW_UP_YEARS = 2;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallCards cards;

    @Inject
    private CallerLookup lookup;

    @Inject
    private PromptLedger prompts;

    @Inject
    private Outbox outbox;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Event<CallChanged> callChanged;

    /** A call and its latest offer to the caller of this class; null when his telephone never rang. */
    private record Mine(PhoneCall call, CallOffer offer) {}

    /** {@return a call's card as the caller of this method sees it} */
    @RolesAllowed({Roles.INSIDE_SALES, Roles.SUPERVISOR})
    public CallCard card(long id) {
        var call = em.find(PhoneCall.class, id);
        if (call == null) {
            throw notFound();
        }
        var mine = mine(call);
        if (!allowed(mine) && !user.has(Roles.SUPERVISOR)) {
            throw notFound();
        }
        return view(mine);
    }

    /** {@return what belongs on the caller's screen now} */
    @RolesAllowed({Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR, Roles.ADMIN})
    public List<CallCard> onScreen() {
        return cards.onScreen(user.id());
    }

    /**
     * Saves the note. A repeated request (same text on top of the revision before) is answered as the first one was.
     *
     * @param text     at most 20,000 characters
     * @param revision the revision on which the text is based; 0 for the first
     * @throws ConflictException with {@code current} when another window was faster
     */
    public CallCard.Note note(long id, String text, int revision) {
        if (text == null) {
            throw InvalidInputException.missing("text");
        }
        if (text.length() > NOTE_LENGTH) {
            throw InvalidInputException.tooLong("text", NOTE_LENGTH);
        }
        var mine = locked(id);
        var call = mine.call();
        var note = em.find(CallNote.class, id);
        if (note != null && note.revision != revision && !note.text.equals(text)) {
            throw new ConflictException(
                    "ZURUF-NOTE",
                    new Bilingual(
                            "Die Notiz wurde in einem anderen Fenster geändert.",
                            "The note was changed in another window."),
                    Map.of("current", new CallCard.Note(note.text, note.revision, note.savedAt)));
        }
        if (note == null) {
            note = new CallNote();
            note.callId = id;
            note.text = "";
        }
        if (note.revision == 0 || !note.text.equals(text)) {
            note.text = text;
            note.revision++;
            note.savedAt = clock.instant();
            note.savedBy = user.id();
            if (!em.contains(note)) {
                em.persist(note);
            }
            call.worked = true;
            changed(mine);
        }
        return new CallCard.Note(note.text, note.revision, note.savedAt);
    }

    /**
     * Chooses the customer by hand, or takes the choice back.
     *
     * @param partyId   null takes the choice back
     * @param contactId null when the person is not known
     */
    public CallCard choose(long id, Long partyId, Long contactId) {
        var mine = locked(id);
        var call = mine.call();
        prompts.withdraw(call.id);
        var caller = lookup.identifyStored(call.callerNumber);
        var ranked = caller instanceof Caller.Ambiguous ambiguous ? ambiguous.ranked() : List.<RankedCandidate>of();
        if (partyId == null) {
            call.chosenBy = null;
            call.partyId = null;
            call.contactId = null;
            call.callerKind = caller.kind();
            if (caller instanceof Caller.Known known) {
                call.partyId = known.candidate().partyId();
                call.contactId = known.candidate().contactId();
            } else if (caller instanceof Caller.Company company) {
                call.partyId = company.candidate().partyId();
            }
        } else {
            require(partyId, contactId);
            call.chosenBy = user.id();
            call.partyId = partyId;
            call.contactId = contactId;
            call.callerKind = contactId == null ? CallerKind.COMPANY : CallerKind.KNOWN;
        }
        cards.first(call, ranked);
        return changed(mine);
    }

    private void require(long partyId, Long contactId) {
        var found = em.createQuery(
                        contactId == null
                                ? "select count(p) from MirroredParty p where p.id = ?1"
                                : "select count(c) from MirroredContact c where c.partyId = ?1 and c.id = " + contactId,
                        Long.class)
                .setParameter(1, partyId)
                .getSingleResult();
        if (found == 0) {
            throw new NotFoundException(
                    "ZURUF-CUSTOMER", new Bilingual("Diesen Kunden gibt es nicht.", "There is no such customer."));
        }
    }

    /**
     * Classifies the call and closes or reopens its card.
     *
     * @param disposition null when not (yet) classified
     * @param followUpOn  null without follow-up; else from today, at most two years ahead
     */
    public CallCard wrapUp(long id, Disposition disposition, LocalDate followUpOn, boolean done) {
        var today = LocalDate.now(clock);
        if (followUpOn != null
                && (followUpOn.isBefore(today) || followUpOn.isAfter(today.plusYears(FOLLOW_UP_YEARS)))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Die Wiedervorlage liegt zwischen heute und in zwei Jahren.",
                            "The follow-up lies between today and two years ahead."),
                    "followUpOn");
        }
        var mine = locked(id);
        var call = mine.call();
        if (done) {
            cards.seen(call, user.id(), mine.offer()).requireAnswered();
        }
        call.disposition = disposition;
        call.followUpOn = followUpOn;
        var at = done ? clock.instant() : null;
        if (call.heldBy(user.id())) {
            call.doneAt = at;
        } else {
            // Passed on: whoever has the call now goes on with it.
            mine.offer().closedAt = at;
        }
        call.worked = true;
        if (call.doneAt != null && call.over() && !call.internal) {
            outbox.add(ActivityKind.CALL, call.id, clock.instant());
        }
        return changed(mine);
    }

    /** Records an unknown caller; a later record of the same call replaces the earlier one. */
    public CallCard lead(long id, Lead lead) {
        var checked = lead.checked();
        var mine = locked(id);
        var call = mine.call();
        var row = em.find(LeadCapture.class, id);
        if (row == null) {
            row = new LeadCapture();
            row.callId = id;
        }
        row.company = checked.company();
        row.person = checked.person();
        row.email = checked.email();
        row.interest = checked.interest();
        row.intent = checked.intent();
        row.capturedAt = clock.instant();
        row.capturedBy = user.id();
        if (!em.contains(row)) {
            em.persist(row);
        }
        call.worked = true;
        outbox.add(ActivityKind.LEAD, id, clock.instant());
        return changed(mine);
    }

    /** Answers a prompt. */
    public Prompt answer(long promptId, AnswerKind kind, DeclineReason reason, LocalDate laterOn) {
        var mine = locked(prompts.callOf(promptId));
        var prompt = prompts.answer(promptId, kind, reason, laterOn);
        recomposed(mine);
        return prompt;
    }

    /** Takes an answer back. */
    public Prompt undoAnswer(long promptId) {
        var mine = locked(prompts.callOf(promptId));
        var prompt = prompts.undo(promptId);
        recomposed(mine);
        return prompt;
    }

    /** Tells a call that a handoff came out of it. */
    @PermitAll
    public void handedOff(long id) {
        var call = em.find(PhoneCall.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (call != null) {
            call.worked = true;
            recomposed(mine(call));
        }
    }

    private Mine mine(PhoneCall call) {
        return new Mine(call, cards.offer(call.id, user.id()));
    }

    /** As {@link #changed}, when what all see of the call has changed too. */
    private void recomposed(Mine mine) {
        cards.again(mine.call());
        changed(mine);
    }

    private CallCard changed(Mine mine) {
        mine.call().revision++;
        em.flush();
        var card = view(mine);
        callChanged.fire(new CallChanged(user.id(), card));
        return card;
    }

    private CallCard view(Mine mine) {
        return cards.card(mine.call(), user.id(), mine.offer());
    }

    private Mine locked(long id) {
        var call = em.find(PhoneCall.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (call == null) {
            throw notFound();
        }
        var mine = mine(call);
        if (!allowed(mine)) {
            throw notFound();
        }
        return mine;
    }

    /** A call is an agent's when it rang at his telephone or when it waits in the callback list, which all share. */
    private boolean allowed(Mine mine) {
        return user.has(Roles.INSIDE_SALES)
                && (user.id().equals(mine.call().answeredBy)
                        || mine.call().callbackState != null
                        || mine.offer() != null);
    }

    static NotFoundException notFound() {
        return new NotFoundException(
                "ZURUF-CALL", new Bilingual("Diesen Anruf gibt es nicht.", "There is no such call."));
    }
}

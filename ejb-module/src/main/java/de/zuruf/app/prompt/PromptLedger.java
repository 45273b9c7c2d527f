package de.zuruf.app.prompt;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.DeclineReason;
import de.zuruf.prompt.Occasion;
import de.zuruf.prompt.PastAnswer;
import de.zuruf.prompt.PromptAnswer;
import de.zuruf.prompt.PromptFacts;
import de.zuruf.prompt.Questions;
import de.zuruf.prompt.SelectedPrompt;
import de.zuruf.segment.Segment;
import de.zuruf.wording.Bilingual;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Chooses prompts for a call and keeps the ledger of what was shown and answered. */
@Stateless
@PermitAll
public class PromptLedger {
    private static final Logger LOG = Logger.getLogger(PromptLedger.class.getName());

    @PersistenceContext
    private EntityManager em;

    @Inject
    private RulesInForce rules;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Event<PromptAnswered> answered;

    /**
     * What came out of the rules.
     *
     * @param prompts    at most three, best first
     * @param suppressed null when nothing was held back
     */
    public record Chosen(List<Prompt> prompts, Suppressed suppressed) {}

    /**
     * Chooses prompts for a call and enters them in the ledger.
     *
     * @param answers how the customer's earlier prompts were answered
     */
    public Chosen choose(
            long callId, long partyId, Segment segment, PromptFacts facts, Collection<PastAnswer> answers) {
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var selection = rules.book().evaluate(facts, today);
        for (var failure : selection.failures()) {
            LOG.log(Level.WARNING, "ZURUF2301W Rule {0} version {1} could not be evaluated: {2}", new Object[] {
                failure.ruleId(), failure.ruleVersion(), failure.message()
            });
        }
        var resting = answers.stream()
                .filter(answer -> answer.spares(now, today))
                .map(PastAnswer::occasion)
                .collect(Collectors.toSet());
        var prompts = new ArrayList<Prompt>();
        for (var selected : selection.shown()) {
            if (!resting.contains(selected.occasion())) {
                var row = row(selected, callId, partyId, segment, prompts.size());
                em.persist(row);
                prompts.add(view(row));
            }
        }
        return new Chosen(
                prompts,
                selection
                        .suppressed()
                        .map(s -> new Suppressed(s.occasions(), s.reason()))
                        .orElse(null));
    }

    /** Takes the prompts of a call off the screen because another customer was chosen; answered ones stay. */
    public void withdraw(long callId) {
        em.createQuery("update PromptShowing s set s.withdrawnAt = ?1 where s.callId = ?2 and s.withdrawnAt is null")
                .setParameter(1, clock.instant())
                .setParameter(2, callId)
                .executeUpdate();
    }

    /** {@return the prompts on a call's card, in their order} */
    public List<Prompt> ofCall(long callId) {
        return em.createQuery(
                        "select s from PromptShowing s where s.callId = ?1 and s.withdrawnAt is null order by s.place",
                        PromptShowing.class)
                .setParameter(1, callId)
                .getResultStream()
                .map(PromptLedger::view)
                .toList();
    }

    /** {@return what the rules would hold back for these facts; null when nothing} */
    public Suppressed suppressed(PromptFacts facts) {
        return rules.book()
                .evaluate(facts, LocalDate.now(clock))
                .suppressed()
                .map(s -> new Suppressed(s.occasions(), s.reason()))
                .orElse(null);
    }

    /** {@return the call in which a prompt was shown} */
    public long callOf(long id) {
        return em.createQuery("select s.callId from PromptShowing s where s.id = ?1", Long.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst()
                .orElseThrow(PromptLedger::notFound);
    }

    /** Enters the caller's answer; a later one replaces it. */
    @RolesAllowed(Roles.INSIDE_SALES)
    public Prompt answer(long id, AnswerKind kind, DeclineReason reason, LocalDate laterOn) {
        var answer = PromptAnswer.given(kind, reason, laterOn, LocalDate.now(clock), clock.instant());
        var row = locked(id);
        row.answer = answer.kind();
        row.declineReason = answer.reason();
        row.laterOn = answer.laterOn();
        row.answeredAt = answer.at();
        row.answeredBy = user.id();
        return announced(row);
    }

    /** Takes an answer back. */
    @RolesAllowed(Roles.INSIDE_SALES)
    public Prompt undo(long id) {
        var row = locked(id);
        row.answer = null;
        row.declineReason = null;
        row.laterOn = null;
        row.answeredAt = null;
        row.answeredBy = null;
        return announced(row);
    }

    private Prompt announced(PromptShowing row) {
        answered.fire(new PromptAnswered(row.callId));
        return view(row);
    }

    private PromptShowing locked(long id) {
        var row = em.find(PromptShowing.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw notFound();
        }
        return row;
    }

    private static NotFoundException notFound() {
        return new NotFoundException(
                "ZURUF-PROMPT", new Bilingual("Diesen Hinweis gibt es nicht.", "There is no such prompt."));
    }

    private PromptShowing row(SelectedPrompt selected, long callId, long partyId, Segment segment, int place) {
        var row = new PromptShowing();
        row.callId = callId;
        row.partyId = partyId;
        row.occasion = selected.occasion();
        row.ruleId = selected.ruleId();
        row.ruleVersion = selected.ruleVersion();
        row.selling = selected.selling();
        row.place = place;
        row.valueClass = segment.valueClass();
        row.phase = segment.phase();
        row.titleDe = selected.title().de();
        row.titleEn = selected.title().en();
        row.textDe = selected.text().de();
        row.textEn = selected.text().en();
        row.reasonDe = selected.reason().de();
        row.reasonEn = selected.reason().en();
        row.questionsDe = String.join("\n", selected.questions().de());
        row.questionsEn = String.join("\n", selected.questions().en());
        row.shownAt = clock.instant();
        return row;
    }

    private static Prompt view(PromptShowing row) {
        return new Prompt(
                row.id,
                row.occasion,
                row.ruleId,
                row.ruleVersion,
                row.selling,
                new Bilingual(row.titleDe, row.titleEn),
                new Bilingual(row.textDe, row.textEn),
                new Bilingual(row.reasonDe, row.reasonEn),
                new Questions(lines(row.questionsDe), lines(row.questionsEn)),
                row.answer == null
                        ? null
                        : new PromptAnswer(row.answer, row.declineReason, row.laterOn, row.answeredAt));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    /** {@return what was shown in a call and how it was answered, for the CRM} */
    public List<Outcome> outcomes(long callId) {
        return em.createQuery(
                        "select s from PromptShowing s where s.callId = ?1 and (s.withdrawnAt is null or s.answer is not"
                                + " null) order by s.place",
                        PromptShowing.class)
                .setParameter(1, callId)
                .getResultStream()
                .map(s -> new Outcome(s.occasion, s.ruleId, s.ruleVersion, s.answer, s.shownAt))
                .toList();
    }

    /** What became of a prompt; {@code answer} is null without one. */
    public record Outcome(Occasion occasion, String ruleId, int ruleVersion, AnswerKind answer, Instant shownAt) {}
}

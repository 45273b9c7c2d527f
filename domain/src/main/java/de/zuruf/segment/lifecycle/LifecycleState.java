package de.zuruf.segment.lifecycle;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a customer stands, and what must be remembered to judge him tomorrow. To be stored as it is; all of it follows from the facts
 * of the days before, see {@link Lifecycle#replay}.
 *
 * @param judged      the phase by the facts, whether shown or not
 * @param since       day since which it is
 * @param trigger     what led to it
 * @param reason      why, with the figures of that day
 * @param regainedOn  day on which he came back, of one who was lost and is regained, or at risk since then; otherwise null
 * @param turnedOn    day of the latest change for better or worse; null before the first
 * @param lastOrderOn latest order that was ever reported; null when none was
 * @param cancelledOn latest notice that was ever reported; null when none was
 * @param evaluatedOn day of the facts
 * @param override    what a person has said instead; null when nobody has, or his time is over
 */
public record LifecycleState(
        LifecyclePhase judged,
        LocalDate since,
        LifecycleTrigger trigger,
        Bilingual reason,
        LocalDate regainedOn,
        LocalDate turnedOn,
        LocalDate lastOrderOn,
        LocalDate cancelledOn,
        LocalDate evaluatedOn,
        PhaseOverride override) {

    public LifecycleState {
        Objects.requireNonNull(judged, "judged");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(trigger, "trigger");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(evaluatedOn, "evaluatedOn");
    }

    /** {@return what a person has said instead, as far as it is valid on a day} */
    public Optional<PhaseOverride> overrideOn(LocalDate day) {
        return Optional.ofNullable(override).filter(o -> o.validOn(day));
    }

    /** {@return the phase that is shown on a day: a person's word while it is valid, otherwise the judged one} */
    public LifecyclePhase shown(LocalDate day) {
        return overrideOn(day).map(PhaseOverride::phase).orElse(judged);
    }

    /**
     * {@return the phase with its reason, e.g. {@code gefährdeter Kunde seit dem 3.11.2026: üblich alle 21 ± 4 Tage, jetzt 60}, or
     * {@code Stammkunde (Vorgabe von F. Beispiel bis 31.12.2026: Rahmenvertrag zugesagt); ohne Vorgabe wäre er gefährdeter Kunde seit …}}
     */
    public Bilingual words(LocalDate day) {
        Bilingual from = Written.day(since);
        Bilingual judgement = new Bilingual(
                judged.words().de() + " seit dem " + from.de() + ": " + reason.de(),
                judged.words().en() + " since " + from.en() + ": " + reason.en());
        return overrideOn(day)
                .map(o -> new Bilingual(
                        o.phase().words().de() + " (" + o.words().de() + "); ohne Vorgabe wäre er " + judgement.de(),
                        o.phase().words().en() + " (" + o.words().en() + "); otherwise he would be a "
                                + judgement.en()))
                .orElse(judgement);
    }

    LifecycleState with(LocalDate newEvaluatedOn, LocalDate newLastOrderOn, LocalDate newCancelledOn) {
        return new LifecycleState(
                judged,
                since,
                trigger,
                reason,
                regainedOn,
                turnedOn,
                newLastOrderOn,
                newCancelledOn,
                newEvaluatedOn,
                override);
    }

    LifecycleState with(PhaseOverride newOverride) {
        return new LifecycleState(
                judged,
                since,
                trigger,
                reason,
                regainedOn,
                turnedOn,
                lastOrderOn,
                cancelledOn,
                evaluatedOn,
                newOverride);
    }
}

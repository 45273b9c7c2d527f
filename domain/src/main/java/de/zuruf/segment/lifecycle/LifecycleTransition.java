package de.zuruf.segment.lifecycle;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One step in the life of a relationship.
 *
 * @param on         the day
 * @param from       phase before; null at the start
 * @param to         phase after; the same as before only where a person begins or ends to overrule
 * @param trigger    what led to it
 * @param reason     one sentence with the figures, or a person's words
 * @param underneath whether a person's overruling hid it when it happened: the judgement changed, what was shown did not
 */
public record LifecycleTransition(
        LocalDate on,
        LifecyclePhase from,
        LifecyclePhase to,
        LifecycleTrigger trigger,
        Bilingual reason,
        boolean underneath) {

    public LifecycleTransition {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(reason, "reason");
        if (!trigger.allows(from, to)) {
            throw new IllegalArgumentException(trigger + " does not lead from " + from + " to " + to);
        }
    }
}

package de.zuruf.segment;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;

/**
 * A phase and why.
 *
 * @param phase  the phase
 * @param reason one sentence with the figures behind it
 */
public record LifecycleJudgement(LifecyclePhase phase, Bilingual reason) {

    /**
     * Judges by the first rule that applies, in the order of the code.
     *
     * @param facts of one customer
     * @param today the day for which it is judged
     */
    public static LifecycleJudgement of(LifecycleFacts facts, LocalDate today) {
        throw new UnsupportedOperationException();
    }
}

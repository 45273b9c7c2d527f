package de.zuruf.segment;

import de.zuruf.wording.Bilingual;

/**
 * Value class and phase together, as everyone in the company sees them.
 *
 * @param valueClass by revenue and potential
 * @param team       who serves
 * @param phase      of the relationship
 * @param words      e.g. {@code Schlüsselkunde, Stammkunde}
 */
public record Segment(ValueClass valueClass, ServiceTeam team, LifecyclePhase phase, Bilingual words) {

    /** {@return the segment of a customer} */
    public static Segment of(ValueClass valueClass, LifecyclePhase phase) {
        return new Segment(
                valueClass,
                valueClass.team(),
                phase,
                new Bilingual(
                        valueClass.words().de() + ", " + phase.words().de(),
                        valueClass.words().en() + ", " + phase.words().en()));
    }
}

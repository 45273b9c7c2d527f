package de.zuruf.report;

import de.zuruf.wording.Bilingual;

/**
 * Which calls count above and below the line of the service level.
 *
 * @param thresholdSeconds    answered within so many seconds counts above, inclusive; 1 to 600
 * @param shortAbandonSeconds abandoned within so many seconds counts nowhere, inclusive; 0 to 120
 * @param missedCount         whether calls that were neither answered nor abandoned (busy, rung out) count below
 */
public record ServiceLevelRule(int thresholdSeconds, int shortAbandonSeconds, boolean missedCount) {

    /** 20 and 5 seconds; missed calls are reported beside the level. */
    public static final ServiceLevelRule DEFAULT = new ServiceLevelRule(20, 5, false);

    public ServiceLevelRule {
        if (thresholdSeconds < 1 || thresholdSeconds > 600) {
            throw new IllegalArgumentException("thresholdSeconds must be within 1 and 600");
        }
        if (shortAbandonSeconds < 0 || shortAbandonSeconds > 120) {
            throw new IllegalArgumentException("shortAbandonSeconds must be within 0 and 120");
        }
    }

    /** {@return the formula with its actual seconds} */
    public Bilingual formula() {
        return new Bilingual(
                "Servicegrad = in %d s angenommene Anrufe ÷ (angenommene + nach mehr als %d s aufgelegte%s Anrufe)"
                        .formatted(thresholdSeconds, shortAbandonSeconds, missedCount ? " + verpasste" : ""),
                "Service level = calls answered within %d s ÷ (calls answered + abandoned after more than %d s%s)"
                        .formatted(thresholdSeconds, shortAbandonSeconds, missedCount ? " + missed" : ""));
    }
}

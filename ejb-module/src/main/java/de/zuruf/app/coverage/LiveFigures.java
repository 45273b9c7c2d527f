package de.zuruf.app.coverage;

import de.zuruf.segment.LifecyclePhase;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How a segment stands now. All but {@code phases} is of its customers without leads and lost ones.
 *
 * @param name         in words, for a segment that nobody has described yet
 * @param customers    how many they are
 * @param revenue      of twelve months, in EUR
 * @param revenueShare of the revenue of all segments, 0 to 1; null when there is none
 * @param margin       contribution margin of twelve months, in EUR
 * @param marginShare  of the contribution margin of all segments; null when there is none
 * @param potential    possible revenue in EUR a year, of those for whom it is known
 * @param potentialOf  for how many it is known
 * @param visits       of the last 365 days
 * @param calls        of the last 365 days
 * @param careCost     what these visits and calls cost, in EUR
 * @param phases       how many are in each phase, leads and lost ones included; a phase without any is missing
 */
public record LiveFigures(
        String segmentId,
        String name,
        long customers,
        BigDecimal revenue,
        BigDecimal revenueShare,
        BigDecimal margin,
        BigDecimal marginShare,
        BigDecimal potential,
        long potentialOf,
        long visits,
        long calls,
        BigDecimal careCost,
        Map<LifecyclePhase, Long> phases) {}

package de.zuruf.segment.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/**
 * When a customer has ordered, as far as the models need it. Orders of one day are one.
 *
 * @param repeats      order days after the first one, at least 0 (x in the literature)
 * @param lastDay      days from the first to the last of them; 0 without repeats (tx)
 * @param observedDays days from the first order to the end of the observation, at least {@code lastDay} (T)
 * @param logGaps      sum of the natural logarithms of the gaps between order days, gaps in weeks; 0 without repeats
 */
public record PurchaseHistory(int repeats, int lastDay, int observedDays, double logGaps) {

    static final double DAYS_OF_A_WEEK = 7;

    public PurchaseHistory {
        if (repeats < 0 || lastDay < repeats || observedDays < lastDay || repeats == 0 && lastDay != 0) {
            throw new IllegalArgumentException(
                    "no history: " + repeats + " repeats up to day " + lastDay + " of " + observedDays);
        }
    }

    /**
     * {@return the history of what somebody ordered on these days; empty when he had ordered nothing by the end}
     *
     * @param days  in any order, repeated or later than {@code until}, as they come
     * @param until last day of the observation
     */
    public static Optional<PurchaseHistory> of(Collection<LocalDate> days, LocalDate until) {
        var distinct = days.stream()
                .filter(day -> !day.isAfter(until))
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
        if (distinct.length == 0) {
            return Optional.empty();
        }
        var first = distinct[0];
        var logGaps = 0.0;
        for (var i = 1; i < distinct.length; i++) {
            logGaps += Math.log((distinct[i] - distinct[i - 1]) / DAYS_OF_A_WEEK);
        }
        return Optional.of(new PurchaseHistory(
                distinct.length - 1,
                Math.toIntExact(distinct[distinct.length - 1] - first),
                Math.toIntExact(ChronoUnit.DAYS.between(LocalDate.ofEpochDay(first), until)),
                logGaps));
    }
}

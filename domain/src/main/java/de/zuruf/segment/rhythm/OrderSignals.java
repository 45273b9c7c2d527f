package de.zuruf.segment.rhythm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is usual and unusual about a customer's orders on a day.
 *
 * @param today     the day
 * @param silence   his pause; empty with fewer than three order days, and where too few customers have ordered again to fit a model
 * @param volume    size of his latest orders; empty with fewer than eight known amounts
 * @param groups    product groups that have vanished or are new, the least probable first
 * @param growth    against the year before; empty for whoever was no customer then
 * @param uncounted orders that did not count in full
 */
public record OrderSignals(
        LocalDate today,
        Optional<Silence> silence,
        Optional<VolumeChange> volume,
        List<GroupChange> groups,
        Optional<Growth> growth,
        Uncounted uncounted) {

    /**
     * {@return the signals of a customer}
     *
     * @param history of his orders
     * @param models  of all customers
     * @param today   not before the day of the history, and not so long after it that orders may have come meanwhile
     */
    public static OrderSignals of(OrderHistory history, RhythmModels models, LocalDate today) {
        if (today.isBefore(history.until())) {
            throw new IllegalArgumentException("the history goes on after " + today);
        }
        return new OrderSignals(
                today,
                Silence.of(history, models, Math.toIntExact(today.toEpochDay())),
                VolumeChange.of(history, models.sizes()),
                GroupChange.of(history, models.groupThreshold()),
                Growth.of(history, today),
                history.uncounted());
    }
}

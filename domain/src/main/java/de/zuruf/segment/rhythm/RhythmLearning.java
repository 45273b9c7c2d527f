package de.zuruf.segment.rhythm;

import de.zuruf.segment.value.PurchaseModel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Learns {@link RhythmModels} from the histories of all customers, or of a large sample, in two passes: {@link #season} with each
 * history, {@link #endOfFirstPass} once, {@link #pauses} with each history. Parts of the customers may be learnt apart and merged after either pass. Memory
 * does not grow with the number of customers. Not safe for use by several threads.
 */
public final class RhythmLearning {

    /**
     * Pauses of a customer that are looked at: the first that begins in each of the later eighths of his time. Earlier ones would tell of a time in which less was
     * known of him.
     */
    private static final int PARTS = 8;

    private final SeasonProfile.Builder seasons = new SeasonProfile.Builder();
    private final OrderSizes.SeasonBuilder sizeSeasons = new OrderSizes.SeasonBuilder();
    private final OrderSizes.VariationBuilder variation = new OrderSizes.VariationBuilder();
    private final PauseCalibration.Builder pauses = new PauseCalibration.Builder();
    private final FalseDiscoveryRate groups = new FalseDiscoveryRate();
    private FirstPass first;

    private record FirstPass(
            Optional<PurchaseModel> purchases,
            PauseModel model,
            SeasonProfile season,
            SeasonProfile sizeSeason,
            int groupsOfCompany) {}

    /** First pass: how orders are spread over the year. */
    public void season(OrderHistory history) {
        seasons.add(history);
        sizeSeasons.add(history);
    }

    /** Adds what another part of the customers has taught in the first pass. */
    public void mergeFirstPass(RhythmLearning other) {
        seasons.merge(other.seasons);
        sizeSeasons.merge(other.sizeSeasons);
    }

    /**
     * Ends the first pass.
     *
     * @param purchases       fitted to the same customers; empty when there are too few
     * @param groupsOfCompany how many product groups are sold
     */
    public void endOfFirstPass(Optional<PurchaseModel> purchases, int groupsOfCompany) {
        first = new FirstPass(
                purchases,
                purchases.map(PauseModel::new).orElse(null),
                seasons.build(),
                sizeSeasons.build(),
                groupsOfCompany);
    }

    /**
     * {@return an empty learner that goes on with the second pass where this one's first has ended, for another part of the customers}
     *
     * @throws IllegalStateException before {@link #endOfFirstPass}
     */
    public RhythmLearning partOfSecondPass() {
        var part = new RhythmLearning();
        part.first = first();
        return part;
    }

    /**
     * Second pass: how long pauses are, how sizes vary, how product groups come and go.
     *
     * @throws IllegalStateException before {@link #endOfFirstPass}
     */
    public void pauses(OrderHistory history) {
        variation.add(history, first().sizeSeason());
        GroupChange.tests(history).forEach(test -> groups.add(test.probability()));
        groups.addOrdinary(GroupChange.ordinary(history, first.groupsOfCompany()));
        if (first.purchases().isEmpty() || history.orderDays() < Silence.FEWEST_ORDER_DAYS) {
            return;
        }
        var days = history.days;
        var before = -1;
        for (var part = PARTS / 2; part < PARTS; part++) {
            // The pause that lies over a given day would be longer than most; the next one that begins is like any
            // other.
            var after = days[0] + (int) ((long) (history.until - days[0]) * part / PARTS);
            var found = Arrays.binarySearch(days, after);
            var order = found >= 0 ? found : -found - 1;
            if (order >= PauseStart.FEWEST_REPEATS && order > before && order + 1 < days.length) {
                before = order;
                var start = new PauseStart(first.model(), days, order, first.season());
                if (start.silence(history.until) < PauseCalibration.OVER) {
                    pauses.add(start.group(), Silence.modelled(start, days[order + 1]));
                }
            }
        }
    }

    /** Adds what another part of the customers has taught in the second pass. */
    public void mergeSecondPass(RhythmLearning other) {
        variation.merge(other.variation);
        pauses.merge(other.pauses);
        groups.merge(other.groups);
    }

    /** {@return what was learnt} */
    public RhythmModels models() {
        return new RhythmModels(
                first().purchases(),
                first.season(),
                pauses.build(),
                new OrderSizes(variation.build(), first.sizeSeason()),
                groups.threshold(GroupChange.FALSE_DISCOVERIES));
    }

    private FirstPass first() {
        if (first == null) {
            throw new IllegalStateException("the first pass is not over");
        }
        return first;
    }
}

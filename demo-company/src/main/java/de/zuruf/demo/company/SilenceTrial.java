package de.zuruf.demo.company;

import de.zuruf.segment.rhythm.OrderHistory;
import de.zuruf.segment.rhythm.OrderSignals;
import de.zuruf.segment.rhythm.RhythmLearning;
import de.zuruf.segment.rhythm.RhythmModels;
import de.zuruf.segment.rhythm.Silence;
import de.zuruf.segment.value.PurchaseCells;
import de.zuruf.segment.value.PurchaseModelFit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Holds alerts against what is known of made-up customers. Models are learnt from what lies before a day, and judged by what comes after it.
 *
 * @param pauses  pauses of customers who then ordered again
 * @param alarmed in how many of these there was an alert before the order
 */
public record SilenceTrial(int pauses, int alarmed) {

    /** {@return the share of pauses with an alert} */
    public double falseAlarmRate() {
        return (double) alarmed / pauses;
    }

    /** {@return both together} */
    public SilenceTrial plus(SilenceTrial other) {
        return new SilenceTrial(pauses + other.pauses, alarmed + other.alarmed);
    }

    /**
     * {@return models of a company}
     *
     * @param histories of all its customers
     * @param groups    number of its product groups
     */
    public static RhythmModels learn(Collection<OrderHistory> histories, int groups) {
        var cells = new PurchaseCells.Builder(histories.size());
        var learning = new RhythmLearning();
        for (OrderHistory history : histories) {
            history.purchases().ifPresent(cells::add);
            learning.season(history);
        }
        learning.endOfFirstPass(PurchaseModelFit.mostLikely(cells.build()).map(PurchaseModelFit::model), groups);
        histories.forEach(learning::pauses);
        return learning.models();
    }

    /**
     * Watches the first pause of each customer that begins after a day. It is like any of his, while the pause that lies over a given day would be
     * longer than most. There is an alert in a pause if there is one on the morning of the order that ends it.
     *
     * @param buyers customers who do not leave
     * @param models learnt up to that day
     */
    public static SilenceTrial of(Collection<KnownBuyers.Buyer> buyers, RhythmModels models, LocalDate day) {
        var pauses = 0;
        var alarmed = 0;
        for (KnownBuyers.Buyer buyer : buyers) {
            var begins = buyer.firstAfter(day);
            if (begins.isEmpty() || begins.get() + 1 >= buyer.days().size()) {
                continue;
            }
            var ends = buyer.days().get(begins.get() + 1);
            var silence = silence(buyer.history(ends.minusDays(1)), models, ends);
            if (silence.isPresent()) {
                pauses++;
                alarmed += silence.get().alert() ? 1 : 0;
            }
        }
        return new SilenceTrial(pauses, alarmed);
    }

    static Optional<Silence> silence(OrderHistory history, RhythmModels models, LocalDate today) {
        return OrderSignals.of(history, models, today).silence();
    }

    /**
     * Alerts on one day among customers some of whom have left.
     *
     * @param found   have left, with an alert
     * @param missed  have left, without
     * @param stayed  have not left, with an alert
     * @param overdue have left, and are silent for three usual gaps or more
     * @param overdueFound with an alert among these
     */
    public record Search(int found, int missed, int stayed, int overdue, int overdueFound) {

        /** {@return the share of alerts that are of customers who have left} */
        public double precision() {
            return (double) found / (found + stayed);
        }

        /** {@return the share of customers who have left that have an alert} */
        public double recall() {
            return (double) found / (found + missed);
        }

        /** {@return both together} */
        public Search plus(Search other) {
            return new Search(
                    found + other.found,
                    missed + other.missed,
                    stayed + other.stayed,
                    overdue + other.overdue,
                    overdueFound + other.overdueFound);
        }
    }

    /** {@return what is found on a day among customers, some of whom have left} */
    public static Search search(Collection<KnownBuyers.Buyer> buyers, RhythmModels models, LocalDate today) {
        var all = new Search(0, 0, 0, 0, 0);
        for (KnownBuyers.Buyer buyer : buyers) {
            var silence = silence(buyer.history(today), models, today);
            if (silence.isPresent()) {
                all = all.plus(search(silence.get(), buyer.leftOn().isPresent()));
            }
        }
        return all;
    }

    private static Search search(Silence silence, boolean left) {
        var overdue = left && silence.pauseDays() >= 3 * silence.usualDays();
        return new Search(
                left && silence.alert() ? 1 : 0,
                left && !silence.alert() ? 1 : 0,
                !left && silence.alert() ? 1 : 0,
                overdue ? 1 : 0,
                overdue && silence.alert() ? 1 : 0);
    }
}

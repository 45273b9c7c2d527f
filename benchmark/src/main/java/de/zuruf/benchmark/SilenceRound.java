package de.zuruf.benchmark;

import de.zuruf.benchmark.Results.Metric;
import de.zuruf.demo.company.DemoCompany;
import de.zuruf.demo.company.KnownBuyers;
import de.zuruf.demo.company.KnownBuyers.Buyer;
import de.zuruf.demo.company.KnownBuyers.Habit;
import de.zuruf.demo.company.OrderTruth;
import de.zuruf.demo.company.SilenceTrial;
import de.zuruf.segment.rhythm.OrderHistory;
import de.zuruf.segment.rhythm.OrderSignals;
import de.zuruf.segment.rhythm.RhythmModels;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How often customers are said to be unusually silent who are not, and how many of those who have left are found; needs no server. */
final class SilenceRound {

    private static final double LEAST = 0.03;
    private static final double MOST = 0.07;
    private static final int COMPANIES = 20;
    private static final int CUSTOMERS = 5_000;
    private static final int GROUPS = 12;

    /** Twice any pause of an undisturbed customer of the demo: one to wait for an order, and the one that begins with it. */
    private static final int DAYS_TO_WATCH = 240;

    private static final LocalDate BEGIN = LocalDate.of(2023, 3, 1);
    private static final LocalDate END = LocalDate.of(2029, 1, 1);
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 2, 1), LocalDate.of(2026, 5, 1), LocalDate.of(2026, 8, 1), LocalDate.of(2026, 11, 1));

    private final PrintStream out;

    SilenceRound(PrintStream out) {
        this.out = out;
    }

    /** {@return the rate of the demo's customers; those of others are printed, and marked when they are out of bounds} */
    Metric run(String name) {
        for (int regularity : new int[] {1, 3, 6}) {
            simulated(regularity);
        }
        mixed();
        return Metric.within(name, demo(), Metric.SHARE, LEAST, MOST);
    }

    private double demo() {
        SilenceTrial trial = new SilenceTrial(0, 0);
        SilenceTrial.Search search = new SilenceTrial.Search(0, 0, 0, 0, 0);
        for (int seed = 1; seed <= COMPANIES; seed++) {
            OrderTruth truth = DemoCompany.truth(seed);
            List<Buyer> undisturbed = truth.buyers(false);
            List<Buyer> all = Stream.concat(undisturbed.stream(), truth.buyers(true).stream())
                    .toList();
            LocalDate day = truth.today().minusDays(DAYS_TO_WATCH);
            trial = trial.plus(SilenceTrial.of(undisturbed, learn(all, day), day));
            search = search.plus(SilenceTrial.search(all, learn(all, truth.today()), truth.today()));
        }
        report("demo company", trial);
        report("demo company", search);
        return trial.falseAlarmRate();
    }

    private void simulated(int regularity) {
        var known = new KnownBuyers(100 + regularity);
        var habit = new Habit(regularity, false);
        LocalDate today = DAYS.get(DAYS.size() - 1);
        List<Buyer> staying = known.undisturbed(CUSTOMERS, habit, BEGIN, END);
        report("k = " + regularity, SilenceTrial.of(staying, learn(staying, today), today));
        List<Buyer> all = new ArrayList<>(staying);
        all.addAll(known.leaving(
                known.undisturbed(CUSTOMERS / 10, habit, BEGIN, END), today.minusWeeks(26), today.minusWeeks(4)));
        RhythmModels models = learn(all, today);
        report("k = " + regularity, SilenceTrial.search(all, models, today));
        List<OrderHistory> histories =
                all.stream().map(buyer -> buyer.history(today)).toList();
        int alerts = 0;
        for (int warmUp = 0; warmUp < 5; warmUp++) {
            alerts += alerts(histories, models, today);
        }
        long begin = System.nanoTime();
        alerts -= 5 * alerts(histories, models, today);
        out.printf(
                "%-16s all signals of a customer in %.1f µs%s%n",
                "k = " + regularity,
                (System.nanoTime() - begin) / 1e3 / histories.size(),
                alerts == 0 ? "" : ", and not the same ones each time");
    }

    private static int alerts(List<OrderHistory> histories, RhythmModels models, LocalDate today) {
        int alerts = 0;
        for (OrderHistory history : histories) {
            alerts += OrderSignals.of(history, models, today)
                            .silence()
                            .filter(silence -> silence.alert())
                            .isPresent()
                    ? 1
                    : 0;
        }
        return alerts;
    }

    /** A company in which a third rests in winter, a third orders regularly and a third by chance, over a year. */
    private void mixed() {
        var known = new KnownBuyers(200);
        List<List<Buyer>> kinds = List.of(
                known.undisturbed(CUSTOMERS / 2, new Habit(3, true), BEGIN, END),
                known.undisturbed(CUSTOMERS / 2, new Habit(3, false), BEGIN, END),
                known.undisturbed(CUSTOMERS / 2, new Habit(1, false), BEGIN, END));
        List<Buyer> all = kinds.stream().flatMap(List::stream).toList();
        var trials = new SilenceTrial[] {new SilenceTrial(0, 0), new SilenceTrial(0, 0), new SilenceTrial(0, 0)};
        for (LocalDate day : DAYS) {
            RhythmModels models = learn(all, day);
            for (int kind = 0; kind < trials.length; kind++) {
                SilenceTrial trial = SilenceTrial.of(kinds.get(kind), models, day);
                if (kind == 0) {
                    out.printf("%-16s %s: %.4f%n", "rest in winter", day, trial.falseAlarmRate());
                }
                trials[kind] = trials[kind].plus(trial);
            }
        }
        report("rest in winter", trials[0]);
        report("do not", trials[1]);
        report("by chance", trials[2]);
    }

    private static RhythmModels learn(List<Buyer> buyers, LocalDate day) {
        return SilenceTrial.learn(
                buyers.stream().map(buyer -> buyer.history(day)).toList(), GROUPS);
    }

    private void report(String who, SilenceTrial trial) {
        boolean within = trial.falseAlarmRate() >= LEAST && trial.falseAlarmRate() <= MOST;
        out.printf(
                "%-16s %5d pauses, alert before the next order in %.4f%s%n",
                who, trial.pauses(), trial.falseAlarmRate(), within ? "" : ", OUT OF BOUNDS");
    }

    private void report(String who, SilenceTrial.Search search) {
        out.printf(
                "%-16s %5d have left: precision %.3f, recall %.3f; %d silent for three usual gaps, of these %.3f%n",
                who,
                search.found() + search.missed(),
                search.precision(),
                search.recall(),
                search.overdue(),
                search.overdue() == 0 ? 1 : (double) search.overdueFound() / search.overdue());
    }
}

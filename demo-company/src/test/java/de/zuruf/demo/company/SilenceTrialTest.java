package de.zuruf.demo.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.demo.company.KnownBuyers.Buyer;
import de.zuruf.demo.company.KnownBuyers.Habit;
import de.zuruf.segment.rhythm.RhythmModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a hundred pauses of undisturbed customers about five are told to be unusually long, because that is the level. */
class SilenceTrialTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate END = LocalDate.of(2029, 1, 1);

    private static RhythmModels learn(List<Buyer> buyers, LocalDate today) {
        return SilenceTrial.learn(buyers.stream().map(b -> b.history(today)).toList(), 0);
    }

    private static void assertCalibrated(String who, SilenceTrial trial) {
        assertTrue(
                trial.falseAlarmRate() >= 0.03 && trial.falseAlarmRate() <= 0.07,
                who + ": " + trial + " = " + trial.falseAlarmRate());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void undisturbedCustomersAreAlarmedAboutAsOftenAsTheLevelSays(int regularity) {
        List<Buyer> buyers = new KnownBuyers(11).undisturbed(3000, new Habit(regularity, false), BEGIN, END);
        assertCalibrated("k = " + regularity, SilenceTrial.of(buyers, learn(buyers, TODAY), TODAY));
    }

    /** One company in which some rest in winter and some order by chance. Seen from November, the next pause is the winter's. */
    @Test
    void whoRestsInWinterIsAlarmedNoMoreOftenThanOthers() {
        var known = new KnownBuyers(12);
        List<Buyer> resting = known.undisturbed(1500, new Habit(3, true), BEGIN, END);
        List<Buyer> others = known.undisturbed(1500, new Habit(3, false), BEGIN, END);
        List<Buyer> erratic = known.undisturbed(1500, new Habit(1, false), BEGIN, END);
        List<Buyer> all = new ArrayList<>(resting);
        all.addAll(others);
        all.addAll(erratic);
        SilenceTrial rest = new SilenceTrial(0, 0);
        SilenceTrial regular = rest;
        SilenceTrial chance = rest;
        for (LocalDate today :
                List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 15), LocalDate.of(2026, 8, 15), TODAY)) {
            RhythmModels models = learn(all, today);
            SilenceTrial now = SilenceTrial.of(resting, models, today);
            rest = rest.plus(now);
            regular = regular.plus(SilenceTrial.of(others, models, today));
            chance = chance.plus(SilenceTrial.of(erratic, models, today));
        }
        // Two or three of a hundred: rather too few than too many.
        assertTrue(rest.falseAlarmRate() >= 0.02 && rest.falseAlarmRate() <= 0.07, rest.toString());
        assertCalibrated("regular", regular);
        assertCalibrated("by chance", chance);
    }

    @Test
    void whoLeavesIsFound() {
        var known = new KnownBuyers(13);
        List<Buyer> staying = known.undisturbed(2700, new Habit(3, false), BEGIN, END);
        List<Buyer> leaving = known.leaving(
                known.undisturbed(300, new Habit(3, false), BEGIN, END), TODAY.minusWeeks(26), TODAY.minusWeeks(4));
        List<Buyer> all = Stream.concat(staying.stream(), leaving.stream()).toList();
        SilenceTrial.Search search = SilenceTrial.search(all, learn(all, TODAY), TODAY);
        assertTrue(search.overdueFound() >= 0.95 * search.overdue(), search.toString());
        assertTrue(search.recall() > 0.6, search.toString());
        assertTrue(search.precision() > 0.6, search.toString());
    }

    /** The demo's customers order almost by the calendar, which no model of chance expects. */
    @Test
    void customersOfTheDemoAreAlarmedAboutAsOftenAsTheLevelSays() {
        SilenceTrial all = new SilenceTrial(0, 0);
        SilenceTrial.Search search = new SilenceTrial.Search(0, 0, 0, 0, 0);
        for (int seed = 1; seed <= 6; seed++) {
            OrderTruth truth = DemoCompany.truth(seed);
            List<Buyer> undisturbed = truth.buyers(false);
            List<Buyer> everybody = Stream.concat(undisturbed.stream(), truth.buyers(true).stream())
                    .toList();
            LocalDate day = truth.today().minusDays(240);
            all = all.plus(SilenceTrial.of(undisturbed, learn(everybody, day), day));
            search = search.plus(SilenceTrial.search(everybody, learn(everybody, truth.today()), truth.today()));
        }
        assertTrue(all.pauses() > 1000, all.toString());
        assertCalibrated("demo", all);
        assertEquals(60, search.found() + search.missed(), search.toString());
        assertTrue(search.recall() > 0.9 && search.precision() > 0.9, search.toString());
    }

    @Test
    void theSameSeedGivesTheSameCustomers() {
        var habit = new Habit(1, true);
        assertEquals(
                new KnownBuyers(5).undisturbed(3, habit, BEGIN, END),
                new KnownBuyers(5).undisturbed(3, habit, BEGIN, END));
    }
}

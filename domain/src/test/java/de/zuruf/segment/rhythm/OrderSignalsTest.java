package de.zuruf.segment.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseProcess;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderSignalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PurchaseModel REGULAR = new PurchaseModel(PurchaseProcess.mbgCnbd(3), 1.4, 1.6, .9, 6.5);
    private static final RhythmModels MODELS = new RhythmModels(
            Optional.of(REGULAR), SeasonProfile.NONE, PauseCalibration.NONE, OrderSizes.UNKNOWN, 0.001);

    private static OrderHistory every(int gap, int orders, int silent, LocalDate today, String... latestFirst) {
        var builder = new OrderHistory.Builder(today);
        for (int i = 0; i < orders; i++) {
            String amount = i < latestFirst.length ? latestFirst[i] : "100.00";
            builder.add(
                    today.minusDays(silent + (long) gap * i),
                    OrderStatus.DELIVERED,
                    new BigDecimal(amount),
                    OrderHistory.CURRENCY);
        }
        return builder.build();
    }

    private static Silence silence(OrderHistory history) {
        return OrderSignals.of(history, MODELS, TODAY).silence().orElseThrow();
    }

    @Test
    void aPauseIsToldWithItsFigures() {
        Silence silence = silence(every(21, 20, 36, TODAY));
        // He orders like clockwork, so among the regularities that are tried the highest is his.
        var regular = new PurchaseModel(PurchaseProcess.mbgCnbd(12), 1.4, 1.6 * 3 / 12, .9, 6.5);
        double expected = regular.silence(new PurchaseHistory(19, 19 * 21, 19 * 21 + 36, 0));
        assertEquals(expected, silence.modelled(), 0.002);
        assertEquals(silence.modelled(), silence.probability());
        assertTrue(silence.alert());
        assertEquals(
                "Bestellt üblicherweise alle 21 Tage; jetzt 36 Tage Pause: kommt bei aktivem Kunden in 2 % der Fälle vor.",
                silence.words().de());
        assertEquals(
                "Usually orders every 21 days; now a pause of 36 days: happens with an active customer in 2% of cases.",
                silence.words().en());
        assertFalse(silence(every(21, 20, 25, TODAY)).alert());
    }

    @Test
    void whoHasOrderedTodayIsNotSilent() {
        Silence silence = silence(every(1, 20, 0, TODAY));
        assertEquals(1, silence.probability());
        assertEquals(
                "Bestellt üblicherweise jeden Tag; zuletzt heute.",
                silence.words().de());
    }

    @Test
    void withoutRhythmOrModelNothingIsSaid() {
        assertEquals(
                Optional.empty(),
                OrderSignals.of(every(21, 2, 300, TODAY), MODELS, TODAY).silence());
        var unknown =
                new RhythmModels(Optional.empty(), SeasonProfile.NONE, PauseCalibration.NONE, OrderSizes.UNKNOWN, 0);
        var signals = OrderSignals.of(every(21, 20, 300, TODAY), unknown, TODAY);
        assertEquals(Optional.empty(), signals.silence());
        var nothing = OrderSignals.of(every(21, 0, 0, TODAY), MODELS, TODAY);
        assertEquals(
                new OrderSignals(
                        TODAY, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Uncounted.NONE),
                nothing);
        assertThrows(
                IllegalArgumentException.class,
                () -> OrderSignals.of(every(21, 2, 300, TODAY), MODELS, TODAY.minusDays(1)));
    }

    @Test
    void anOrderHistoryIsGoodForTheDaysAfterIt() {
        var yesterday = every(21, 20, 40, TODAY.minusDays(20));
        assertEquals(
                silence(every(21, 20, 60, TODAY)),
                OrderSignals.of(yesterday, MODELS, TODAY).silence().orElseThrow());
    }

    @Test
    void whoRestsInWinterIsNoAlarmInWinterButInSpring() {
        var builder = new OrderHistory.Builder(LocalDate.of(2027, 5, 20));
        for (LocalDate day = LocalDate.of(2024, 3, 4);
                day.isBefore(LocalDate.of(2026, 11, 25));
                day = day.plusDays(10)) {
            if (day.getMonthValue() > 2 && day.getMonthValue() < 12) {
                builder.add(day, OrderStatus.DELIVERED, BigDecimal.TEN, OrderHistory.CURRENCY);
            }
        }
        var history = builder.build();
        var last = history.lastOrderOn().orElseThrow();
        // As of the end of February: a hundred days.
        var winter = Silence.of(history, MODELS, (int) LocalDate.of(2027, 2, 27).toEpochDay())
                .orElseThrow();
        assertTrue(winter.pauseDays() > 90 && winter.lastOrderOn().equals(last));
        assertFalse(winter.alert(), winter.words().de());
        assertEquals(Optional.of(new FormerYears(2, 2)), winter.formerYears());
        assertTrue(
                winter.words().de().endsWith(" Tage Pause, um diese Zeit ebenso in 2 von 2 Vorjahren."),
                winter.words().de());
        assertTrue(
                winter.words().en().endsWith(" days, as at this time in 2 of 2 former years."),
                winter.words().en());
        assertTrue(
                winter.words()
                        .de()
                        .startsWith(
                                "Bestellt üblicherweise alle 10 Tage, von Dezember bis Februar kaum (so in 2 von 2 Jahren); jetzt "),
                winter.words().de());
        assertTrue(
                winter.words()
                        .en()
                        .startsWith(
                                "Usually orders every 10 days, hardly from December to February (so in 2 of 2 years); now a pause of "),
                winter.words().en());
        assertTrue(OrderSignals.of(history, MODELS, LocalDate.of(2027, 5, 20))
                .silence()
                .orElseThrow()
                .alert());
    }

    @Test
    void smallerAndLargerOrdersAreToldAgainstTheUsualOnes() {
        var small = OrderSignals.of(every(21, 20, 3, TODAY, "30.00", "35.00", "25.00"), MODELS, TODAY)
                .volume()
                .orElseThrow();
        assertTrue(small.drop() && !small.jump());
        assertEquals(0.3, small.factor(), 1e-9);
        assertTrue(
                small.words()
                        .de()
                        .startsWith(
                                "Die letzten 3 Bestellungen lagen im Mittel bei 30 €, üblich wären 100 €: so wenig kommt"),
                small.words().de());
        var large = OrderSignals.of(every(21, 20, 3, TODAY, "1300.00", "1350.00", "1250.00"), MODELS, TODAY)
                .volume()
                .orElseThrow();
        assertTrue(large.jump() && !large.drop());
        assertTrue(
                large.words()
                        .en()
                        .startsWith(
                                "The latest 3 orders were €1,300 on average, €100 would be usual: so much happens by chance in less than 0.1%"),
                large.words().en());
        var usual =
                OrderSignals.of(every(21, 20, 3, TODAY), MODELS, TODAY).volume().orElseThrow();
        assertFalse(usual.drop() || usual.jump());
        assertEquals(0.5, usual.probability(), 0.05);
        assertEquals(
                Optional.empty(),
                OrderSignals.of(every(21, 7, 3, TODAY), MODELS, TODAY).volume());
    }

    @Test
    void ordersFreeOfChargeAreNoDrop() {
        var history = every(21, 20, 3, TODAY, "0.00", "0.00", "0.00");
        var volume = OrderSignals.of(history, MODELS, TODAY).volume().orElseThrow();
        assertEquals(1, volume.factor(), 1e-9);
        assertEquals(14, volume.earlier());
    }

    /** Two and a half of a hundred in either direction, whatever the customers' own variation. */
    @Test
    void asManyChangesOfVolumeAreByChanceAsIsSaid() {
        var random = new Random(9);
        for (double variation : new double[] {.2, .5}) {
            int low = 0;
            int high = 0;
            int customers = 4000;
            for (int i = 0; i < customers; i++) {
                var builder = new OrderHistory.Builder(TODAY);
                for (int order = 0; order < 20; order++) {
                    double amount = 500 * Math.exp(variation * random.nextGaussian());
                    builder.add(
                            TODAY.minusDays(order * 9L),
                            OrderStatus.DELIVERED,
                            BigDecimal.valueOf(amount),
                            OrderHistory.CURRENCY);
                }
                var sizes = new OrderSizes(Math.exp(variation * variation) - 1, SeasonProfile.NONE);
                var volume = VolumeChange.of(builder.build(), sizes).orElseThrow();
                if (volume.probability() < VolumeChange.LEVEL) {
                    low += volume.factor() < 1 ? 1 : 0;
                    high += volume.factor() > 1 ? 1 : 0;
                }
            }
            assertEquals(0.05, (low + high) / (double) customers, 0.02, low + " low, " + high + " high");
        }
    }

    @Test
    void growthIsOfCompleteYears() {
        var builder = new OrderHistory.Builder(TODAY);
        for (int month = 0; month < 30; month++) {
            builder.add(
                    LocalDate.of(2026, 11, 5).minusMonths(month),
                    OrderStatus.DELIVERED,
                    new BigDecimal(month == 0 ? "9999" : month <= 12 ? "4000" : "5000"),
                    OrderHistory.CURRENCY);
        }
        builder.add(TODAY.minusMonths(2), OrderStatus.RETURNED, new BigDecimal("-600"), OrderHistory.CURRENCY);
        Growth growth = OrderSignals.of(builder.build(), MODELS, TODAY).growth().orElseThrow();
        assertEquals(0.79, growth.factor(), 1e-9);
        assertEquals(
                "Umsatz der letzten zwölf Monate 47.400 €, im Jahr davor 60.000 €: 21 % weniger.",
                growth.words().de());
        assertEquals(
                "Revenue of the last twelve months €47,400, of the year before €60,000: 21% less.",
                growth.words().en());
        // Somebody who came in the course of the earlier year has not grown by it.
        assertEquals(
                Optional.empty(),
                OrderSignals.of(every(30, 20, 3, TODAY), MODELS, TODAY).growth());
        assertEquals(
                "Umsatz der letzten zwölf Monate 10 €, im Jahr davor 10 €: unverändert.",
                new Growth(BigDecimal.TEN, BigDecimal.TEN).words().de());
    }

    @Test
    void whatWasLearntIsKeptAsText() {
        var learning = new RhythmLearning();
        var histories = new ArrayList<OrderHistory>();
        var random = new Random(2);
        for (int i = 0; i < 400; i++) {
            histories.add(every(7 + random.nextInt(20), 30, random.nextInt(7), TODAY));
        }
        assertThrows(IllegalStateException.class, learning::models);
        histories.forEach(learning::season);
        learning.endOfFirstPass(Optional.of(REGULAR), 12);
        var one = learning.partOfSecondPass();
        var other = learning.partOfSecondPass();
        for (int i = 0; i < histories.size(); i++) {
            (i % 2 == 0 ? one : other).pauses(histories.get(i));
        }
        one.mergeSecondPass(other);
        var models = one.models();
        assertTrue(models.pauses().pauses() > 800, models.pauses().pauses() + " pauses");
        var read = RhythmModels.parse(models.toText());
        assertEquals(models.toText(), read.toText());
        var history = every(21, 20, 23, TODAY);
        var signals = OrderSignals.of(history, models, TODAY);
        assertEquals(signals.silence(), OrderSignals.of(history, read, TODAY).silence());
        // All of them order like clockwork, which the model alone does not know.
        assertTrue(signals.silence().orElseThrow().alert());
        assertFalse(signals.silence().orElseThrow().modelled() < Silence.LEVEL);
        for (String wrong : List.of("", "2|||||", "1|||||", "1|3 true|1||1 1|0")) {
            assertThrows(IllegalArgumentException.class, () -> RhythmModels.parse(wrong), wrong);
        }
    }
}

package de.zuruf.segment.rhythm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuietSeasonTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 9, 4);

    /** Every so many days, but for days on which nobody orders. */
    private static int[] every(int gap, int days, Predicate<LocalDate> rests) {
        return IntStream.iterate(0, i -> i < days, i -> i + gap)
                .mapToObj(BEGIN::plusDays)
                .filter(rests.negate())
                .mapToInt(day -> (int) day.toEpochDay())
                .toArray();
    }

    private static boolean winter(LocalDate day) {
        return List.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY).contains(day.getMonth());
    }

    private static Optional<QuietSeason> season(int[] days) {
        return QuietSeason.of(days, days.length - 1, SeasonProfile.NONE);
    }

    @Test
    void whoRestsEachWinterHasAQuietSeason() {
        int[] days = every(10, 1100, QuietSeasonTest::winter);
        QuietSeason season = season(days).orElseThrow();
        assertEquals("von Dezember bis Februar", season.words().de());
        assertEquals("from December to February", season.words().en());
        assertEquals(3, season.years());
        assertEquals(3, season.quietYears());
        // A winter's three months pass like a few days, and the rest of the year a little faster.
        double winter = season.profile().between((int) LocalDate.of(2026, 12, 1).toEpochDay(), (int)
                LocalDate.of(2027, 3, 1).toEpochDay());
        assertTrue(winter < 20, "days of a winter: " + winter);
        double summer = season.profile().between((int) LocalDate.of(2026, 5, 1).toEpochDay(), (int)
                LocalDate.of(2026, 8, 1).toEpochDay());
        assertEquals(92 * 4 / 3.0, summer, 15);
    }

    @Test
    void whoOrdersAllTheYearHasNone() {
        assertEquals(Optional.empty(), season(every(10, 1100, day -> false)));
        var random = new Random(3);
        int found = 0;
        for (int customer = 0; customer < 2000; customer++) {
            double[] day = {0};
            int[] days = IntStream.generate(() -> (int) (day[0] += 1 - 15 * Math.log(1 - random.nextDouble())))
                    .limit(70)
                    .map(d -> (int) BEGIN.toEpochDay() + d)
                    .toArray();
            found += season(days).isPresent() ? 1 : 0;
        }
        assertTrue(found <= 40, found + " of 2000 who order by pure chance");
    }

    @Test
    void aSingleBreakIsNoSeason() {
        // In spring and summer of one year of three.
        LocalDate from = LocalDate.of(2025, 3, 1);
        assertEquals(
                Optional.empty(),
                season(every(10, 1100, day -> !day.isBefore(from) && day.isBefore(from.plusDays(150)))));
    }

    @Test
    void whoHasLeftDoesNotRest() {
        int[] days = every(10, 1100, day -> day.isAfter(LocalDate.of(2025, 12, 1)));
        assertEquals(Optional.empty(), season(days));
    }

    @Test
    void ofASingleWinterOnlyAClearOneCounts() {
        int[] clear = every(7, 420, QuietSeasonTest::winter);
        assertEquals(1, season(clear).orElseThrow().years());
        assertEquals(Optional.empty(), season(every(25, 420, QuietSeasonTest::winter)));
    }

    @Test
    void timeOfAProfilePassesAsItsFactorsSay() {
        double[] factors = new double[SeasonProfile.PARTS];
        Arrays.fill(factors, 1);
        factors[0] = 2;
        factors[23] = 0;
        var profile = SeasonProfile.of(factors);
        int newYear = (int) LocalDate.of(2025, 1, 1).toEpochDay();
        assertEquals(0, SeasonProfile.part(newYear));
        assertEquals(20, profile.between(newYear + 1, newYear + 11), 1e-9);
        // Never nothing at all.
        assertEquals(10 * 0.05, profile.between(newYear - 12, newYear - 2), 1e-9);
        assertEquals(3 * (365.2425 + 365.2425 / 24 * 0.05), profile.between(newYear, newYear + 1096), 1.2);
        var days = new double[SeasonProfile.PARTS];
        SeasonProfile.addDays(newYear + 100, newYear + 100 + 1000, days);
        assertEquals(1000, Arrays.stream(days).sum(), 1e-6);
        assertEquals(3 * 365.2425 / 24, days[8], 1e-6);
        assertEquals(2 * 365.2425 / 24, days[2], 1e-6);
        assertThrows(IllegalArgumentException.class, () -> SeasonProfile.of(1, 2));
    }
}

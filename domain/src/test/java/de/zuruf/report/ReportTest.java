package de.zuruf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.call.EndCause;
import de.zuruf.wording.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final ServiceLevelRule RULE = ServiceLevelRule.DEFAULT;

    private static CallSample answered(double seconds) {
        Instant at = START.plusMillis((long) (seconds * 1000));
        return new CallSample(START, at, at.plusSeconds(90), EndCause.ANSWERED);
    }

    private static CallSample unanswered(EndCause cause, double seconds) {
        return new CallSample(START, null, START.plusMillis((long) (seconds * 1000)), cause);
    }

    @Test
    void countsByTheFormula() {
        List<CallSample> calls = List.of(
                answered(3),
                answered(20),
                answered(20.001),
                unanswered(EndCause.ABANDONED, 5),
                unanswered(EndCause.ABANDONED, 5.001),
                unanswered(EndCause.NO_ANSWER, 60),
                unanswered(EndCause.BUSY, 1),
                unanswered(EndCause.UNKNOWN, 1),
                unanswered(EndCause.ANSWERED, 1));
        CallFigures figures = CallFigures.of(calls, RULE);
        assertEquals(new CallFigures(9, 3, 2, 1, 1, 2, 2, 43_001), figures);
        assertEquals(0.5, figures.serviceLevel(RULE).orElseThrow(), 1e-9);
        assertEquals(
                2.0 / 6, figures.serviceLevel(new ServiceLevelRule(20, 5, true)).orElseThrow(), 1e-9);
        assertEquals(14.334, figures.averageSpeedOfAnswer().orElseThrow(), 0.001);
        assertEquals(
                figures, CallFigures.of(calls.subList(0, 4), RULE).plus(CallFigures.of(calls.subList(4, 9), RULE)));
    }

    @Test
    void withoutCallsThereIsNoLevel() {
        assertEquals(OptionalDouble.empty(), CallFigures.NONE.serviceLevel(RULE));
        assertEquals(OptionalDouble.empty(), CallFigures.NONE.averageSpeedOfAnswer());
        assertEquals(
                OptionalDouble.empty(),
                CallFigures.of(List.of(unanswered(EndCause.ABANDONED, 1)), RULE).serviceLevel(RULE));
    }

    @Test
    void aClockSetBackDoesNotAnswerBeforeTheCall() {
        assertEquals(0, CallFigures.of(List.of(answered(-3)), RULE).answerMillis());
    }

    @Test
    void theFormulaPrintsItsSeconds() {
        assertEquals(
                "Servicegrad = in 20 s angenommene Anrufe ÷ (angenommene + nach mehr als 5 s aufgelegte Anrufe)",
                RULE.formula().de());
        assertTrue(new ServiceLevelRule(30, 7, true).formula().en().contains("30 s"));
        assertTrue(new ServiceLevelRule(30, 7, true).formula().de().contains("verpasste"));
        assertThrows(IllegalArgumentException.class, () -> new ServiceLevelRule(0, 5, false));
        assertThrows(IllegalArgumentException.class, () -> new ServiceLevelRule(20, 121, false));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23,24", "2026-03-29,23", "2026-10-25,25"})
    void aDayHasAsManyHoursAsItsClock(LocalDate day, int hours) {
        Intervals intervals = Intervals.of(day, day, IntervalSize.HOUR, BERLIN);
        assertEquals(hours, intervals.starts().size());
        assertEquals(
                hours * 3600L,
                intervals.end().getEpochSecond() - intervals.start().getEpochSecond());
        for (int i = 0; i < hours; i++) {
            assertEquals(i, intervals.indexOf(intervals.starts().get(i)));
            assertEquals(i, intervals.indexOf(intervals.starts().get(i).plusSeconds(3599)));
        }
        assertEquals(-1, intervals.indexOf(intervals.end()));
        assertEquals(-1, intervals.indexOf(intervals.start().minusMillis(1)));
    }

    @Test
    void aZoneWithHalfHoursAndOneWithoutMidnight() {
        assertEquals(
                24,
                Intervals.of(
                                LocalDate.of(2026, 11, 23),
                                LocalDate.of(2026, 11, 23),
                                IntervalSize.HOUR,
                                ZoneId.of("Asia/Kolkata"))
                        .starts()
                        .size());
        // Midnight was skipped there on that day.
        Intervals saoPaulo = Intervals.of(
                LocalDate.of(2018, 11, 4), LocalDate.of(2018, 11, 5), IntervalSize.DAY, ZoneId.of("America/Sao_Paulo"));
        assertEquals(2, saoPaulo.starts().size());
    }

    @Test
    void daysAndWeeks() {
        Intervals days = Intervals.of(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 26), IntervalSize.DAY, BERLIN);
        assertEquals(
                List.of("2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
                days.starts().stream().map(Instant::toString).toList());
        Intervals weeks =
                Intervals.of(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 12, 1), IntervalSize.WEEK, BERLIN);
        assertEquals(
                List.of("2026-11-17T23:00:00Z", "2026-11-22T23:00:00Z", "2026-11-29T23:00:00Z"),
                weeks.starts().stream().map(Instant::toString).toList());
    }

    @Test
    void spansAreLimited() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThrows(InvalidInputException.class, () -> Intervals.of(day, day.minusDays(1), IntervalSize.DAY, BERLIN));
        assertThrows(InvalidInputException.class, () -> Intervals.of(day, day.plusDays(366), IntervalSize.DAY, BERLIN));
        assertEquals(
                366,
                Intervals.of(day, day.plusDays(365), IntervalSize.DAY, BERLIN)
                        .starts()
                        .size());
    }

    @Test
    void medianAndTail() {
        assertEquals(OptionalDouble.empty(), Quantiles.median(List.of()));
        assertEquals(7, Quantiles.p90(List.of(7)).orElseThrow());
        assertEquals(2.5, Quantiles.median(List.of(4, 1, 3, 2)).orElseThrow());
        assertEquals(9.1, Quantiles.p90(List.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).orElseThrow(), 1e-9);
    }

    @Test
    void smallGroupsAreHiddenAndCannotBeSubtracted() {
        MinimumGroup five = MinimumGroup.DEFAULT;
        assertTrue(five.withholds(4));
        assertFalse(five.withholds(5));
        assertEquals(Set.of(), five.withheld(Map.of("a", 5, "b", 6)));
        assertEquals(Set.of("a", "b"), five.withheld(Map.of("a", 2, "b", 6, "c", 9)));
        assertEquals(Set.of("a", "b"), five.withheld(Map.of("a", 2, "b", 3, "c", 9)));
        assertEquals(Set.of("a"), five.withheld(Map.of("a", 2)));
        assertThrows(IllegalArgumentException.class, () -> new MinimumGroup(0));
    }

    @Test
    void whatIsHiddenIsNeverASmallGroup() {
        Random random = new Random(4);
        for (int run = 0; run < 2_000; run++) {
            Map<String, Integer> sizes = new HashMap<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                sizes.put("g" + i, 1 + random.nextInt(9));
            }
            Set<String> withheld = MinimumGroup.DEFAULT.withheld(sizes);
            sizes.forEach((group, size) -> assertTrue(size >= 5 || withheld.contains(group)));
            int hidden = withheld.stream().mapToInt(sizes::get).sum();
            int total = sizes.values().stream().mapToInt(Integer::intValue).sum();
            assertTrue(hidden == 0 || hidden >= 5 || hidden == total, sizes::toString);
        }
    }
}

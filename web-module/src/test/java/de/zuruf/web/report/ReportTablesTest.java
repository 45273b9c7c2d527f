package de.zuruf.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.app.report.CallReports;
import de.zuruf.app.report.HandoffReports;
import de.zuruf.app.report.PromptReports;
import de.zuruf.prompt.Occasion;
import de.zuruf.report.IntervalSize;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportTablesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ReportTables GERMAN = new ReportTables(Locale.GERMAN);

    private static List<String> lines(Csv csv) {
        return new String(csv.bytes(), StandardCharsets.UTF_8)
                .substring(1)
                .lines()
                .toList();
    }

    private static CallReports.Figures figures(String start, Double level) {
        return new CallReports.Figures(
                start == null ? null : Instant.parse(start), 12, 9, 1, 1, 1, 0, level, level == null ? null : 7.25);
    }

    private static CallReports.Report calls(List<CallReports.Gap> gaps, CallReports.Figures... intervals) {
        return new CallReports.Report(
                5,
                false,
                List.of(intervals),
                figures(null, 0.9),
                new CallReports.Formula("", "", 20, 5),
                gaps,
                List.of(),
                List.of());
    }

    @Test
    void callsStandUnderTheirHour() {
        var report = calls(List.of(), figures("2026-11-22T08:00:00Z", 0.8), figures("2026-11-22T09:00:00Z", null));
        var lines = lines(GERMAN.calls(report, IntervalSize.HOUR, BERLIN));
        assertEquals("2026-11-22 09:00;2026-11-22T08:00:00Z;12;9;1;1;1;0;80,0;7,25;", lines.get(1));
        assertEquals("2026-11-22 10:00;2026-11-22T09:00:00Z;12;9;1;1;1;0;;;", lines.get(2));
        assertEquals("Summe;;12;9;1;1;1;0;90,0;7,25;", lines.get(3));
        assertEquals(4, lines.size());
    }

    @Test
    void theHourThatComesTwiceIsToldApart() {
        var report = calls(List.of(), figures("2026-10-25T00:00:00Z", 0.8), figures("2026-10-25T01:00:00Z", 0.8));
        var lines = lines(GERMAN.calls(report, IntervalSize.HOUR, BERLIN));
        assertTrue(lines.get(1).startsWith("2026-10-25 02:00;2026-10-25T00:00:00Z;"), lines.get(1));
        assertTrue(lines.get(2).startsWith("2026-10-25 02:00;2026-10-25T01:00:00Z;"), lines.get(2));
    }

    @Test
    void intervalsInAGapSaySo() {
        var report = calls(
                List.of(new CallReports.Gap(
                        "zentrale", Instant.parse("2026-11-22T09:30:00Z"), Instant.parse("2026-11-22T10:00:00Z"))),
                figures("2026-11-22T08:00:00Z", 0.8),
                figures("2026-11-22T09:00:00Z", 0.8),
                figures("2026-11-22T10:00:00Z", 0.8));
        var lines = lines(GERMAN.calls(report, IntervalSize.HOUR, BERLIN));
        assertFalse(lines.get(1).endsWith(";ja"));
        assertTrue(lines.get(2).endsWith(";ja"));
        assertFalse(lines.get(3).endsWith(";ja"));
        assertTrue(lines.get(4).endsWith(";ja"), "the sum lacks what its intervals lack");
    }

    @Test
    void aGapThatLastsHasNoEnd() {
        var report = calls(
                List.of(new CallReports.Gap("zentrale", Instant.parse("2026-11-01T00:00:00Z"), null)),
                figures("2026-11-21T23:00:00Z", 0.8));
        var lines = lines(new ReportTables(Locale.ENGLISH).calls(report, IntervalSize.DAY, BERLIN));
        assertEquals("2026-11-22,2026-11-21T23:00:00Z,12,9,1,1,1,0,80.0,7.25,yes", lines.get(1));
    }

    @Test
    void everyRecordHasAsManyCellsAsTheHead() {
        var withheldCalls = new CallReports.Report(5, true, List.of(), null, null, List.of(), List.of(), List.of());
        var tables = List.of(
                GERMAN.calls(withheldCalls, IntervalSize.DAY, BERLIN),
                GERMAN.calls(calls(List.of(), figures("2026-11-22T08:00:00Z", null)), IntervalSize.DAY, BERLIN),
                GERMAN.prompts(new PromptReports.Report(5, List.of(), true)),
                GERMAN.handoffs(new HandoffReports.Report(5, List.of(), new HandoffReports.Target(24, null), true)));
        for (var table : tables) {
            var lines = lines(table);
            var columns = columns(lines.get(0));
            assertTrue(lines.size() > 1);
            lines.forEach(line -> assertEquals(columns, columns(line), line));
        }
    }

    private static int columns(String line) {
        return line.replaceAll("\"[^\"]*\"", "").split(";", -1).length;
    }

    @Test
    void promptsAreNamedInWords() {
        var report = new PromptReports.Report(
                5,
                List.of(
                        new PromptReports.Row(
                                Occasion.CROSS_SELL, ValueClass.A, LifecyclePhase.REGULAR, 12, 5, 2, 1, 0, 4),
                        new PromptReports.Row(Occasion.COMPLAINT, null, null, 1, 1, 0, 0, 0, 0)),
                false);
        var lines = lines(GERMAN.prompts(report));
        assertEquals("Zusatzverkauf;A;Stammkunde;12;5;2;1;0;4", lines.get(1));
        assertEquals("Reklamation;;;1;1;0;0;0;0", lines.get(2));
    }

    @Test
    void aTeamThatIsTooSmallHasNoFigures() {
        var report = new HandoffReports.Report(
                5,
                List.of(
                        new HandoffReports.Row("Außendienst", 12, 10, 6, 2, 1, 3.2, 22.0, false),
                        new HandoffReports.Row("=Süd", null, null, null, null, null, null, null, true),
                        new HandoffReports.Row(null, 1, 0, 0, 1, 0, null, null, false)),
                new HandoffReports.Target(24, 0.83),
                false);
        var lines = lines(GERMAN.handoffs(report));
        assertEquals("Außendienst;12;10;6;2;1;3,2;22,0;", lines.get(1));
        assertEquals("'=Süd;;;;;;;;\"nicht angezeigt, weil eine Gruppe weniger als 5 Personen hat\"", lines.get(2));
        assertEquals("ohne Team;1;0;0;1;0;;;", lines.get(3));
    }
}

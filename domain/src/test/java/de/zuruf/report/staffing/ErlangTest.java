package de.zuruf.report.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Against tables computed with mpmath at 60 digits. */
class ErlangTest {

    private static List<Map<String, String>> table(String name) throws IOException {
        try (var in = ErlangTest.class.getResourceAsStream(name)) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\r?\n");
            String[] columns = lines[0].split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                String[] fields = lines[i].split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int j = 0; j < columns.length; j++) {
                    row.put(columns[j], fields[j]);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static double value(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static OptionalDouble optional(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value(row, column));
    }

    private static Workload work(Map<String, String> row) {
        return new Workload(value(row, "calls"), value(row, "interval_s"), value(row, "aht_s"));
    }

    private static void assertAs(Map<String, String> row, String column, double actual) {
        double expected = value(row, column);
        assertEquals(expected, actual, 1e-12 * expected, column + " of " + row);
    }

    @Test
    void figuresAreThoseOfTheTable() throws IOException {
        List<Map<String, String>> rows = table("erlang.csv");
        assertEquals(11, rows.size());
        for (Map<String, String> row : rows) {
            int agents = Integer.parseInt(row.get("agents"));
            double threshold = value(row, "threshold_s");
            QueueFigures figures = row.get("model").equals("C")
                    ? Erlang.c(work(row), agents, threshold)
                    : Erlang.a(work(row), agents, value(row, "mean_patience_s"), threshold);
            assertAs(row, "load_erlang", work(row).load());
            assertAs(row, "occupancy", figures.occupancy());
            assertAs(row, "p_wait", figures.waiting());
            assertAs(row, "service_level", figures.serviceLevel());
            assertAs(row, "sl_excl_early_abandons", figures.serviceLevelWithoutEarlyAbandons());
            assertAs(row, "mean_wait_all_s", figures.meanWait());
            assertAs(row, "mean_wait_served_s", figures.meanWaitOfAnswered());
            assertAs(row, "mean_queue", figures.meanQueue());
            assertAs(row, "p_abandon", figures.abandoned());
            assertAs(row, "p_virtual_wait_gt_t", figures.longerThanThreshold());
            assertAs(row, "p_abandon_within_t", figures.abandonedWithinThreshold());
        }
    }

    @Test
    void thoseWhoAreNeededAreThoseOfTheTable() throws IOException {
        List<Map<String, String>> rows = table("erlang_staffing.csv");
        assertEquals(6, rows.size());
        for (Map<String, String> row : rows) {
            var target = new StaffingTarget(
                    value(row, "threshold_s"),
                    value(row, "target_sl"),
                    optional(row, "max_occupancy"),
                    optional(row, "max_abandon"),
                    value(row, "shrinkage"));
            StaffingTarget.Need need = target.need(work(row), optional(row, "mean_patience_s"));
            assertEquals(Integer.parseInt(row.get("agents_required")), need.agents(), row.toString());
            assertEquals(value(row, "service_level_at_required"), need.figures().serviceLevel(), 1e-12);
            assertEquals(Integer.parseInt(row.get("scheduled_with_shrinkage")), need.scheduled(), row.toString());
        }
    }

    @Test
    void theTextbooksExampleComesOut() {
        var work = new Workload(100, 1800, 180);
        QueueFigures fourteen = Erlang.c(work, 14, 20);
        assertEquals(.888350, fourteen.serviceLevel(), 5e-7);
        assertEquals(.174132, fourteen.waiting(), 5e-7);
        assertEquals(7.8359, fourteen.meanWait(), 5e-5);
        assertEquals(.79559, Erlang.c(work, 13, 20).serviceLevel(), 5e-6);
        QueueFigures impatient = Erlang.a(work, 14, 300, 20);
        assertEquals(.145260, impatient.waiting(), 5e-7);
        assertEquals(.013984, impatient.abandoned(), 5e-7);
        assertEquals(.916792, impatient.serviceLevel(), 5e-7);
    }

    @Test
    void whoNeverGivesUpWaitsAsWithoutPatience() {
        var work = new Workload(100, 1800, 180);
        QueueFigures patient = Erlang.a(work, 12, 1e7, 20);
        QueueFigures endless = Erlang.c(work, 12, 20);
        assertEquals(endless.serviceLevel(), patient.serviceLevel(), 1e-4);
        assertEquals(endless.meanWait(), patient.meanWait(), 1e-2);
        assertEquals(0, patient.abandoned(), 1e-4);
    }

    @Test
    void moreLoadThanAgentsNeverEndsOrIsGivenUp() {
        var work = new Workload(500, 1800, 180);
        QueueFigures endless = Erlang.c(work, 50, 20);
        assertEquals(1, endless.waiting());
        assertEquals(0, endless.serviceLevel());
        assertTrue(Double.isInfinite(endless.meanWait()));
        // Of 50 Erlang, 10 agents answer a fifth.
        QueueFigures overrun = Erlang.a(work, 10, 120, 20);
        assertEquals(.8, overrun.abandoned(), 1e-3);
        assertEquals(1, overrun.occupancy(), 1e-3);
        QueueFigures flooded = Erlang.a(new Workload(1_000_000, 1800, 180), 10, 3600, 20);
        assertEquals(1 - 10 / 1e5, flooded.abandoned(), 1e-9);
        assertTrue(Double.isFinite(flooded.meanQueue()));
    }

    @Test
    void withoutCallsNobodyIsNeeded() {
        var none = new Workload(0, 1800, 180);
        var target = new StaffingTarget(20, .8, OptionalDouble.empty(), OptionalDouble.empty(), .3);
        assertEquals(0, target.need(none, OptionalDouble.empty()).scheduled());
        assertEquals(1, Erlang.c(none, 1, 20).serviceLevel());
        assertEquals(1, Erlang.a(none, 1, 60, 20).serviceLevel());
        assertEquals(0, Erlang.a(none, 1, 60, 20).meanWait());
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Workload(-1, 1800, 180));
        assertThrows(IllegalArgumentException.class, () -> new Workload(1, 0, 180));
        assertThrows(IllegalArgumentException.class, () -> Erlang.c(new Workload(1, 1800, 180), 0, 20));
        assertThrows(IllegalArgumentException.class, () -> Erlang.a(new Workload(1, 1800, 180), 1, 0, 20));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StaffingTarget(20, 1, OptionalDouble.empty(), OptionalDouble.empty(), 0));
        // More work than the most agents can do.
        assertThrows(
                IllegalArgumentException.class,
                () -> new StaffingTarget(20, .8, OptionalDouble.empty(), OptionalDouble.empty(), 0)
                        .need(new Workload(1e9, 1, 180), OptionalDouble.empty()));
    }
}

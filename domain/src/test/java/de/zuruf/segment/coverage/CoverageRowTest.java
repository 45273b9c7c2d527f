package de.zuruf.segment.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.InvalidInputException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageRowTest {

    private static CoverageRow row(
            String name, String careBudget, Budget budget, List<Duty> duties, Integer visits, List<Measure> measures) {
        return new CoverageRow(
                "A",
                name,
                " viele ",
                null,
                " ",
                null,
                careBudget == null ? null : new BigDecimal(careBudget),
                budget,
                duties,
                visits,
                null,
                null,
                measures);
    }

    private static Duty duty(CoverageRole role, String team, PostalArea... areas) {
        return new Duty(role, null, team, List.of(areas), null);
    }

    private static String refused(CoverageRow row) {
        return assertThrows(InvalidInputException.class, row::checked).field().orElseThrow();
    }

    @Test
    void textsAreTrimmedAmountsRoundedAndEmptyPartsDropped() {
        var checked = row(
                        " Große ",
                        "99.995",
                        new Budget(3, new BigDecimal("0.12345"), null, null),
                        Arrays.asList(duty(CoverageRole.OTHERS, " "), null, duty(CoverageRole.FIELD_SALES, " Nord ")),
                        12,
                        List.of(
                                new Measure(LifecyclePhase.REGULAR, " anrufen "),
                                new Measure(LifecyclePhase.NEW, "grüßen"),
                                new Measure(LifecyclePhase.LOST, " ")))
                .checked();
        assertEquals("Große", checked.name());
        assertEquals("viele", checked.description());
        assertEquals(null, checked.particularities());
        assertEquals(new BigDecimal("100.00"), checked.careBudget());
        assertEquals(new BigDecimal("0.1235"), checked.budget().revenueShare());
        assertEquals(List.of(duty(CoverageRole.FIELD_SALES, "Nord")), checked.duties());
        assertEquals(
                List.of(new Measure(LifecyclePhase.NEW, "grüßen"), new Measure(LifecyclePhase.REGULAR, "anrufen")),
                checked.measures());
        assertEquals(checked, checked.checked(), "the same once more");
    }

    @Test
    void whatIsMissingAtAllIsNothing() {
        var bare =
                new CoverageRow("A", "A", null, null, null, null, null, null, null, null, null, null, null).checked();
        assertEquals(Budget.NONE, bare.budget());
        assertEquals(List.of(), bare.duties());
        assertEquals(List.of("name"), List.copyOf(bare.fields().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000.01", "1e999999999", "1e-999999999"})
    void amountsOutOfRange(String amount) {
        assertEquals("careBudget", refused(row("A", amount, null, null, null, null)));
    }

    @Test
    void whatIsWrongNamesItsField() {
        assertEquals("name", refused(row(" ", null, null, null, null, null)));
        assertEquals("name", refused(row("x".repeat(101), null, null, null, null, null)));
        assertEquals("visitsPerYear", refused(row("A", null, null, null, 367, null)));
        assertEquals("visitsPerYear", refused(row("A", null, null, null, -1, null)));
        assertEquals(
                "budget.revenueShare",
                refused(row("A", null, new Budget(null, new BigDecimal("1.01"), null, null), null, null, null)));
        assertEquals("budget.customers", refused(row("A", null, new Budget(-1, null, null, null), null, null, null)));
        assertEquals(
                "measures.NEW",
                refused(row("A", null, null, null, null, List.of(new Measure(LifecyclePhase.NEW, "x".repeat(2_001))))));
        assertEquals(
                "measures.NEW",
                refused(row(
                        "A", null, null, null, null, Collections.nCopies(2, new Measure(LifecyclePhase.NEW, "x")))));
        assertEquals("measures.phase", refused(row("A", null, null, null, null, List.of(new Measure(null, "x")))));
        assertEquals("duties.role", refused(row("A", null, null, List.of(duty(null, "x")), null, null)));
        assertEquals(
                "duties.OTHERS",
                refused(row("A", null, null, Collections.nCopies(2, duty(CoverageRole.OTHERS, "x")), null, null)));
        for (PostalArea wrong :
                List.of(new PostalArea("8-", "Süd"), new PostalArea(null, "Süd"), new PostalArea("8", " "))) {
            assertEquals(
                    "duties.OTHERS.areas",
                    refused(row("A", null, null, List.of(duty(CoverageRole.OTHERS, null, wrong)), null, null)));
        }
        var twice = duty(CoverageRole.OTHERS, null, new PostalArea("8", "Süd"), new PostalArea(" 8", "Nord"));
        assertEquals("duties.OTHERS.areas", refused(row("A", null, null, List.of(twice), null, null)));
        var many = IntStream.range(0, 101)
                .mapToObj(i -> new PostalArea(Integer.toString(i), "Süd"))
                .toArray(PostalArea[]::new);
        assertEquals(
                "duties.OTHERS.areas",
                refused(row("A", null, null, List.of(duty(CoverageRole.OTHERS, null, many)), null, null)));
    }

    @Test
    void changesAreToldFieldByField() {
        var before = row("A", "10", null, List.of(duty(CoverageRole.FIELD_SALES, "Nord")), 3, null)
                .checked();
        var after = row(
                        "A",
                        "10.00",
                        null,
                        List.of(duty(CoverageRole.FIELD_SALES, "Süd", new PostalArea("8", "Nord"))),
                        null,
                        List.of(new Measure(LifecyclePhase.NEW, "grüßen")))
                .checked();
        assertEquals(
                List.of(
                        new CoverageChange("visitsPerYear", "3", null),
                        new CoverageChange("duties.FIELD_SALES.team", "Nord", "Süd"),
                        new CoverageChange("duties.FIELD_SALES.areas", null, "8: Nord"),
                        new CoverageChange("measures.NEW", null, "grüßen")),
                before.changesTo(after));
        assertEquals(List.of(), after.changesTo(after));
    }

    @Test
    void theProposalHasARowForEachValueClassAndAMeasureForEachPhase() {
        var rows = StarterRows.rows();
        assertEquals(
                Arrays.stream(ValueClass.values()).map(Enum::name).toList(),
                rows.stream().map(CoverageRow::segmentId).toList());
        for (CoverageRow row : rows) {
            assertEquals(LifecyclePhase.values().length, row.measures().size(), row.segmentId());
            assertTrue(row.duty(CoverageRole.INSIDE_SALES).isPresent(), row.segmentId());
            assertFalse(row.duties().stream().anyMatch(duty -> duty.team() != null || duty.defaultPersonId() != null));
            assertTrue(
                    (row.visitsPerYear() + row.callsPerYear()) * row.longestIntervalDays() >= 365,
                    "as many contacts as the longest interval needs: " + row.segmentId());
        }
    }
}

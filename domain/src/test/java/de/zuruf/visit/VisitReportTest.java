package de.zuruf.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static VisitReport report(
            LocalDate on, List<Participant> people, List<String> topics, List<Commitment> promises, String step) {
        return new VisitReport(on, people, topics, promises, null, step, null);
    }

    private static String refused(VisitReport report) {
        return assertThrows(InvalidInputException.class, () -> report.checked(TODAY))
                .field()
                .orElseThrow();
    }

    @Test
    void oneLineIsEnough() {
        VisitReport checked = report(TODAY, null, null, null, " anrufen ").checked(TODAY);
        assertEquals("anrufen", checked.nextStep());
        assertEquals(List.of(), checked.participants());
        assertEquals("topics", refused(report(TODAY, null, List.of(" "), null, " ")));
    }

    @Test
    void textsAreTrimmedAndBlankOnesDropped() {
        VisitReport checked = report(
                        TODAY,
                        Arrays.asList(new Participant(" Petra Hansen ", null), null, new Participant(" ", null)),
                        Arrays.asList(" Preise ", null, ""),
                        List.of(
                                new Commitment(" Muster senden ", TODAY.plusDays(3), Side.US),
                                new Commitment(" ", null, null)),
                        "")
                .checked(TODAY);
        assertEquals(List.of(new Participant("Petra Hansen", ParticipantRole.UNKNOWN)), checked.participants());
        assertEquals(List.of("Preise"), checked.topics());
        assertEquals(List.of(new Commitment("Muster senden", TODAY.plusDays(3), Side.US)), checked.commitments());
        assertNull(checked.nextStep());
    }

    @Test
    void badReportsNameTheirField() {
        List<String> topics = List.of("Preise");
        assertEquals("visitedOn", refused(report(null, null, topics, null, null)));
        assertEquals("visitedOn", refused(report(TODAY.plusDays(1), null, topics, null, null)));
        assertEquals("visitedOn", refused(report(TODAY.minusYears(1).minusDays(1), null, topics, null, null)));
        assertEquals("topics", refused(report(TODAY, null, Collections.nCopies(21, "x"), null, null)));
        assertEquals("topics[1]", refused(report(TODAY, null, List.of("x", "x".repeat(201)), null, null)));
        assertEquals(
                "participants[0].name",
                refused(report(
                        TODAY, List.of(new Participant("x".repeat(201), ParticipantRole.USER)), topics, null, null)));
        assertEquals("nextStep", refused(report(TODAY, null, topics, null, "x".repeat(1_001))));
        assertEquals("commitments[0].by", refused(promise(new Commitment("x", TODAY, null))));
        assertEquals("commitments[0].dueOn", refused(promise(new Commitment("x", null, Side.US))));
        assertEquals("commitments[0].dueOn", refused(promise(new Commitment("x", TODAY.minusDays(1), Side.US))));
        assertEquals("commitments[0].text", refused(promise(new Commitment("x".repeat(501), TODAY, Side.CUSTOMER))));
        assertEquals(
                "nextStepOn", refused(new VisitReport(TODAY, null, topics, null, Mood.GOOD, "x", TODAY.minusDays(1))));
    }

    private static VisitReport promise(Commitment commitment) {
        return report(TODAY, null, null, List.of(commitment), null);
    }
}

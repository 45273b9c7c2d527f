package de.zuruf.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.prompt.Occasion;
import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    // ---- states

    @Test
    void itMovesForwardOnly() {
        assertEquals(HandoffState.ACKNOWLEDGED, HandoffState.SENT.acknowledged());
        assertEquals(HandoffState.ACKNOWLEDGED, HandoffState.ACKNOWLEDGED.acknowledged());
        assertEquals(HandoffState.ANSWERED, HandoffState.ANSWERED.acknowledged());
        assertEquals(HandoffState.ANSWERED, HandoffState.SENT.answered());
        assertEquals(HandoffState.ANSWERED, HandoffState.ACKNOWLEDGED.answered());
        assertEquals(
                "ZURUF-HANDOFF-ANSWERED",
                assertThrows(HandoffAnsweredException.class, HandoffState.ANSWERED::answered)
                        .code());
    }

    // ---- drafts

    private static HandoffDraft draft(String recipient, String said, String wanted, LocalDate due, Urgency urgency) {
        return new HandoffDraft(recipient, Occasion.ORDER_RHYTHM, said, wanted, due, urgency);
    }

    @Test
    void aGoodDraftIsTrimmed() {
        HandoffDraft checked =
                draft(" e-frank ", null, "  besuchen ", TODAY, Urgency.TODAY).checked(TODAY);
        assertEquals(draft("e-frank", "", "besuchen", TODAY, Urgency.TODAY), checked);
        String longest = "x".repeat(HandoffDraft.MAXIMUM_SAID);
        assertEquals(
                longest,
                draft("e", longest, "y", TODAY.plusYears(1), Urgency.NORMAL)
                        .checked(TODAY)
                        .said());
    }

    private static String refused(HandoffDraft draft) {
        return assertThrows(InvalidInputException.class, () -> draft.checked(TODAY))
                .field()
                .orElseThrow();
    }

    @Test
    void aBadDraftNamesItsField() {
        Urgency normal = Urgency.NORMAL;
        assertEquals("recipientId", refused(draft(" ", "a", "b", TODAY, normal)));
        assertEquals("wanted", refused(draft("e", "a", " ", TODAY, normal)));
        assertEquals("dueOn", refused(draft("e", "a", "b", null, normal)));
        assertEquals("dueOn", refused(draft("e", "a", "b", TODAY.minusDays(1), normal)));
        assertEquals("dueOn", refused(draft("e", "a", "b", TODAY.plusYears(1).plusDays(1), normal)));
        assertEquals("urgency", refused(draft("e", "a", "b", TODAY, null)));
        assertEquals("said", refused(draft("e", "x".repeat(4_001), "b", TODAY, normal)));
        assertEquals("wanted", refused(draft("e", "a", "x".repeat(2_001), TODAY, normal)));
    }

    // ---- days

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-03",
                "2026-04-06",
                "2026-05-01",
                "2026-05-14",
                "2026-05-25",
                "2026-10-03",
                "2026-12-25",
                "2026-12-26",
                "2024-03-29",
                "2027-03-29",
                "2026-11-22",
                "2026-11-21"
            })
    void nobodyWorks(LocalDate day) {
        assertFalse(WorkingDays.isWorkingDay(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-02", "2026-12-24", "2026-12-31", "2026-06-04", "2026-11-23"})
    void peopleWork(LocalDate day) {
        assertTrue(WorkingDays.isWorkingDay(day));
    }

    @ParameterizedTest
    @CsvSource({
        "TODAY,2026-11-23,2026-11-23",
        "TODAY,2026-11-21,2026-11-23",
        "TODAY,2026-12-25,2026-12-28",
        "THIS_WEEK,2026-11-23,2026-11-27",
        "THIS_WEEK,2026-11-27,2026-12-04",
        "THIS_WEEK,2026-11-28,2026-12-04",
        "THIS_WEEK,2026-12-23,2026-12-24",
        "THIS_WEEK,2026-12-24,2026-12-28",
        "THIS_WEEK,2026-04-02,2026-04-07",
        "NORMAL,2026-11-23,2026-12-07",
        "NORMAL,2026-12-21,2027-01-06",
    })
    void dueDays(Urgency urgency, LocalDate today, LocalDate due) {
        assertEquals(due, WorkingDays.dueOn(urgency, today));
        assertTrue(WorkingDays.isWorkingDay(due));
    }

    // ---- recipients

    private static Employee employee(String id, String name, boolean absent, String deputy) {
        return new Employee(id, name, EmployeeRole.FIELD_SALES, null, null, null, deputy, absent);
    }

    private static Recipient recipient(String owner, Employee... all) {
        Map<String, Employee> byId = Arrays.stream(all).collect(Collectors.toMap(Employee::id, Function.identity()));
        return Recipient.of(owner, byId::get);
    }

    @Test
    void theOwnerWhenHeIsThere() {
        Recipient recipient = recipient("f", employee("f", "Frank Sommer", false, "g"));
        assertEquals("f", recipient.employee().orElseThrow().id());
        assertEquals(
                "Frank Sommer ist für den Kunden zuständig", recipient.because().de());
    }

    @Test
    void theDeputyWhenTheOwnerIsAway() {
        Employee frank = employee("f", "Frank Sommer", true, "g");
        Recipient one = recipient("f", frank, employee("g", "Gisela Brandt", false, null));
        assertEquals("g", one.employee().orElseThrow().id());
        assertEquals(
                "Frank Sommer ist abwesend, Gisela Brandt vertritt",
                one.because().de());
        Recipient two = recipient(
                "f", frank, employee("g", "Gisela Brandt", true, "h"), employee("h", "Hanna Vogt", false, null));
        assertEquals("h", two.employee().orElseThrow().id());
        assertEquals(
                "Frank Sommer und Gisela Brandt sind abwesend, Hanna Vogt vertritt",
                two.because().de());
    }

    @Test
    void nobodyWithAReason() {
        Employee frank = employee("f", "Frank Sommer", true, "g");
        for (Recipient nobody : new Recipient[] {
            recipient(null),
            recipient("x"),
            recipient("f", frank),
            recipient("f", employee("f", "Frank Sommer", true, null)),
            recipient("f", employee("f", "Frank Sommer", true, "f")),
            recipient("f", frank, employee("g", "Gisela Brandt", true, "f")),
        }) {
            assertTrue(nobody.employee().isEmpty());
            assertFalse(nobody.because().de().isBlank());
        }
    }
}

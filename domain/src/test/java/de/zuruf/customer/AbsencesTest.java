package de.zuruf.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsencesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Employee employee(String id, String deputy, boolean absent) {
        return new Employee(id, id, EmployeeRole.FIELD_SALES, null, null, null, deputy, absent);
    }

    private static Absence absence(String id, int from, int to, String deputy) {
        return new Absence(id, TODAY.plusDays(from), TODAY.plusDays(to), deputy);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "3,true", "4,false"})
    void firstAndLastDayAreDaysAway(int day, boolean away) {
        var absences = new Absences(List.of(absence("f", 1, 3, "h")));
        var frank = absences.on(employee("f", "g", false), TODAY.plusDays(day), TODAY);
        assertEquals(away, frank.absent());
        assertEquals(away ? "h" : "g", frank.deputyId(), "the deputy of those days");
    }

    @Test
    void withoutADeputyOfItsOwnTheOneOfTheCrmStandsIn() {
        var frank = new Absences(List.of(absence("f", 0, 0, null))).on(employee("f", "g", false), TODAY, TODAY);
        assertTrue(frank.absent());
        assertEquals("g", frank.deputyId());
    }

    @ParameterizedTest
    @CsvSource({"-1,false", "0,true", "100,true"})
    void theMarkOfTheCrmSaysNothingOfThePast(int day, boolean away) {
        assertEquals(
                away,
                Absences.NONE
                        .on(employee("f", "g", true), TODAY.plusDays(day), TODAY)
                        .absent());
    }

    @Test
    void somebodyElsesAbsenceIsNotHis() {
        assertFalse(new Absences(List.of(absence("g", 0, 9, null)))
                .on(employee("f", null, false), TODAY, TODAY)
                .absent());
    }

    @Test
    void standInsAreFollowedAndCirclesEnd() {
        var people = Map.of(
                "f",
                employee("f", "g", true),
                "g",
                employee("g", "h", true),
                "h",
                employee("h", null, false),
                "x",
                employee("x", "y", true),
                "y",
                employee("y", "x", true),
                "z",
                employee("z", "gone", true));
        var found = StandIn.of(people.get("f"), people::get);
        assertEquals(Optional.of(people.get("h")), found.acting());
        assertEquals(List.of(people.get("f"), people.get("g")), found.away());
        assertEquals(List.of(), StandIn.of(people.get("h"), people::get).away());
        assertEquals(Optional.empty(), StandIn.of(people.get("x"), people::get).acting());
        assertEquals(Optional.empty(), StandIn.of(people.get("z"), people::get).acting());
    }

    @Test
    void overlapsAreOfOnePersonAndShareADay() {
        assertTrue(absence("f", 1, 3, null).overlaps(absence("f", 3, 5, "g")));
        assertFalse(absence("f", 1, 3, null).overlaps(absence("f", 4, 5, null)));
        assertFalse(absence("f", 1, 3, null).overlaps(absence("g", 1, 3, null)));
    }

    @Test
    void whatIsNotInOrderNamesItsField() {
        assertEquals(absence("f", 0, 0, "g"), absence("f", 0, 0, "g").checked(TODAY));
        assertEquals("employeeId", refused(absence(" ", 0, 1, null)));
        assertEquals("from", refused(new Absence("f", null, TODAY, null)));
        assertEquals("to", refused(new Absence("f", TODAY, null, null)));
        assertEquals("to", refused(absence("f", 1, 0, null)));
        assertEquals("from", refused(absence("f", 0, 732, null)));
        assertEquals("from", refused(absence("f", -400, -380, null)));
        assertEquals("from", refused(absence("f", 800, 801, null)));
        assertEquals("deputyId", refused(absence("f", 0, 1, "f")));
    }

    private static String refused(Absence absence) {
        return assertThrows(InvalidInputException.class, () -> absence.checked(TODAY))
                .field()
                .orElseThrow();
    }
}

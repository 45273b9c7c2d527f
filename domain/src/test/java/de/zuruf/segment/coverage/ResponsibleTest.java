package de.zuruf.segment.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.Absence;
import de.zuruf.customer.Absences;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.customer.Party;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsibleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Employee> STAFF = List.of(
            employee("anna", "Anna Berger", "Nord", "ben", false),
            employee("ben", "Ben Krüger", "Nord", "anna", false),
            employee("greta", "Greta Lindner", "Süd", null, false),
            employee("frank", "Frank Sommer", "Außendienst", "gisela", false),
            employee("gisela", "Gisela Brandt", "Außendienst", "frank", false),
            employee("holger", "Holger Nolte", "Außendienst", "gisela", true),
            employee("ute", "Ute Kessler", "Leitung", null, false));

    private static Employee employee(String id, String name, String team, String deputy, boolean absent) {
        return new Employee(id, name, EmployeeRole.INSIDE_SALES, team, null, null, deputy, absent);
    }

    private static Party customer(String id, String postcode, String owner, String inside) {
        return new Party(
                id, "Kunde", null, null, null, postcode, null, "DE", owner, inside, null, null, null, false, false,
                List.of());
    }

    private static CoverageRow row(Duty... duties) {
        return new CoverageRow(
                "A", "A", null, null, null, null, null, null, Arrays.asList(duties), null, null, null, null);
    }

    private static Duty duty(CoverageRole role, String team, String person, PostalArea... areas) {
        return new Duty(role, "tun", team, List.of(areas), person);
    }

    private static Absence absence(String id, LocalDate from, LocalDate to) {
        return new Absence(id, from, to, null);
    }

    private static Optional<Responsible> find(
            CoverageRow row, Party customer, LocalDate day, CoverageRole role, Absence... absences) {
        return Responsible.of(row, customer, STAFF, new Absences(List.of(absences)), day, TODAY).stream()
                .filter(each -> each.role() == role)
                .findFirst();
    }

    private static Responsible responsible(
            CoverageRow row, Party customer, LocalDate day, CoverageRole role, Absence... absences) {
        return find(row, customer, day, role, absences).orElseThrow();
    }

    private static String id(Responsible responsible) {
        return responsible.person().map(Employee::id).orElse(null);
    }

    @Test
    void theCrmComesFirstEvenWithoutARow() {
        var found = responsible(null, customer("1", null, "frank", null), TODAY, CoverageRole.FIELD_SALES);
        assertEquals("frank", id(found));
        assertEquals(
                "im CRM beim Kunden als Außendienst eingetragen",
                found.because().de());
        assertEquals(
                "named in the CRM as the customer's field sales",
                found.because().en());
        var withTeam = responsible(
                row(duty(CoverageRole.INSIDE_SALES, "Süd", null)),
                customer("1", null, null, "anna"),
                TODAY,
                CoverageRole.INSIDE_SALES);
        assertEquals("anna", id(withTeam));
        assertEquals("Süd", withTeam.team());
    }

    @Test
    void aRoleOfWhichNothingIsSaidIsMissing() {
        assertEquals(Optional.empty(), find(row(), customer("1", null, null, null), TODAY, CoverageRole.MARKETING));
        assertEquals(
                Optional.empty(),
                find(
                        row(new Duty(CoverageRole.MARKETING, "Post", null, null, null)),
                        customer("1", null, "frank", "anna"),
                        TODAY,
                        CoverageRole.MARKETING),
                "the CRM names nobody of marketing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22,frank,im CRM beim Kunden als Außendienst eingetragen",
        "2026-11-23,gisela,'Vertretung für Frank Sommer bis 27.11., im CRM beim Kunden als Außendienst eingetragen'",
        "2026-11-27,gisela,'Vertretung für Frank Sommer bis 27.11., im CRM beim Kunden als Außendienst eingetragen'",
        "2026-11-28,frank,im CRM beim Kunden als Außendienst eingetragen"
    })
    void theDeputyForTheDaysOfTheAbsence(LocalDate day, String who, String because) {
        var found = responsible(
                row(),
                customer("1", null, "frank", null),
                day,
                CoverageRole.FIELD_SALES,
                absence("frank", TODAY, LocalDate.of(2026, 11, 27)));
        assertEquals(who, id(found));
        assertEquals(because, found.because().de());
    }

    @Test
    void aDeputyOfTheEntryAndAnotherYear() {
        var found = responsible(
                row(),
                customer("1", null, "frank", null),
                TODAY,
                CoverageRole.FIELD_SALES,
                new Absence("frank", TODAY, LocalDate.of(2027, 1, 5), "ute"));
        assertEquals("ute", id(found));
        assertTrue(
                found.because().de().startsWith("Vertretung für Frank Sommer bis 5.1.2027,"),
                found.because().de());
        assertTrue(
                found.because().en().startsWith("Stands in for Frank Sommer until 5 January 2027,"),
                found.because().en());
    }

    @Test
    void theDeputysDeputyAndTheMarkOfTheCrm() {
        var found = responsible(
                row(),
                customer("1", null, "holger", null),
                TODAY,
                CoverageRole.FIELD_SALES,
                absence("gisela", TODAY, TODAY));
        assertEquals("frank", id(found));
        assertTrue(
                found.because().de().startsWith("Vertretung für Holger Nolte und Gisela Brandt bis 23.11.,"),
                found.because().de());
        var yesterday =
                responsible(row(), customer("1", null, "holger", null), TODAY.minusDays(1), CoverageRole.FIELD_SALES);
        assertEquals("holger", id(yesterday), "the mark says nothing of the past");
    }

    @ParameterizedTest
    @CsvSource({"80331,Süd", "8,Nord", "81,Süd", "10115,Nord", ",Nord"})
    void theLongestPrefixOfThePostalCodeDecidesTheTeam(String postcode, String team) {
        var row = row(duty(
                CoverageRole.INSIDE_SALES,
                "Nord",
                null,
                new PostalArea("80", "Süd"),
                new PostalArea("81", "Süd"),
                new PostalArea("8", "Nord")));
        var found = responsible(row, customer("1", postcode, null, null), TODAY, CoverageRole.INSIDE_SALES);
        assertEquals(team, found.team());
        assertEquals(team, found.person().orElseThrow().team());
        assertEquals("aus dem Team " + team, found.because().de());
    }

    @Test
    void aTeamSharesItsCustomersAndKeepsThem() {
        var row = row(duty(CoverageRole.INSIDE_SALES, "Nord", null));
        Map<String, Integer> counts = new HashMap<>();
        IntStream.range(0, 200).forEach(i -> {
            var customer = customer("K-" + i, null, null, null);
            var who = id(responsible(row, customer, TODAY, CoverageRole.INSIDE_SALES));
            assertEquals(who, id(responsible(row, customer, TODAY.plusYears(1), CoverageRole.INSIDE_SALES)));
            counts.merge(who, 1, Integer::sum);
        });
        assertEquals(2, counts.size());
        assertTrue(counts.values().stream().allMatch(count -> count > 60), counts.toString());
    }

    @Test
    void whenOwnerAndDeputiesAreAwayTheTeamAndThenTheDefaultPerson() {
        var customer = customer("1", null, "frank", null);
        var away = Stream.of("frank", "gisela", "holger")
                .map(id -> absence(id, TODAY, TODAY.plusDays(3)))
                .toArray(Absence[]::new);
        var team = responsible(
                row(duty(CoverageRole.FIELD_SALES, "Süd", "ute")), customer, TODAY, CoverageRole.FIELD_SALES, away);
        assertEquals("greta", id(team));
        assertEquals(
                "aus dem Team Süd, weil Frank Sommer bis 26.11. abwesend ist",
                team.because().de());
        var person = responsible(
                row(duty(CoverageRole.FIELD_SALES, "Außendienst", "ute")),
                customer,
                TODAY,
                CoverageRole.FIELD_SALES,
                away);
        assertEquals("ute", id(person));
        assertEquals(
                "named in the coverage matrix, because Frank Sommer is away until 26 November",
                person.because().en());
        var nobody = responsible(row(), customer, TODAY, CoverageRole.FIELD_SALES, away);
        assertNull(id(nobody));
        assertEquals(
                "Frank Sommer ist abwesend bis 26.11., eine anwesende Vertretung gibt es nicht",
                nobody.because().de());
    }

    @Test
    void aTeamWithoutPeopleAndAnOwnerWhoIsGone() {
        var row = row(duty(CoverageRole.OTHERS, "Technik", null), duty(CoverageRole.FIELD_SALES, null, "ute"));
        var customer = customer("1", null, "gone", null);
        var team = responsible(row, customer, TODAY, CoverageRole.OTHERS);
        assertNull(id(team));
        assertEquals("Team Technik; darin ist niemand bekannt", team.because().de());
        assertEquals("ute", id(responsible(row, customer, TODAY, CoverageRole.FIELD_SALES)));
    }
}

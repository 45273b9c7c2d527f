package de.zuruf.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.report.MinimumGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TeamSizesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static TeamSizes of(Map<String, Integer> sizes) {
        var people = new ArrayList<Employee>();
        new TreeMap<>(sizes).forEach((team, size) -> {
            for (var i = 0; i < size; i++) {
                people.add(new Employee(
                        team + i,
                        "Name",
                        EmployeeRole.INSIDE_SALES,
                        team.equals("none") ? null : team,
                        null,
                        null,
                        null,
                        false));
            }
        });
        return new TeamSizes(people, MinimumGroup.DEFAULT);
    }

    private static Selection team(String team) {
        return new Selection(DAY, DAY, null, team);
    }

    @Test
    void largeTeamsAreShown() {
        var teams = of(Map.of("Nord", 6, "Süd", 5));
        assertFalse(teams.withholds(team("Nord")));
        assertFalse(teams.withholds(team("Süd")));
        assertFalse(teams.withholds(team(null)));
        assertEquals(List.of("Nord", "Süd"), teams.names());
    }

    @Test
    void aSmallTeamTakesItsSmallestNeighbourAlong() {
        var teams = of(Map.of("Nord", 9, "Süd", 6, "West", 4));
        assertTrue(teams.withholds(team("West")));
        assertTrue(teams.withholds(team("Süd")), "total minus Nord minus Süd would be West");
        assertFalse(teams.withholds(team("Nord")));
        assertFalse(teams.withholds(team(null)));
    }

    @Test
    void peopleWithoutTeamAreAGroupToo() {
        var teams = of(Map.of("Nord", 6, "none", 1));
        assertTrue(teams.withholds(team("Nord")), "total minus Nord would be one person");
        assertTrue(teams.withholdsTeam(null));
        assertEquals(List.of("Nord"), teams.names());
    }

    @Test
    void enoughPeopleWithoutTeamAreShown() {
        assertFalse(of(Map.of("none", 5)).withholdsTeam(null));
    }

    @Test
    void aTeamThatDoesNotExistIsNotShown() {
        assertTrue(of(Map.of("Nord", 6)).withholds(team("Ost")));
    }

    @Test
    void aHandfulOfPeopleIsNotShownInTotalEither() {
        assertTrue(of(Map.of("Nord", 2, "Süd", 2)).withholds(team(null)));
        assertTrue(of(Map.of()).withholds(team(null)));
    }
}

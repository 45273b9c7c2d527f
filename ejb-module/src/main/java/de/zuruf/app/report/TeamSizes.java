package de.zuruf.app.report;

import de.zuruf.customer.Employee;
import de.zuruf.report.MinimumGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many people stand behind the figures of each team. People without a team form a group of their own, which nobody
 * can ask for but which counts when a neighbour's figures could be subtracted from the total.
 */
final class TeamSizes {
    /** Key of those in no team; no team has it, because names are not blank. */
    private static final String NO_TEAM = "";

    private final Map<String, Integer> sizes = new TreeMap<>();
    private final MinimumGroup minimum;
    private final Set<String> withheld;

    TeamSizes(Collection<Employee> people, MinimumGroup minimum) {
        this.minimum = minimum;
        for (var person : people) {
            sizes.merge(key(person.team()), 1, Integer::sum);
        }
        withheld = minimum.withheld(sizes);
    }

    private static String key(String team) {
        return team == null || team.isBlank() ? NO_TEAM : team;
    }

    /** {@return whether the figures of a selection must be left out, given that those of all teams together can be shown too} */
    boolean withholds(Selection selection) {
        return selection.team() == null ? withholdsAll() : withholdsTeam(selection.team());
    }

    private boolean withholdsAll() {
        return minimum.withholds(
                sizes.values().stream().mapToInt(Integer::intValue).sum());
    }

    /**
     * @param team null for those in no team
     * @return whether the team is too small, unknown, or would give a small one away
     */
    boolean withholdsTeam(String team) {
        return !has(team) || withheld.contains(key(team));
    }

    /**
     * @param team null for those in no team
     * @return whether anybody is in it
     */
    boolean has(String team) {
        return sizes.containsKey(key(team));
    }

    /** {@return names of the teams, ascending} */
    List<String> names() {
        return sizes.keySet().stream().filter(team -> !team.equals(NO_TEAM)).toList();
    }
}

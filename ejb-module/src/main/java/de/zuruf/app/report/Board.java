package de.zuruf.app.report;

import de.zuruf.app.call.PbxState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What goes on now, at a glance.
 *
 * @param at           time of it
 * @param pbx          the telephone systems; while one is not connected, what is said of its queues is the last that was heard
 * @param queues       by name; those of the same name by telephone system
 * @param teams        of inside sales, by name; those in no team last, without a name
 * @param all          all of them together
 * @param formula      of the service level
 * @param minimumGroup people that a group must have for its states to be shown
 */
public record Board(
        Instant at,
        List<PbxState> pbx,
        List<Queue> queues,
        List<Team> teams,
        Team all,
        CallReports.Formula formula,
        int minimumGroup) {

    /**
     * A queue.
     *
     * @param pbx          telephone system whose queue it is
     * @param waiting      callers who wait
     * @param since        since when the first of them waits; null when nobody does
     * @param telephones   how many telephones it can call
     * @param answered     calls of today that were answered and are over
     * @param abandoned    calls of today that were given up, short ones not among them
     * @param serviceLevel of today, 0 to 1; null when no call counts, and when it is withheld
     */
    public record Queue(
            String pbx,
            String name,
            int waiting,
            Instant since,
            int telephones,
            int answered,
            int abandoned,
            Double serviceLevel) {}

    /**
     * People by state.
     *
     * @param name     null for those in no team, and for all together
     * @param people   how many there are
     * @param withheld true when the group is too small, or would give a small one away; there are no states then
     * @param states   how many people are in each state, by the names of {@link de.zuruf.presence.AgentState}; null when
     *                 withheld
     */
    public record Team(String name, int people, boolean withheld, Map<String, Integer> states) {}
}

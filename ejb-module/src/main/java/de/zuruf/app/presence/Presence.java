package de.zuruf.app.presence;

import de.zuruf.presence.AgentState;
import de.zuruf.wording.Bilingual;
import java.time.Instant;
import java.util.List;

/**
 * An agent as he himself sees whether he can take a call.
 *
 * @param state     never null
 * @param since     since when
 * @param extension where he sits; null when nowhere
 * @param reachable false when the telephone system says that his telephone is not there
 * @param reason    why he is paused; null when he is not, and when nobody said why
 * @param queues    those in which he is, and those into which he may log himself, by name
 * @param reasons   for a pause, to choose from
 * @param problem   what the telephone system has last refused or left unanswered; null when nothing
 */
public record Presence(
        AgentState state,
        Instant since,
        String extension,
        boolean reachable,
        String reason,
        List<Seat> queues,
        List<String> reasons,
        Bilingual problem) {

    public Presence {
        queues = List.copyOf(queues);
        reasons = List.copyOf(reasons);
    }

    /**
     * His telephone and a queue.
     *
     * @param queue  its name
     * @param member whether it calls him
     * @param fixed  whether the telephone system's configuration says so, so that he cannot log out
     * @param paused whether it leaves him out
     */
    public record Seat(String queue, boolean member, boolean fixed, boolean paused) {}
}

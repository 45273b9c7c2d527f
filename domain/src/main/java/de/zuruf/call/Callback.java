package de.zuruf.call;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * A caller whom nobody has answered yet: one per number.
 *
 * @param newest   the latest of his unanswered calls
 * @param attempts number of unanswered calls since we last spoke with him
 * @param waited   how long he waited the last time
 */
public record Callback(FinishedCall newest, int attempts, Duration waited) {

    /** {@return whether the call leaves a callback to be made, when looked at alone} */
    public static boolean owed(FinishedCall call) {
        return !call.internal()
                && call.number() != null
                && call.answeredAt() == null
                && call.cause() != EndCause.ANSWERED;
    }

    /**
     * {@return the callbacks owed, longest waiting first}
     *
     * @param calls finished calls in any order, answered ones too: a later answered call settles the earlier ones
     */
    public static List<Callback> owed(Collection<FinishedCall> calls) {
        throw new UnsupportedOperationException();
    }
}

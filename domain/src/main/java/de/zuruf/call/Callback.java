package de.zuruf.call;

import de.zuruf.customer.E164;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * {@return the callbacks owed, oldest first}
     *
     * @param calls finished calls in any order, answered ones too: a later answered call settles the earlier ones
     */
    public static List<Callback> owed(Collection<FinishedCall> calls) {
        Map<E164, Instant> spokenLast = new HashMap<>();
        for (FinishedCall call : calls) {
            if (call.number() != null && call.answeredAt() != null) {
                spokenLast.merge(call.number(), call.answeredAt(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        Map<E164, List<FinishedCall>> unanswered = new HashMap<>();
        for (FinishedCall call : calls) {
            Instant spoken = spokenLast.get(call.number());
            if (owed(call) && (spoken == null || call.startedAt().isAfter(spoken))) {
                unanswered
                        .computeIfAbsent(call.number(), n -> new ArrayList<>())
                        .add(call);
            }
        }
        return unanswered.values().stream()
                .map(Callback::ofOneNumber)
                .sorted(Comparator.comparing((Callback c) -> c.newest().startedAt())
                        .thenComparing(c -> c.newest().id()))
                .toList();
    }

    private static Callback ofOneNumber(List<FinishedCall> calls) {
        FinishedCall newest = calls.stream()
                .max(Comparator.comparing(FinishedCall::startedAt).thenComparing(FinishedCall::id))
                .orElseThrow();
        return new Callback(newest, calls.size(), Duration.between(newest.startedAt(), newest.endedAt()));
    }
}

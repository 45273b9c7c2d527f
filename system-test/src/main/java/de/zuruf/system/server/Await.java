package de.zuruf.system.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for a condition instead of for a time. */
public final class Await {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private Await() {}

    /**
     * Asks until the answer is as wished.
     *
     * @param what    completes the sentence "not within n seconds: …" of the failure
     * @param atMost  how long to ask
     * @param probe   the question; an exception counts as a wrong answer and becomes the failure's cause
     * @param wanted  the wish
     * @return the answer
     */
    public static <T> T until(String what, Duration atMost, Callable<T> probe, Predicate<? super T> wanted) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Exception last = null;
        T answer = null;
        do {
            try {
                last = null;
                answer = probe.call();
                if (wanted.test(answer)) {
                    return answer;
                }
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        } while (System.nanoTime() < deadline);
        throw new AssertionError(
                "not within " + atMost.toSeconds() + " s: " + what + "; last seen: " + (last == null ? answer : last),
                last);
    }

    /** As {@link #until(String, Duration, Callable, Predicate)} for a yes-or-no question. */
    public static void until(String what, Duration atMost, Callable<Boolean> probe) {
        until(what, atMost, probe, Boolean.TRUE::equals);
    }
}

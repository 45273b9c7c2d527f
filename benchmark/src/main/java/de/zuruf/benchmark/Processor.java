package de.zuruf.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time that a process and those below it have used so far: utime and stime of /proc, in ticks of 10 ms. Of a child that ended
 * between two measurements nothing is known.
 */
final class Processor {

    private final long pid;
    private final boolean family;
    private Map<Long, Duration> before = Map.of();

    private Processor(long pid, boolean family) {
        this.pid = pid;
        this.family = family;
    }

    /** {@return of one process} */
    static Processor of(long pid) {
        return new Processor(pid, false);
    }

    /** {@return of a process and all below it} */
    static Processor ofFamily(long pid) {
        return new Processor(pid, true);
    }

    void begin() {
        before = now();
    }

    /** {@return seconds of processor time since {@link #begin()}} */
    double seconds() {
        Duration sum = Duration.ZERO;
        for (Map.Entry<Long, Duration> process : now().entrySet()) {
            sum = sum.plus(process.getValue()).minus(before.getOrDefault(process.getKey(), Duration.ZERO));
        }
        return sum.toNanos() / 1e9;
    }

    private Map<Long, Duration> now() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(pid + " has ended"));
        var times = new HashMap<Long, Duration>();
        Stream.concat(Stream.of(process), family ? process.descendants() : Stream.empty())
                .forEach(one -> one.info().totalCpuDuration().ifPresent(used -> times.put(one.pid(), used)));
        if (!times.containsKey(pid)) {
            throw new IllegalStateException("no processor time of " + pid);
        }
        return times;
    }
}

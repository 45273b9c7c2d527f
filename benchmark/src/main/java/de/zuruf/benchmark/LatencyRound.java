package de.zuruf.benchmark;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import java.io.IOException;
import java.time.Duration;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * One round: calls to a queue at a steady rate, each ringing at the next agent, from a random customer's number. A call rings
 * for 1.5 seconds, is talked for 2, and half a second later the agent closes it.
 *
 * <p>The latency of a call begins when the frames that end with "this telephone rings" are handed to the socket, and ends when
 * the agent's client has read the last byte of the event that shows the call.
 */
final class LatencyRound {

    private static final Duration RINGING = Duration.ofMillis(1500);
    private static final Duration TALKING = Duration.ofMillis(2000);
    private static final Duration WRAP_UP = Duration.ofMillis(500);
    private static final Duration SETTLING = Duration.ofSeconds(6);
    private static final int REQUEST_THREADS = 8;

    /**
     * What was measured.
     *
     * @param shown the calls that were shown, in the order of their latencies
     * @param lost  calls that no stream had shown when the round was over
     */
    record Outcome(List<Shown> shown, int lost) {

        /** {@return the value that the share {@code q} of all latencies does not exceed, in milliseconds} */
        double quantile(double q) {
            return shown.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : shown.get(Math.max(0, (int) Math.ceil(q * shown.size()) - 1))
                            .millis();
        }

        /** {@return those that took longer, by the time of their beginning} */
        List<Shown> over(double limit) {
            return shown.stream()
                    .filter(call -> call.millis() > limit)
                    .sorted(Comparator.comparingDouble(Shown::second))
                    .toList();
        }
    }

    /**
     * A call that was shown.
     *
     * @param second at which it began, from the beginning of the round
     * @param millis latency
     */
    record Shown(double second, double millis) {}

    private record Arrival(String event, long at) {}

    private record Sent(DemoCall call, String extension, long at) {}

    private final List<String> numbers;
    private final Random random = new Random(20261122);

    /** @param numbers the customers', E.164 */
    LatencyRound(List<String> numbers) {
        this.numbers = List.copyOf(numbers);
    }

    Outcome run(Target target, int callsPerSecond, Duration length) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Map<String, Queue<Arrival>> arrivals = new ConcurrentHashMap<>();
        target.streams().forEach(stream -> arrivals.put(stream.extension(), new ConcurrentLinkedQueue<>()));
        int calls = (int) (callsPerSecond * length.toSeconds());
        var measured = new ConcurrentLinkedQueue<Shown>();
        var unseen = new ConcurrentLinkedQueue<Sent>();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        // Agents' own requests must not delay the telephone system.
        ExecutorService agents = Executors.newFixedThreadPool(REQUEST_THREADS);
        try (var clients = new SseClients(target.address(), target.streams(), (extension, text, at) -> {
            if (text.contains("\"RINGING\"") && text.contains("event: call")) {
                arrivals.get(extension).add(new Arrival(text, at));
            }
        })) {
            clients.awaitAnswers();
            target.pbx().begin(prepared(target, calls), callsPerSecond, (call, at) -> {
                var begun = new Sent(call, call.request().extensions().get(0), at);
                schedule(clock, () -> call.answer(begun.extension()), RINGING);
                schedule(clock, call::hangUp, RINGING.plus(TALKING));
                schedule(
                        clock,
                        () -> shown(arrivals, begun)
                                .ifPresentOrElse(
                                        shown -> {
                                            measured.add(measured(begun, shown, start));
                                            agents.execute(
                                                    () -> target.ended().finish(begun.extension(), shown.event()));
                                        },
                                        () -> unseen.add(begun)),
                        RINGING.plus(TALKING).plus(WRAP_UP));
            });
            TimeUnit.NANOSECONDS.sleep(SETTLING.toNanos());
            clients.check();
        } finally {
            clock.shutdownNow();
            agents.shutdown();
            agents.awaitTermination(20, TimeUnit.SECONDS);
        }
        unseen.forEach(
                late -> shown(arrivals, late).ifPresent(arrival -> measured.add(measured(late, arrival, start))));
        List<Shown> sorted = measured.stream()
                .sorted(Comparator.comparingDouble(Shown::millis))
                .toList();
        return new Outcome(sorted, calls - sorted.size());
    }

    private static Shown measured(Sent call, Arrival arrival, long start) {
        return new Shown((call.at() - start) / 1e9, (arrival.at() - call.at()) / 1e6);
    }

    /** Each is rendered when its turn comes: those of ten minutes at once would be hundreds of megabytes. */
    private Collection<DemoCall> prepared(Target target, int calls) {
        return new AbstractCollection<>() {
            @Override
            public int size() {
                return calls;
            }

            @Override
            public Iterator<DemoCall> iterator() {
                return IntStream.range(0, calls)
                        .mapToObj(i -> target.pbx()
                                .prepare(request(target.streams()
                                        .get(i % target.streams().size())
                                        .extension())))
                        .iterator();
            }
        };
    }

    private CallRequest request(String extension) {
        return new CallRequest(
                numbers.get(random.nextInt(numbers.size())), null, "+493023125100", "vertrieb", List.of(extension));
    }

    private static void schedule(ScheduledExecutorService clock, Runnable task, Duration after) {
        clock.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@return the first event that showed the call; it and those after it are forgotten} */
    private static Optional<Arrival> shown(Map<String, Queue<Arrival>> arrivals, Sent call) {
        // The next call from the same number to the same agent would be later than this one's end.
        List<Arrival> shown = arrivals.get(call.extension()).stream()
                .filter(arrival -> arrival.at() >= call.at()
                        && arrival.event().contains(call.call().request().callerNumber()))
                .toList();
        arrivals.get(call.extension()).removeAll(shown);
        return shown.stream().findFirst();
    }
}

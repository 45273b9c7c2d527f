package de.zuruf.benchmark;

import de.zuruf.system.pbx.DialplanQuestion;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One round: a dialplan asks at a steady rate where calls of random customers belong. The time of a question begins before the connection
 * is made and ends when the server has hung up after the last variable, which is when a dialplan goes on. A question that is late
 * because all askers are busy counts from when it was due.
 */
final class RoutingRound {

    private static final int ASKERS = 32;

    /**
     * What was measured.
     *
     * @param millis   times of the answered ones in ascending order
     * @param unanswered number of questions without a complete answer
     * @param decided  how many of the answers said more than that there is nothing to say
     */
    record Outcome(double[] millis, int unanswered, int decided) {

        /** {@return the value that the share {@code q} of all times does not exceed, in milliseconds} */
        double quantile(double q) {
            return millis.length == 0
                    ? Double.POSITIVE_INFINITY
                    : millis[Math.max(0, (int) Math.ceil(q * millis.length) - 1)];
        }
    }

    /** @param variables null when the connection failed */
    private record Told(double millis, Map<String, String> variables) {
        boolean answered() {
            return variables != null && variables.containsKey("ZURUF_ANSWERED");
        }
    }

    private final List<String> numbers;
    private final int port;
    private final Random random = new Random(20261122);

    /**
     * @param numbers the customers', E.164
     * @param port    where the server is asked
     */
    RoutingRound(List<String> numbers, int port) {
        this.numbers = List.copyOf(numbers);
        this.port = port;
    }

    Outcome run(int perSecond, Duration length) throws InterruptedException {
        Queue<Told> told = new ConcurrentLinkedQueue<>();
        ExecutorService askers = Executors.newFixedThreadPool(ASKERS);
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * length.toSeconds(); i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            String number = numbers.get(random.nextInt(numbers.size()));
            askers.execute(() -> told.add(ask(number, due)));
        }
        askers.shutdown();
        if (!askers.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("questions are still open after a minute");
        }
        double[] millis = told.stream()
                .filter(Told::answered)
                .mapToDouble(Told::millis)
                .sorted()
                .toArray();
        int decided = (int) told.stream()
                .filter(one -> one.answered() && one.variables().size() > 1)
                .count();
        return new Outcome(millis, told.size() - millis.length, decided);
    }

    private Told ask(String number, long due) {
        Map<String, String> variables;
        try {
            variables = DialplanQuestion.ask(port, number);
        } catch (IOException e) {
            variables = null;
        }
        return new Told((System.nanoTime() - due) / 1e6, variables);
    }
}

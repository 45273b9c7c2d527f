package de.zuruf.benchmark;

import de.zuruf.benchmark.LatencyRound.Outcome;
import de.zuruf.benchmark.Results.Metric;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.ZurufServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What the product does under a large company's load for a long time: whether a card is lost or late, whether the heap grows, and what a call costs
 * beside what it costs Asterisk itself. On PostgreSQL, with a database of its own.
 */
final class Load {

    private static final String DATABASE = "zuruf_load";

    /** A large company's; the demo company, many times over. */
    private static final int CUSTOMERS = 20_000;

    private static final int CALLERS = 5_000;
    private static final int CALLS_PER_SECOND = 20;

    /** Agents with an open stream, whose cards count. */
    private static final int AGENTS = 500;

    /** Further ones, who have browsers that hang. */
    private static final int HUNG_AGENTS = 10;

    private static final int HUNG_EACH = 5;
    private static final double LATE_MILLIS = 200;

    private static final int HEAP_WARM_UP_CALLS = 10_000;
    private static final int HEAP_CALLS = 100_000;

    /** As many agents as talk at once, ring included, and some more: 20 calls a second, each 3.5 seconds. */
    private static final int ASTERISK_PHONES = 100;

    private static final int ASTERISK_ROUNDS = 3;
    private static final int CALLS_OF_A_MINUTE = CALLS_PER_SECOND * 60;

    private final Path scratch;
    private final PrintStream out;
    private final Lengths lengths;
    private final Dataset dataset;
    private final int postgresPort = Integer.getInteger("postgres.port");

    /**
     * How long is measured.
     *
     * @param warmUp    before cards are counted
     * @param cards     while cards are counted
     * @param heapWarmUp calls before the heap is measured for the first time
     * @param heapCalls calls between the first and the second time
     * @param cpuWarmUp calls before processor time is measured
     * @param cpuRound  calls of each round of it
     */
    record Lengths(Duration warmUp, Duration cards, int heapWarmUp, int heapCalls, int cpuWarmUp, int cpuRound) {

        /** What the figures are defined by. */
        static final Lengths FULL = new Lengths(
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                HEAP_WARM_UP_CALLS,
                HEAP_CALLS,
                // Still half of the processor time is the compiler's after one minute.
                6 * CALLS_OF_A_MINUTE,
                CALLS_OF_A_MINUTE);

        /** To see that everything works; no figure. */
        static Lengths proof(Duration length) {
            int calls = (int) (CALLS_PER_SECOND * length.toSeconds());
            return new Lengths(length, length, 2 * calls, 2 * calls, calls, calls / ASTERISK_ROUNDS);
        }
    }

    /** Told of each figure. */
    @FunctionalInterface
    interface Recorder {
        void record(Metric metric) throws IOException;
    }

    Load(Path scratch, PrintStream out, Lengths lengths) {
        this.scratch = scratch;
        this.out = out;
        this.lengths = lengths;
        dataset = Dataset.postgresql(postgresPort, DATABASE);
    }

    /**
     * Calls of the stand-in PBX to {@value #AGENTS} agents.
     *
     * @param cards whether to count lost and late cards
     * @param heap  whether to measure the heap's growth
     */
    void calls(boolean cards, boolean heap, String lost, String late, String growth, Recorder recorder)
            throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var pbx = new DemoPbx(0, "zuruf", "zuruf", threads, Clock.systemUTC())) {
            pbx.start();
            ZurufServer server = server("load", pbx.port(), "zuruf");
            List<String> numbers = prepare(server);
            try (server) {
                server.start();
                var agents = new Agents(server.base(), AGENTS + HUNG_AGENTS, Benchmarks.PASSWORD);
                Await.until("the server is at its telephone system", Duration.ofSeconds(30), () -> pbx.clients() == 1);
                Target all =
                        target("product", pbx, server, agents, agents.streams().subList(0, AGENTS));
                if (cards) {
                    Target hung =
                            target("hung", pbx, server, agents, agents.streams().subList(AGENTS, AGENTS + HUNG_AGENTS));
                    cards(all, hung, agents, numbers, lost, late, recorder);
                }
                if (heap) {
                    heap(all, server.pid(), numbers, growth, recorder);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void cards(
            Target target,
            Target hungTarget,
            Agents agents,
            List<String> numbers,
            String lost,
            String late,
            Recorder recorder)
            throws Exception {
        var round = new LatencyRound(numbers);
        var hung = new HungBrowsers(hungTarget, agents, HUNG_EACH, numbers);
        Benchmarks.report(out, "warm-up", target, round.run(target, CALLS_PER_SECOND, lengths.warmUp()));
        Outcome outcome = round.run(target, CALLS_PER_SECOND, lengths.cards());
        Benchmarks.report(out, "load", target, outcome);
        reportLate(outcome.over(LATE_MILLIS));
        HungBrowsers.Outcome hungOutcome = hung.close();
        out.printf(
                "         %d streams opened besides and never read; the server has cut off %d of them, the first after %.1f MB%n",
                hungOutcome.opened(), hungOutcome.cutOff(), hungOutcome.megabytes());
        Metric lostCards = Metric.atMost(lost, outcome.lost(), "cards", 0);
        Metric lateCards = Metric.atMost(late, outcome.over(LATE_MILLIS).size(), "cards", 0);
        if (hungOutcome.cutOff() == 0) {
            out.println("No browser hung long enough to be cut off: the figures do not show that one delays nobody");
            lostCards = lostCards.failed();
            lateCards = lateCards.failed();
        }
        recorder.record(lostCards);
        recorder.record(lateCards);
    }

    /** Cards are late together, when something else has the cores: when, and for how long, says what. */
    private void reportLate(List<LatencyRound.Shown> late) {
        int from = 0;
        for (int i = 1; i <= late.size(); i++) {
            if (i == late.size() || late.get(i).second() - late.get(i - 1).second() > 2) {
                out.printf(
                        "         %d late from second %.1f to %.1f, up to %.0f ms%n",
                        i - from,
                        late.get(from).second(),
                        late.get(i - 1).second(),
                        late.subList(from, i).stream()
                                .mapToDouble(LatencyRound.Shown::millis)
                                .max()
                                .orElseThrow());
                from = i;
            }
        }
    }

    private void heap(Target target, long server, List<String> numbers, String growth, Recorder recorder)
            throws Exception {
        try (var round = new BusyRound(target, numbers)) {
            BusyRound.Outcome warmUp = round.run(lengths.heapWarmUp());
            report("warm-up", warmUp);
            LiveHeap before = settled(server);
            out.printf("         %.1f MB live%n", before.megabytes());
            BusyRound.Outcome calls = round.run(lengths.heapCalls());
            report("load", calls);
            LiveHeap after = settled(server);
            out.printf("         %.1f MB live; most grown:%n", after.megabytes());
            after.grownSince(before, 8)
                    .forEach(entry -> out.printf("         %,12d bytes %s%n", entry.getValue(), entry.getKey()));
            Metric metric = Metric.atMost(growth, after.megabytes() - before.megabytes(), "MB", 20);
            if (warmUp.stuck() + calls.stuck() > 0 || calls.calls() < lengths.heapCalls()) {
                out.println("Calls were stuck: the figure does not count");
                metric = metric.failed();
            }
            recorder.record(metric);
        }
    }

    private void report(String what, BusyRound.Outcome outcome) {
        out.printf(
                "%-8s %d calls, %.1f a second, %d stuck%n",
                what, outcome.calls(), outcome.callsPerSecond(), outcome.stuck());
    }

    /** What is still to be written or sent off when the last call is over does not count. */
    private static LiveHeap settled(long server) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(15);
        return LiveHeap.of(server);
    }

    /** Calls of sipp through a real Asterisk, whose processor time is measured beside the product's. */
    void processor(String name, Recorder recorder) throws Exception {
        try (RealAsterisk asterisk = RealAsterisk.start(ASTERISK_PHONES)) {
            ZurufServer server = server("load-asterisk", asterisk.amiPort(), asterisk.amiSecret());
            List<String> numbers = prepare(server);
            Path callers = Files.write(scratch.resolve("callers.txt"), numbers);
            try (server) {
                server.start();
                server.awaitUsable();
                var agents = new Agents(server.base(), ASTERISK_PHONES, Benchmarks.PASSWORD);
                asterisk.phones("--ring", "1500");
                Processor product = Processor.of(server.pid());
                Processor pbx = Processor.of(asterisk.pid());
                Processor database = Processor.ofFamily(dataset.postmaster());
                try (var desks = new Desks(target("product", null, server, agents, agents.streams()))) {
                    boolean all = play(asterisk, callers, desks, lengths.cpuWarmUp());
                    out.printf("warm-up  %d calls%s%n", lengths.cpuWarmUp(), all ? "" : ", NOT ALL");
                    all = true;
                    var rounds = new ArrayList<double[]>();
                    for (int i = 1; i <= ASTERISK_ROUNDS; i++) {
                        product.begin();
                        pbx.begin();
                        database.begin();
                        boolean complete = play(asterisk, callers, desks, lengths.cpuRound());
                        double calls = lengths.cpuRound() / 1e3;
                        double[] millis = {product.seconds() / calls, pbx.seconds() / calls, database.seconds() / calls
                        };
                        rounds.add(millis);
                        out.printf(
                                "round %d  %d calls: product %.2f ms of processor time a call, Asterisk %.2f, ratio %.2f; PostgreSQL %.2f%s%n",
                                i,
                                lengths.cpuRound(),
                                millis[0],
                                millis[1],
                                millis[0] / millis[1],
                                millis[2],
                                complete ? "" : ", NOT ALL CALLS");
                        all = all && complete;
                    }
                    Metric metric = Metric.atMost(
                            name,
                            Benchmarks.median(rounds.stream()
                                    .map(millis -> millis[0] / millis[1])
                                    .toList()),
                            "times Asterisk",
                            1);
                    if (!all) {
                        out.println("Not all calls were answered and closed: the figure does not count");
                        metric = metric.failed();
                    }
                    recorder.record(metric);
                }
            }
        }
    }

    private boolean play(RealAsterisk asterisk, Path callers, Desks desks, int calls) throws InterruptedException {
        int before = desks.closed();
        int result = asterisk.calls(CALLS_PER_SECOND, calls, callers, "--hold", "2000")
                .waitFor();
        boolean closed = desks.awaitClosed(before + calls);
        if (result != 0 || !closed) {
            out.printf("         sipp ended with %d, %d calls were closed%n", result, desks.closed() - before);
        }
        return result == 0 && closed;
    }

    private static Target target(
            String name, DemoPbx pbx, ZurufServer server, Agents agents, List<SseClients.Stream> streams) {
        return new Target(
                name, pbx, new InetSocketAddress("127.0.0.1", server.base().getPort()), streams, agents::finish);
    }

    private ZurufServer server(String name, int amiPort, String secret) {
        return Benchmarks.server(
                "benchmark-" + name,
                Database.postgresql(postgresPort, DATABASE),
                scratch.resolve(name),
                amiPort,
                secret);
    }

    /** {@return callers' numbers, in an order of their own} */
    private List<String> prepare(ZurufServer server) throws Exception {
        Benchmarks.prepare(dataset, server, CUSTOMERS, AGENTS + HUNG_AGENTS, out);
        var numbers = new ArrayList<>(dataset.numbers(CALLERS));
        Collections.shuffle(numbers, new Random(1));
        return numbers;
    }
}

package de.zuruf.benchmark;

import de.zuruf.benchmark.LatencyRound.Outcome;
import de.zuruf.benchmark.Results.Metric;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseModelFit;
import de.zuruf.segment.value.PurchaseProcess;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Measures the metrics that are named as arguments, all of them without arguments. Started by {@code benchmark/run}, which
 * builds, raises PostgreSQL and sets the system properties {@code liberty.home}, {@code server.usr}, {@code checkout},
 * {@code postgres.port} and {@code dataset} (a directory that outlives the run).
 */
public final class Benchmarks {

    private static final int CUSTOMERS = 1_000_000;
    private static final long SEED = 1;
    private static final int AGENTS = 200;
    private static final int CALLS_PER_SECOND = 20;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(120);
    private static final Duration ROUND = Duration.ofSeconds(20);
    static final String PASSWORD = "load";

    private static final String RATIO = "card.latency.median.ratio_to_relay";
    private static final String P99 = "card.latency.p99.ms";
    private static final String READY = "server.ready.s";
    private static final String HEAP = "server.heap.mb";
    private static final String COLD = "demo.cold.s";
    private static final String CASES = "numbers.cases";
    private static final String PRECISION = "numbers.precision";
    private static final String RECALL = "numbers.recall";
    private static final String DEMO = ".demo";
    private static final String SCENARIOS = "callshapes.scenarios";
    private static final String FRAMES = "ami.frames.ratio_to_bare";
    private static final String LOST = "load.cards.lost";
    private static final String LATE = "load.cards.late";
    private static final String GROWTH = "load.heap.growth.mb";
    private static final String PROCESSOR = "cpu.per_call.ratio_to_asterisk";
    private static final String ROUTING = "routing.p99.ms";
    private static final String FIT_MILLION = "fit.bgnbd.1m.s";
    private static final String FIT_HUNDRED_THOUSAND = "fit.bgnbd.100k.s";
    private static final String FIT_CDNOW = "fit.bgnbd.2357.s";
    private static final String FIT_REGULARITY = "fit.mbgcnbd.1m.s";
    private static final String SILENCE = "silence.false_alarm_rate";
    private static final int QUESTIONS_PER_SECOND = 50;
    private static final Duration ROUTING_WARM_UP = Duration.ofSeconds(60);
    private static final Pattern JOURNALLED = Pattern.compile("[\\d.]+\\t[A-Z]");
    /** It complains of fields that it does not know, thousands of times a second. Kept, because loggers are forgotten. */
    private static final Logger BARE_LOG = Logger.getLogger("org.asteriskjava");

    /** The bare listener's many small methods by reflection are fast only after half a minute. */
    private static final Duration BARE_WARM_UP = Duration.ofSeconds(16);

    private static final Duration FRAME_WARM_UP = Duration.ofSeconds(8);
    private static final Duration FRAME_ROUND = Duration.ofSeconds(5);

    private final PrintStream out = System.out;
    private final Results results;
    private final Set<String> wanted;
    private final Path scratch;

    /** Null when it is measured; else what is run for so many seconds only shows that it works. */
    private final Integer proofSeconds = Integer.getInteger("proof.seconds");

    private Benchmarks(Set<String> wanted) throws IOException {
        this.wanted = wanted;
        results = new Results(ZurufServer.checkout().resolve("benchmark/results.json"));
        scratch = Files.createTempDirectory("zuruf-benchmark");
    }

    public static void main(String[] names) throws Exception {
        Set<String> known = Set.of(
                RATIO,
                P99,
                RATIO + ".h2",
                P99 + ".h2",
                READY,
                HEAP,
                COLD,
                CASES,
                PRECISION,
                RECALL,
                PRECISION + DEMO,
                RECALL + DEMO,
                SCENARIOS,
                FRAMES,
                LOST,
                LATE,
                GROWTH,
                PROCESSOR,
                ROUTING,
                FIT_MILLION,
                FIT_HUNDRED_THOUSAND,
                FIT_CDNOW,
                FIT_REGULARITY,
                SILENCE);
        Set<String> wanted = new HashSet<>(names.length == 0 ? known : Set.of());
        for (String name : names) {
            Set<String> meant = known.contains(name)
                    ? Set.of(name)
                    : known.stream().filter(k -> k.startsWith(name + ".")).collect(Collectors.toSet());
            if (meant.isEmpty()) {
                throw new IllegalArgumentException(
                        "known are " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
            wanted.addAll(meant);
        }
        new Benchmarks(wanted).run();
    }

    private void run() throws Exception {
        if (wants(RATIO, P99, HEAP)) {
            latency("");
        }
        if (wants(RATIO + ".h2", P99 + ".h2")) {
            latency(".h2");
        }
        if (wants(LOST, LATE, GROWTH)) {
            load().calls(wants(LOST, LATE), wants(GROWTH), LOST, LATE, GROWTH, this::record);
        }
        if (wants(PROCESSOR)) {
            load().processor(PROCESSOR, this::record);
        }
        if (wants(ROUTING)) {
            routing();
        }
        if (wants(READY)) {
            ready();
        }
        if (wants(CASES, PRECISION, RECALL, PRECISION + DEMO, RECALL + DEMO)) {
            numbers();
        }
        if (wants(SCENARIOS)) {
            callShapes();
        }
        if (wants(SILENCE)) {
            record(new SilenceRound(out).run(SILENCE));
        }
        if (wants(FRAMES)) {
            frames();
        }
        if (wants(FIT_MILLION, FIT_HUNDRED_THOUSAND, FIT_CDNOW, FIT_REGULARITY)) {
            fits();
        }
        if (wants(COLD)) {
            record(Metric.atMost(COLD, ColdDemo.seconds(scratch, "anna", demoPassword()), "s", 180));
        }
        if (proofSeconds != null) {
            out.println("A short run to see that it works: nothing was recorded");
            return;
        }
        results.rewriteTable(ZurufServer.checkout().resolve("docs/benchmarks.md"));
    }

    private Load load() {
        return new Load(
                scratch,
                out,
                proofSeconds == null ? Load.Lengths.FULL : Load.Lengths.proof(Duration.ofSeconds(proofSeconds)));
    }

    private Duration proofOr(Duration full) {
        return proofSeconds == null ? full : Duration.ofSeconds(proofSeconds);
    }

    private boolean wants(String... names) {
        return Arrays.stream(names).anyMatch(wanted::contains);
    }

    private void record(Metric metric) throws IOException {
        if (!wanted.contains(metric.name())) {
            return;
        }
        if (proofSeconds == null) {
            results.put(metric, LocalDate.now(Clock.systemUTC()).toString(), machine());
        }
        out.printf(
                "%-45s %10s %s %s%s%n",
                metric.name(),
                Results.rounded(metric),
                metric.unit(),
                metric.holds() ? "" : "MISSED",
                proofSeconds == null ? "" : " (short run, not recorded)");
    }

    private static String demoPassword() {
        return System.getProperty("demo.password");
    }

    // ---- Latency
    // ---------------------------------------------------------------------------------------------------------

    private void latency(String suffix) throws Exception {
        boolean h2 = !suffix.isEmpty();
        Path data = Path.of(System.getProperty("dataset")).resolve("data");
        int postgresPort = Integer.getInteger("postgres.port");
        Dataset dataset = h2
                ? Dataset.h2(data.resolve("db/zuruf").toString())
                : Dataset.postgresql(postgresPort, "zuruf_benchmark");
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var productPbx = new DemoPbx(0, "zuruf", "zuruf", threads, Clock.systemUTC());
                var relayPbx = new DemoPbx(0, "zuruf", "any", threads, Clock.systemUTC());
                var storingPbx = new DemoPbx(0, "zuruf", "any", threads, Clock.systemUTC())) {
            productPbx.start();
            relayPbx.start();
            storingPbx.start();
            ZurufServer server = server(
                    "benchmark" + suffix.replace('.', '-'),
                    h2 ? Database.embedded() : Database.postgresql(postgresPort, "zuruf_benchmark"),
                    h2 ? data : scratch.resolve("data"),
                    productPbx.port(),
                    "zuruf");
            prepare(dataset, server, CUSTOMERS, AGENTS, out);
            List<String> numbers = dataset.numbers(20_000);
            Process relay = null;
            Process storingRelay = null;
            try (server) {
                server.start();
                var agents = new Agents(server.base(), AGENTS, PASSWORD);
                Await.until(
                        "the server is at its telephone system",
                        Duration.ofSeconds(30),
                        () -> productPbx.clients() == 1);
                int relayPort = Ports.free();
                relay = startRelay(relayPbx.port(), relayPort, null);
                Await.until(
                        "the relay is at its telephone system", Duration.ofSeconds(30), () -> relayPbx.clients() == 1);
                var product = new Target(
                        "product",
                        productPbx,
                        new InetSocketAddress("127.0.0.1", server.base().getPort()),
                        agents.streams(),
                        agents::finish);
                Target bare = relay("relay", relayPbx, relayPort, agents);
                Target storing = null;
                if (!h2) {
                    int storingPort = Ports.free();
                    storingRelay = startRelay(storingPbx.port(), storingPort, dataset.url());
                    Await.until(
                            "the storing relay is at its telephone system",
                            Duration.ofSeconds(30),
                            () -> storingPbx.clients() == 1);
                    storing = relay("storing", storingPbx, storingPort, agents);
                }
                measure(product, bare, storing, numbers, suffix);
                if (!h2) {
                    record(Metric.atMost(HEAP, committedHeap(server.pid()), "MB", 512));
                }
            } finally {
                for (Process process : new Process[] {relay, storingRelay}) {
                    if (process != null) {
                        process.destroy();
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Target relay(String name, DemoPbx pbx, int port, Agents agents) {
        return new Target(
                name,
                pbx,
                new InetSocketAddress("127.0.0.1", port),
                agents.streams().stream()
                        .map(stream -> new SseClients.Stream(
                                stream.extension(), "/stream?extension=" + stream.extension(), ""))
                        .toList(),
                (extension, event) -> {});
    }

    /** @param storing null where there is none; its figures are printed to be compared with and decide nothing */
    private void measure(Target product, Target relay, Target storing, List<String> numbers, String suffix)
            throws IOException, InterruptedException {
        var round = new LatencyRound(numbers);
        report(out, "warm-up", relay, round.run(relay, CALLS_PER_SECOND, ROUND));
        if (storing != null) {
            report(out, "warm-up", storing, round.run(storing, CALLS_PER_SECOND, ROUND));
        }
        report(out, "warm-up", product, round.run(product, CALLS_PER_SECOND, WARM_UP));
        var ratios = new ArrayList<Double>();
        var relayTails = new ArrayList<Double>();
        var tails = new ArrayList<Double>();
        int lost = 0;
        for (int i = 1; i <= ROUNDS; i++) {
            Outcome bare = round.run(relay, CALLS_PER_SECOND, ROUND);
            report(out, "round " + i, relay, bare);
            if (storing != null) {
                report(out, "round " + i, storing, round.run(storing, CALLS_PER_SECOND, ROUND));
            }
            Outcome full = round.run(product, CALLS_PER_SECOND, ROUND);
            report(out, "round " + i, product, full);
            ratios.add(full.quantile(0.5) / bare.quantile(0.5));
            relayTails.add(bare.quantile(0.99));
            tails.add(full.quantile(0.99));
            lost += full.lost();
        }
        Metric ratio = Metric.atMost(RATIO + suffix, median(ratios), "times the relay", 5);
        Metric tail = Metric.below(P99 + suffix, median(tails), "ms", 50).against(median(relayTails));
        if (lost > 0) {
            out.println(lost + " calls reached nobody: the figures do not count");
            ratio = ratio.failed();
            tail = tail.failed();
        }
        record(ratio);
        record(tail);
    }

    static void report(PrintStream out, String what, Target target, Outcome outcome) {
        out.printf(
                "%-8s %-8s %5d calls, median %6.2f ms, p90 %6.2f, p99 %6.2f, max %6.2f, lost %d%n",
                what,
                target.name(),
                outcome.shown().size(),
                outcome.quantile(0.5),
                outcome.quantile(0.9),
                outcome.quantile(0.99),
                outcome.quantile(1),
                outcome.lost());
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    // ---- Routing
    // ---------------------------------------------------------------------------------------------------------

    private void routing() throws Exception {
        int postgresPort = Integer.getInteger("postgres.port");
        Dataset dataset = Dataset.postgresql(postgresPort, "zuruf_benchmark");
        ExecutorService threads = Executors.newCachedThreadPool();
        int port = Ports.free();
        try (var pbx = new DemoPbx(0, "zuruf", "zuruf", threads, Clock.systemUTC())) {
            pbx.start();
            ZurufServer.Builder description = description(
                            "benchmark-routing",
                            Database.postgresql(postgresPort, "zuruf_benchmark"),
                            scratch.resolve("data"),
                            pbx.port(),
                            "zuruf")
                    .setting("zuruf.routing.host", "127.0.0.1")
                    .setting("zuruf.routing.port", Integer.toString(port));
            routing(dataset, description.prepare(), port);
        } finally {
            threads.shutdownNow();
        }
    }

    private void routing(Dataset dataset, ZurufServer prepared, int port) throws Exception {
        try (ZurufServer server = prepared) {
            prepare(dataset, server, CUSTOMERS, AGENTS, out);
            var round = new RoutingRound(dataset.numbers(20_000), port);
            server.start();
            server.awaitUsable();
            report("warm-up", round.run(QUESTIONS_PER_SECOND, proofOr(ROUTING_WARM_UP)));
            var tails = new ArrayList<Double>();
            boolean whole = true;
            for (int i = 1; i <= ROUNDS; i++) {
                RoutingRound.Outcome outcome = round.run(QUESTIONS_PER_SECOND, proofOr(ROUND));
                report("round " + i, outcome);
                tails.add(outcome.quantile(0.99));
                whole &= outcome.unanswered() == 0 && outcome.decided() > 0;
            }
            Metric tail = Metric.atMost(ROUTING, median(tails), "ms", 20);
            if (!whole) {
                out.println("not every question was answered, or none with anything: the figure does not count");
                tail = tail.failed();
            }
            record(tail);
        }
    }

    private void report(String what, RoutingRound.Outcome outcome) {
        out.printf(
                "%-8s %5d answers, median %6.2f ms, p90 %6.2f, p99 %6.2f, max %6.2f, decided %d, unanswered %d%n",
                what,
                outcome.millis().length,
                outcome.quantile(0.5),
                outcome.quantile(0.9),
                outcome.quantile(0.99),
                outcome.quantile(1),
                outcome.decided(),
                outcome.unanswered());
    }

    static ZurufServer server(String name, Database database, Path data, int amiPort, String amiSecret) {
        return description(name, database, data, amiPort, amiSecret).prepare();
    }

    private static ZurufServer.Builder description(
            String name, Database database, Path data, int amiPort, String amiSecret) {
        return ZurufServer.named(name)
                .database(database)
                .setting("zuruf.data", data.toString())
                .setting("zuruf.pbx.variant", "pbx-asterisk.xml")
                .setting("zuruf.pbx.host", "127.0.0.1")
                .setting("zuruf.pbx.port", Integer.toString(amiPort))
                .setting("zuruf.pbx.user", "zuruf")
                .setting("zuruf.pbx.password", amiSecret)
                // Customers and accounts of the demo; its stand-in PBX has nobody to talk to.
                .setting("zuruf.demo", "true")
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .setting("zuruf.crm.xml.bundled", "demo")
                .setting("zuruf.crm.xml.relativeTo", "today");
    }

    /** The demo company as the product loads it, then as many customers of it; kept for the next time. */
    static void prepare(Dataset dataset, ZurufServer server, int customers, int agents, PrintStream out)
            throws Exception {
        boolean there;
        try {
            there = dataset.customers() >= customers;
        } catch (SQLException e) {
            // No schema yet.
            there = false;
        }
        if (!there) {
            out.printf("making %,d customers, once%n", customers);
            server.start();
            server.awaitUsable();
            server.stop();
            dataset.multiply(customers, done -> {
                if (done / 30_000 % 5 == 0) {
                    out.println("  " + done);
                }
            });
        }
        out.println(dataset.customers() + " customers");
        dataset.agents(agents, hash(PASSWORD));
    }

    /** Few iterations: signing in is not what is measured. */
    private static String hash(String password) throws GeneralSecurityException {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        int iterations = 1024;
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        var base64 = Base64.getEncoder();
        return "PBKDF2WithHmacSHA512:" + iterations + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(key);
    }

    private Process startRelay(int amiPort, int httpPort, String url) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Relay.class.getName(),
                Integer.toString(amiPort),
                Integer.toString(httpPort)));
        if (url != null) {
            command.add(url);
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve(url == null ? "relay.log" : "storing-relay.log")
                        .toFile())
                .start();
    }

    // ---- Numbers
    // ---------------------------------------------------------------------------------------------------------

    private void numbers() throws IOException {
        Path table = ZurufServer.checkout().resolve("domain/src/test/resources/de/zuruf/customer/numbers.csv");
        // Comments, and the line with the columns' names.
        long cases = Files.readAllLines(table).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .count()
                - 1;
        record(Metric.atLeast(CASES, cases, "cases", 150));
        if (wants(PRECISION + DEMO, RECALL + DEMO)) {
            identify("demo company", NumberWorld.demo(SEED), 9, DEMO);
        }
        if (wants(PRECISION, RECALL)) {
            identify("a million customers", NumberWorld.large(CUSTOMERS, SEED), 1, "");
        }
    }

    private void identify(String name, NumberWorld world, int spellings, String suffix) throws IOException {
        NumberRound.Tally tally = new NumberRound(world, spellings, SEED).run(name, out);
        record(Metric.atLeast(PRECISION + suffix, tally.precision(), Metric.SHARE, 0.99));
        record(Metric.atLeast(RECALL + suffix, tally.recall(), Metric.SHARE, 0.99));
    }

    // ---- Value models
    // ----------------------------------------------------------------------------------------------------

    private void fits() throws IOException {
        var byChance = new PurchaseModel(PurchaseProcess.BG_NBD, 1.4, 4.8, 0.9, 6.5);
        if (wants(FIT_CDNOW)) {
            Path sample =
                    ZurufServer.checkout().resolve("domain/src/test/resources/de/zuruf/segment/value/cdnow_sample.txt");
            fitByChance(FIT_CDNOW, FitRound.cdnow(sample), 0.007);
        }
        if (wants(FIT_HUNDRED_THOUSAND)) {
            fitByChance(FIT_HUNDRED_THOUSAND, FitRound.simulated(byChance, CUSTOMERS / 10, SEED), 0.25);
        }
        if (wants(FIT_MILLION)) {
            fitByChance(FIT_MILLION, FitRound.simulated(byChance, CUSTOMERS, SEED), 0.3);
        }
        if (wants(FIT_REGULARITY)) {
            var regular = new PurchaseModel(PurchaseProcess.mbgCnbd(3), 1.4, 1.6, 0.9, 6.5);
            fit(
                    FIT_REGULARITY,
                    FitRound.simulated(regular, CUSTOMERS, SEED)
                            .run("MBG/CNBD-k, k by likelihood", PurchaseModelFit::mostLikely, out),
                    1);
        }
    }

    private void fitByChance(String name, FitRound round, double target) throws IOException {
        fit(name, round.run("BG/NBD", cells -> PurchaseModelFit.of(PurchaseProcess.BG_NBD, cells), out), target);
    }

    private void fit(String name, FitRound.Outcome outcome, double target) throws IOException {
        Metric metric = Metric.atMost(name, outcome.seconds(), "s", target);
        if (!outcome.whole()) {
            out.println("a fit was not the one that was asked for: the figure does not count");
            metric = metric.failed();
        }
        record(metric);
    }

    // ---- Call shapes
    // -----------------------------------------------------------------------------------------------------

    /** A recording of which nothing is told stands beside an empty story; it is no shape that the product knows. */
    private void callShapes() throws IOException {
        int scenarios = 0;
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(recorded(), "*.ami")) {
            for (Path recording : recordings) {
                String story = recording.getFileName().toString().replace(".ami", ".story");
                if (Files.size(recording.resolveSibling(story)) > 0) {
                    scenarios++;
                }
            }
        }
        record(Metric.atLeast(SCENARIOS, scenarios, "scenarios", 30));
    }

    private static Path recorded() {
        return ZurufServer.checkout()
                .resolve("telephony-connector/ami/src/test/resources/de/zuruf/telephony/ami/recorded");
    }

    // ---- Frames of the manager interface
    // ---------------------------------------------------------------------------------

    private void frames() throws Exception {
        BARE_LOG.setLevel(Level.OFF);
        var stream = new FrameStream(recorded());
        out.println("a repetition: " + stream);
        Path journal = scratch.resolve("journal");
        FrameReceiver.Kind bare = BareListener::new;
        FrameReceiver.Kind ours = (port, threads) -> new ConnectorReceiver(port, threads, null);
        FrameReceiver.Kind journalling = (port, threads) -> new ConnectorReceiver(port, threads, journal);
        boolean exact = true;
        var ratios = new ArrayList<Double>();
        try (var round = new FrameRound(stream)) {
            round.run(PlainReader::new, FRAME_ROUND.dividedBy(4));
            report("sender", "to a socket that is only read", round.run(PlainReader::new, FRAME_ROUND.dividedBy(2)));
            // Twice, because what the compiler believed of the one no longer holds when the other has run.
            for (int i = 1; i <= 2; i++) {
                report("warm-up", "bare", round.run(bare, BARE_WARM_UP));
                report("warm-up", "product", round.run(ours, FRAME_WARM_UP));
            }
            for (int i = 1; i <= ROUNDS; i++) {
                FrameRound.Outcome listener = round.run(bare, FRAME_ROUND);
                report("round " + i, "bare", listener);
                FrameRound.Outcome connector = round.run(ours, FRAME_ROUND);
                report("round " + i, "product", connector);
                ratios.add(connector.framesPerSecond() / listener.framesPerSecond());
                exact = exact && listener.exact() && connector.exact();
            }
            FrameRound.Outcome recorded = round.run(journalling, FRAME_ROUND);
            report("besides", "product with its journal", recorded);
            out.printf(
                    "         %,d of %,d frames are in the journal%n",
                    journalled(journal), recorded.frames() / stream.frames() * stream.looked());
        }
        out.println("ratios " + ratios);
        Metric metric = Metric.atLeast(FRAMES, median(ratios), "times the bare listener", 0.7);
        if (!exact) {
            out.println("Not all that was sent was told, or something twice: the figure does not count");
            metric = metric.failed();
        }
        record(metric);
    }

    /** {@return how many frames are in the journal's files, whose lines are: time, tab, event or sign of a session, …} */
    private static long journalled(Path folder) throws IOException {
        long frames = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".gz")).toList()) {
                try (var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    frames += lines.lines()
                            .filter(line -> JOURNALLED.matcher(line).lookingAt())
                            .count();
                }
                Files.delete(file);
            }
        }
        return frames;
    }

    private void report(String what, String receiver, FrameRound.Outcome outcome) {
        out.printf(
                "%-8s %-30s %,9.0f frames a second, %,11d in %.1f s%s%n",
                what,
                receiver,
                outcome.framesPerSecond(),
                outcome.frames(),
                outcome.seconds(),
                outcome.exact() ? "" : ", NOT EXACT");
    }

    // ---- Start and size
    // --------------------------------------------------------------------------------------------------

    private void ready() throws Exception {
        ZurufServer server = ZurufServer.named("benchmark-ready")
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .prepare();
        try (server) {
            // The first start makes the database and fills it.
            server.start();
            server.awaitUsable();
            server.stop();
            var seconds = new ArrayList<Double>();
            for (int i = 0; i < ROUNDS; i++) {
                seconds.add(server.start().toMillis() / 1000.0);
                server.stop();
            }
            record(Metric.atMost(READY, median(seconds), "s", 20));
        }
    }

    /** What the heap has taken from the operating system, in MiB. */
    private static double committedHeap(long pid) throws IOException, InterruptedException {
        String text = LiveHeap.jcmd(pid, "GC.heap_info");
        Matcher total = Pattern.compile("heap\\s+total (\\d+)K").matcher(text);
        if (total.find()) {
            return Long.parseLong(total.group(1)) / 1024.0;
        }
        // The serial collector, which two cores and little memory get, tells of its generations apart.
        Matcher generation = Pattern.compile("generation\\s+total (\\d+)K").matcher(text);
        long sum = 0;
        while (generation.find()) {
            sum += Long.parseLong(generation.group(1));
        }
        if (sum == 0) {
            throw new IOException("cannot read the heap's size from " + text);
        }
        return sum / 1024.0;
    }

    private static String machine() throws IOException {
        String system = Files.exists(Path.of("/etc/os-release"))
                ? Files.readAllLines(Path.of("/etc/os-release")).stream()
                        .filter(line -> line.startsWith("PRETTY_NAME="))
                        .map(line -> line.substring(12).replace("\"", ""))
                        .findFirst()
                        .orElse("Linux")
                : System.getProperty("os.name");
        return Runtime.getRuntime().availableProcessors() + " cores, " + system + ", Java "
                + System.getProperty("java.version");
    }
}

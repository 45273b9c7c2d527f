package de.zuruf.system.pbx;

import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An Asterisk of its own that {@code testbed/asterisk} runs, with its telephones and callers; see
 * docs/testing-telephony.md for numbers, extensions and options.
 */
public final class RealAsterisk implements AutoCloseable {

    /** Rings the extensions 201 to 204, all at once. */
    public static final String QUEUE_VERTRIEB = "+493023125100";

    /** Opens {@link #trustStore}. */
    public static final String TRUST_PASSWORD = "zuruf-testbed";

    private static final String CURRENT = "22";

    /** Field of {@code core show channels concise} that has the caller's number. */
    private static final int CONCISE_CALLER = 7;

    private static final int BLOCKS = 5;
    private static final Set<Integer> BLOCKS_TAKEN = ConcurrentHashMap.newKeySet();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path script = ZurufServer.checkout().resolve("testbed/asterisk");
    private final Path run;
    private final String version;
    private final String clock;
    private final int amiPort = Ports.free();
    private final int agiPort = Ports.free();
    private final List<Process> children = new CopyOnWriteArrayList<>();
    private final ProcessSettings settings;

    private final int block;

    private record ProcessSettings(int sip, int tls, int rtp, int phone) {}

    private final int loadPhones;

    private RealAsterisk(Path run, String version, String clock, int loadPhones) {
        this.run = run;
        this.version = version;
        this.clock = clock;
        this.loadPhones = loadPhones;
        block = block((version.equals(CURRENT) ? 10_000 : 20_000) + Math.floorMod(Ports.free(), BLOCKS) * 1_000);
        settings = new ProcessSettings(block + 990, Ports.free(), block + 400, block);
    }

    /**
     * Telephones, callers and media lie at fixed distances from one another, so they get a block of ports, below those that the
     * kernel hands out and apart from the script's defaults (15xxx), which a developer may be using.
     *
     * @param first where to begin to look for one that no other Asterisk of this process has
     */
    private static int block(int first) {
        for (int i = 0; i < BLOCKS; i++) {
            int block = first / 10_000 * 10_000 + (first / 1_000 + i) % BLOCKS * 1_000;
            if (BLOCKS_TAKEN.add(block)) {
                return block;
            }
        }
        throw new IllegalStateException("more than " + BLOCKS + " Asterisks at a time");
    }

    /** {@return a running Asterisk without telephones, of the newest version} */
    public static RealAsterisk start() {
        return start(CURRENT, "", 0);
    }

    /** {@return one of the oldest version that the product works with; it can run beside one of the newest} */
    public static RealAsterisk startOldest() {
        return start("16", "", 0);
    }

    /** {@return one of the newest version with a clock that is off by so much, e.g. {@code -5m}} */
    public static RealAsterisk startWithClock(String clock) {
        return start(CURRENT, clock, 0);
    }

    /**
     * {@return a running Asterisk with a queue for load, see {@link #phones} and {@link #calls}}
     *
     * @param loadPhones how many telephones the queue has, 3001, 3002, …; 0 for no such queue
     */
    public static RealAsterisk start(int loadPhones) {
        return start(CURRENT, "", loadPhones);
    }

    private static RealAsterisk start(String version, String clock, int loadPhones) {
        try {
            // The control socket's path must be short, so not below target/.
            var asterisk = new RealAsterisk(Files.createTempDirectory("zuruf-ast"), version, clock, loadPhones);
            asterisk.restart();
            return asterisk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the port of the manager interface over TLS, for the name localhost} */
    public int amiTlsPort() {
        return settings.tls();
    }

    /** {@return a trust store that holds the certificate, PKCS12, password {@value #TRUST_PASSWORD}} */
    public Path trustStore() {
        return run.resolve("tls/trust.p12");
    }

    /** {@return the TCP port of its manager interface on 127.0.0.1} */
    public int amiPort() {
        return amiPort;
    }

    /** {@return the TCP port on 127.0.0.1 at which its dialplan asks where a call belongs; nothing of its own listens there} */
    public int agiPort() {
        return agiPort;
    }

    /** {@return the manager's user} */
    public String amiUser() {
        return "zuruf";
    }

    /** {@return the manager's password, a constant of the test bed} */
    public String amiSecret() {
        return "zuruf-testbed";
    }

    /** Ends it as a power cut would. */
    public void kill() {
        execute("kill");
    }

    /** Starts it (again); returns when it answers. */
    public void restart() {
        execute("start");
    }

    /** Hangs up everything and unregisters all telephones. */
    public void clear() {
        end(children);
        children.clear();
        execute("clear");
    }

    /** Takes the manager's user away, as an administrator does, or gives him back; sessions that stand are not ended. */
    public void manager(boolean known) {
        String user = "[" + amiUser() + "]";
        String nobody = "[nobody]";
        configureManager(text -> known ? text.replace(nobody, user) : text.replace(user, nobody));
    }

    /**
     * Gives the manager's user other rights from his next session on.
     *
     * @param write what may be ordered, e.g. {@code reporting,agent}
     */
    public void managerMay(String write) {
        configureManager(text -> text.replaceAll("(?m)^write = .*$", "write = " + write));
    }

    private void configureManager(UnaryOperator<String> change) {
        Path configuration = run.resolve("etc/manager.conf");
        try {
            Files.writeString(configuration, change.apply(Files.readString(configuration)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console("manager", "reload");
    }

    /**
     * {@return the output of a command on Asterisk's console}
     *
     * @param command for example {@code core show channels count}
     */
    public String console(String... command) {
        var arguments = new ArrayList<>(List.of("cli"));
        arguments.addAll(List.of(command));
        return execute(arguments.toArray(String[]::new));
    }

    /**
     * Registers a telephone; returns when it can ring.
     *
     * @param extension 201 to 208
     * @param options   of {@code testbed/asterisk phone}
     */
    public Process phone(String extension, String... options) {
        return ready("telephone " + extension, with(options, "phone", extension));
    }

    /**
     * Lets all telephones of the queue for load ring and answer; returns when they can ring.
     *
     * @param options of {@code testbed/asterisk phones}
     */
    public Process phones(String... options) {
        return ready("telephones", with(options, "phones"));
    }

    private Process ready(String what, List<String> arguments) {
        Process phone = spawn(arguments);
        BufferedReader output = phone.inputReader(StandardCharsets.UTF_8);
        try {
            String line = output.readLine();
            if (line == null || !line.contains("is ready")) {
                throw new AssertionError(what + ": " + line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phone;
    }

    /**
     * Dials from outside.
     *
     * @param number  what the caller dials
     * @param options of {@code testbed/asterisk call}
     * @return ends when the call is over, with 0 if it was answered and 4 if not
     */
    public Process call(String number, String... options) {
        return spawn(with(options, "call", number));
    }

    /**
     * Dials the queue for load from outside.
     *
     * @param perSecond calls a second
     * @param count     calls in all
     * @param numbers   a file of the callers' numbers, one in each line, which are taken in turn
     * @param options   of {@code testbed/asterisk calls}
     * @return ends when all calls are over, with 0 if all were answered
     */
    public Process calls(int perSecond, int count, Path numbers, String... options) {
        return spawn(with(options, "calls", Integer.toString(perSecond), Integer.toString(count), numbers.toString()));
    }

    /** {@return its process id} */
    public long pid() {
        try {
            return Long.parseLong(Files.readString(run.resolve("asterisk.pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(String[] options, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(options));
        return arguments;
    }

    /** Hangs up whatever these telephones of the house, and these callers from outside, are talking about. */
    public void hangUp(Collection<String> extensions, Collection<String> callers) {
        for (String line : console("core", "show", "channels", "concise").split("\n")) {
            String[] fields = line.split("!");
            if (fields.length > CONCISE_CALLER
                    && (callers.contains(fields[CONCISE_CALLER])
                            || extensions.stream().anyMatch(one -> fields[0].startsWith("PJSIP/" + one + "-")))) {
                console("channel", "request", "hangup", fields[0]);
            }
        }
    }

    /** Ends telephones and callers, all at once. */
    public static void end(Collection<Process> some) {
        some.forEach(Process::destroy);
        some.forEach(RealAsterisk::end);
    }

    /** Ends a telephone or a caller. */
    public static void end(Process child) {
        child.destroy();
        try {
            if (!child.waitFor(10, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(children);
        try {
            execute("stop");
        } finally {
            BLOCKS_TAKEN.remove(block);
        }
    }

    private Process spawn(List<String> arguments) {
        try {
            Process child = builder(arguments).start();
            children.add(child);
            Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String execute(String... arguments) {
        try {
            Path output = Files.createTempFile(run, "testbed", ".out");
            Process process =
                    builder(List.of(arguments)).redirectOutput(output.toFile()).start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "testbed/asterisk " + arguments[0] + " takes more than " + LIMIT.toSeconds() + " s");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new AssertionError("testbed/asterisk " + arguments[0] + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("ZURUF_ASTERISK", version);
        environment.put("ZURUF_TESTBED_RUN", run.toString());
        environment.put("ZURUF_ASTERISK_CLOCK", clock);
        environment.put("ZURUF_AMI_PORT", Integer.toString(amiPort));
        environment.put("ZURUF_AMI_TLS_PORT", Integer.toString(settings.tls()));
        environment.put("ZURUF_AGI_PORT", Integer.toString(agiPort));
        environment.put("ZURUF_SIP_PORT", Integer.toString(settings.sip()));
        environment.put("ZURUF_PHONE_PORT", Integer.toString(settings.phone()));
        environment.put("ZURUF_CALLER_PORTS", (settings.phone() + 50) + "-" + (settings.phone() + 99));
        environment.put("ZURUF_LOAD_PHONES", Integer.toString(loadPhones));
        environment.put("ZURUF_RTP_PORTS", settings.rtp() + "-" + (settings.rtp() + 399));
        return builder;
    }
}

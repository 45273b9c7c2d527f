package de.zuruf.system.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One server process from the built EAR and the checked-in configuration, with a port, a data directory and logs of its own.
 *
 * <p>Directories come from the system properties {@code liberty.home} (the unpacked runtime), {@code server.usr} (where
 * servers are created) and {@code checkout} (the root of the sources).
 */
public final class ZurufServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    private final String name;
    private final Path home;
    private final Path libertyHome;
    private final Path usr;
    private final int port;
    private final List<String> jvmOptions;
    private final boolean closesDatabaseOnExit;
    private final Map<String, String> environment;
    private Process process;

    private ZurufServer(Builder builder) {
        name = builder.name;
        libertyHome = directory("liberty.home");
        usr = directory("server.usr");
        home = usr.resolve("servers").resolve(name);
        port = builder.port == 0 ? Ports.free() : builder.port;
        jvmOptions = List.copyOf(builder.jvmOptions);
        closesDatabaseOnExit = builder.closesDatabaseOnExit;
        environment = Map.copyOf(builder.environment);
        prepare(builder);
    }

    /**
     * {@return a description of a server that is to be made}
     *
     * @param name the server's and its directory's name
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** {@return the root of the sources} */
    public static Path checkout() {
        return directory("checkout");
    }

    private static Path directory(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "system property " + property + " is not set; run by Maven (see docs/testing.md)");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private void prepare(Builder builder) {
        try {
            if (Files.exists(home)) {
                deleteTree(home);
            }
            copyTree(checkout().resolve("server-config"), home);
            Path apps = Files.createDirectories(home.resolve("apps"));
            Files.copy(
                    checkout().resolve("ear/target/zuruf.ear"),
                    apps.resolve("zuruf.ear"),
                    StandardCopyOption.REPLACE_EXISTING);
            for (Map.Entry<String, String> file : builder.files.entrySet()) {
                Files.writeString(home.resolve(file.getKey()), file.getValue());
            }
            Map<String, String> settings = new TreeMap<>();
            settings.put("zuruf.http.host", "127.0.0.1");
            settings.put("zuruf.http.port", Integer.toString(port));
            settings.put("zuruf.data", data().toString());
            settings.put("zuruf.datasource.variant", builder.database.variant());
            settings.putAll(builder.database.settings());
            settings.putAll(builder.settings);
            var lines = new StringBuilder("\n# The server under test; the last value of a name counts.\n");
            settings.forEach((key, value) -> lines.append(key)
                    .append('=')
                    .append(value.replace("\\", "\\\\"))
                    .append('\n'));
            Files.writeString(
                    home.resolve("bootstrap.properties"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare the server " + name, e);
        }
    }

    /**
     * Starts the process and waits until it reports that it is ready.
     *
     * @return the time from the start of the process to the first answer that it is ready
     */
    public Duration start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        long begin = System.nanoTime();
        var options = new ArrayList<String>();
        options.add("-javaagent:" + libertyHome.resolve("bin/tools/ws-javaagent.jar"));
        // What bin/server does before it becomes java; without the script in between the process can be killed by its
        // id.
        options.addAll(readOptions(libertyHome.resolve("lib/platform/java/java9.options")));
        options.addAll(readOptions(home.resolve("jvm.options")));
        options.addAll(jvmOptions);
        // Where only behaviour is tested, the build asks for a machine that starts sooner and never gets as fast.
        Optional.ofNullable(System.getProperty("server.option")).ifPresent(options::add);
        process = launched(options, name);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        var ready = HttpRequest.newBuilder(base().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Await.until("server " + name + " is ready, see " + home.resolve("logs"), START_LIMIT, () -> {
            if (!process.isAlive()) {
                // Not an exception: those are retried.
                throw new StartFailed(name + " ended with " + process.exitValue() + "; see " + home.resolve("logs"));
            }
            if (log().contains("CWWKZ0002E")) {
                throw new StartFailed("the application of " + name + " cannot be started; see " + home.resolve("logs"));
            }
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        });
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** {@return Liberty's launcher, at work on this server} */
    private Process launched(List<String> options, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-jar");
        command.add(libertyHome.resolve("bin/tools/ws-server.jar").toString());
        command.addAll(List.of(arguments));
        try {
            Path console = Files.createDirectories(home.resolve("logs")).resolve("console.log");
            var builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
            builder.environment().put("WLP_USER_DIR", usr.toString());
            builder.environment().put("WLP_OUTPUT_DIR", usr.resolve("servers").toString());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot launch the server " + name, e);
        }
    }

    private static List<String> readOptions(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the server says that it can be used: customers are loaded, the telephone system is connected, and where
     * the demo is on its accounts exist.
     */
    public void awaitUsable() {
        awaitLogged("ZURUF0001I");
    }

    /** Waits until this run of the server has logged the text. */
    public void awaitLogged(String text) {
        Await.until(name + " logs " + text + ", see " + home.resolve("logs"), START_LIMIT, () -> log().contains(text));
    }

    /** {@return what this run of the server has logged so far} */
    public String log() throws IOException {
        return Files.readString(home.resolve("logs/messages.log"));
    }

    /** Ends the process as a power failure would: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** Ends the process in good order. */
    public void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        if (closesDatabaseOnExit) {
            // A signal would run the database's shutdown hook beside the server's, which still writes.
            waitForEnd(launched(List.of(), name, "--stop"));
        } else {
            process.destroy();
        }
        waitForEnd();
    }

    private void waitForEnd() {
        waitForEnd(process);
    }

    private void waitForEnd(Process process) {
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " did not end within " + STOP_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** {@return the address of the front page, ending in a slash} */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** {@return the server's data directory: database, drop folder, export} */
    public Path data() {
        return home.resolve("data");
    }

    /** {@return the server's directory} */
    public Path home() {
        return home;
    }

    /** {@return the process id} */
    public long pid() {
        return process.pid();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void deleteTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException problem) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** It will never be ready. An error, because {@link Await} retries exceptions. */
    private static final class StartFailed extends Error {
        private static final long serialVersionUID = 1;

        StartFailed(String message) {
            super(message);
        }
    }

    /** What a server is to be like. */
    public static final class Builder {
        private final String name;
        private Database database = Database.embedded();
        private int port;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> files = new LinkedHashMap<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<String> jvmOptions = new ArrayList<>();
        private boolean closesDatabaseOnExit;

        private Builder(String name) {
            this.name = name;
        }

        /** Uses this database instead of the embedded one. */
        public Builder database(Database wanted) {
            database = wanted;
            return this;
        }

        /** Listens on this port instead of on a free one. */
        public Builder port(int wanted) {
            port = wanted;
            return this;
        }

        /** Adds a line to bootstrap.properties. */
        public Builder setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        /** Adds a file to the server's directory. */
        public Builder file(String path, String content) {
            files.put(path, content);
            return this;
        }

        /** Adds a variable to the process' environment. */
        public Builder environment(String key, String value) {
            environment.put(key, value);
            return this;
        }

        /** Says that the database is closed when the process ends, so that the server must have ended before. */
        public Builder closesDatabaseOnExit() {
            closesDatabaseOnExit = true;
            return this;
        }

        /** Adds an option of the Java virtual machine, after those of jvm.options. */
        public Builder jvmOption(String option) {
            jvmOptions.add(option);
            return this;
        }

        /** {@return the server, prepared and not started} */
        public ZurufServer prepare() {
            return new ZurufServer(this);
        }
    }
}

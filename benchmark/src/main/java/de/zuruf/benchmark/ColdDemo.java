package de.zuruf.benchmark;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The README's first command on a machine that has never seen Maven download anything: a fresh clone, an empty local repository,
 * an empty data directory, until a person can sign in and find a customer.
 */
final class ColdDemo {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private ColdDemo() {}

    static double seconds(Path scratch, String user, String password) throws IOException, InterruptedException {
        Path clone = scratch.resolve("clone");
        run(List.of("git", "clone", "-q", ZurufServer.checkout().toString(), clone.toString()));
        int port = Ports.free();
        Path home = Files.createDirectories(scratch.resolve("home"));
        var command = new ProcessBuilder(
                        "mvn",
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + scratch.resolve("repository"),
                        "-Dliberty.var.zuruf.http.port=" + port,
                        "-Dliberty.var.zuruf.demo.pbx.port=" + Ports.free(),
                        "-Dliberty.var.zuruf.data=" + home.resolve("data"),
                        "liberty:run")
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("cold-demo.log").toFile());
        long begin = System.nanoTime();
        Process maven = command.start();
        try {
            var base = java.net.URI.create("http://localhost:" + port + "/");
            Await.until("the demo is usable, see " + scratch.resolve("cold-demo.log"), LIMIT, () -> {
                if (!maven.isAlive()) {
                    throw new AssertionError("the command ended; see " + scratch.resolve("cold-demo.log"));
                }
                // Sign-in attempts before there are accounts would be taken for guessing.
                return Files.readString(scratch.resolve("cold-demo.log")).contains("ZURUF0001I")
                        && !ApiClient.signedIn(base, user, password)
                                .get("customers?q=GmbH")
                                .expect(200)
                                .array()
                                .isEmpty();
            });
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            List<ProcessHandle> all = maven.descendants().toList();
            maven.destroy();
            all.forEach(ProcessHandle::destroy);
            for (ProcessHandle process : all) {
                process.onExit()
                        .orTimeout(40, java.util.concurrent.TimeUnit.SECONDS)
                        .exceptionally(late -> {
                            process.destroyForcibly();
                            return process;
                        })
                        .join();
            }
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}

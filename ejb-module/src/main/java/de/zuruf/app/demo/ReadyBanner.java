package de.zuruf.app.demo;

import de.zuruf.app.call.PbxState;
import de.zuruf.app.mirror.MirrorSynchronised;
import de.zuruf.app.operation.ServerRun;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on the console that everything is there, where to go and how to get in. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReadyBanner {
    /** Liberty shows on the console what is at least this important. */
    private static final Level AUDIT = new Level("AUDIT", 850) {
        private static final long serialVersionUID = 1L;
    };

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int ANSWER_ATTEMPTS = 40;
    private static final int ANSWER_PAUSE_MILLIS = 250;

    private static final Logger LOG = Logger.getLogger(ReadyBanner.class.getName());

    @Inject
    private DemoSettings settings;

    @Inject
    private DemoAccounts accounts;

    @Inject
    @ConfigProperty(name = "zuruf.http.host", defaultValue = "localhost")
    private String host;

    @Inject
    @ConfigProperty(name = "zuruf.http.port", defaultValue = "9080")
    private String port;

    @Inject
    private ServerRun run;

    @Resource
    private ManagedScheduledExecutorService executor;

    private boolean loaded;
    private boolean connected;
    private boolean said;

    /** Notes that customers are there. */
    public void synchronised(@Observes MirrorSynchronised synchronised) {
        if (settings.on() && (!loaded || synchronised.changes() > 0)) {
            accounts.create();
        }
        say(true, connected);
    }

    /** Notes that a telephone system is heard. */
    public void connected(@Observes(during = TransactionPhase.AFTER_SUCCESS) PbxState state) {
        say(loaded, connected || state.connected());
    }

    private synchronized void say(boolean isLoaded, boolean isConnected) {
        loaded = isLoaded;
        connected = isConnected;
        if (said || !loaded || !(connected || !settings.on())) {
            return;
        }
        said = true;
        // Not on the thread that has just loaded customers or heard the telephone system: an answer may take its time.
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
        executor.execute(() -> announce(client, ANSWER_ATTEMPTS));
    }

    /** The server starts its application even when its port is taken; only an answer of our own shows that it is not. */
    private void announce(HttpClient client, int attempts) {
        var address = "http://" + host + ":" + port + "/";
        if (ours(client, address)) {
            ready(address);
        } else if (attempts > 1) {
            executor.schedule(() -> announce(client, attempts - 1), ANSWER_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            LOG.log(
                    Level.SEVERE,
                    "ZURUF0003E Zuruf runs but cannot be reached at {0}: another program uses port {1}. End that program, or"
                            + " choose another port with zuruf.http.port (mvn liberty:run"
                            + " -Dliberty.var.zuruf.http.port=9081), and start again.",
                    new Object[] {address, port});
        }
    }

    private boolean ours(HttpClient client, String address) {
        var request = HttpRequest.newBuilder(URI.create(address.replace("//*:", "//localhost:") + "health/live"))
                .timeout(ANSWER_LIMIT)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null && answer.body().contains(run.mark()))
                .join();
    }

    private void ready(String address) {
        LOG.log(AUDIT, "ZURUF0001I Zuruf is ready: {0}", address);
        if (settings.on()) {
            LOG.log(AUDIT, "ZURUF0002I Demo accounts, password \"{0}\": {1}", new Object[] {
                DemoAccounts.PASSWORD,
                DemoAccounts.all().stream()
                        .map(a -> a.login() + " (" + a.role() + ")")
                        .collect(Collectors.joining(", "))
            });
        }
    }
}

package de.zuruf.app.demo;

import de.zuruf.app.call.PbxState;
import de.zuruf.app.mirror.MirrorSynchronised;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
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
        LOG.log(AUDIT, "ZURUF0001I Zuruf is ready: http://{0}:{1}/", new Object[] {host, port});
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

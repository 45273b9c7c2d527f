package de.zuruf.app.demo;

import de.zuruf.demopbx.DemoPbx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The stand-in telephone system of the demo. The connector talks with it as with a real one, over TCP. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class DemoTelephony {
    private static final Logger LOG = Logger.getLogger(DemoTelephony.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private DemoSettings settings;

    @Inject
    private Clock clock;

    private DemoPbx pbx;

    @PostConstruct
    void start() {
        if (!settings.on()) {
            return;
        }
        var starting = new DemoPbx(settings.port(), settings.user(), settings.password(), executor, clock);
        try {
            settings.queues().forEach(starting::queue);
            settings.members()
                    .forEach(member -> starting.queue(settings.queues().get(0), member));
            starting.start();
            pbx = starting;
        } catch (IOException e) {
            LOG.log(
                    Level.SEVERE,
                    "ZURUF2401E The demo PBX cannot listen on port {0}: {1}. Another Zuruf may be running; set"
                            + " zuruf.demo.pbx.port to a free port.",
                    new Object[] {String.valueOf(settings.port()), e.getMessage()});
        }
    }

    /** {@return the stand-in; empty when the demo is off or its port was taken} */
    public Optional<DemoPbx> pbx() {
        return Optional.ofNullable(pbx);
    }

    @PreDestroy
    void stop() {
        if (pbx != null) {
            pbx.close();
        }
    }
}

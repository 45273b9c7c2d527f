package de.zuruf.app.mirror;

import de.zuruf.app.people.StaffDirectory;
import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.crm.spi.CrmUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the CRM adapter for changes at an interval. Setting {@code zuruf.crm.poll-seconds}: seconds between two passes;
 * default 10, 0 switches the passes off.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class MirrorSync {
    private static final Logger LOG = Logger.getLogger(MirrorSync.class.getName());
    private static final int BATCH = 500;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "zuruf.crm.poll-seconds", defaultValue = "10")
    private int pollSeconds;

    @Inject
    private CrmConnection crm;

    @Inject
    private MirrorLoader loader;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private StaffDirectory staff;

    @Inject
    private SchemaMigration schema;

    @Inject
    private Event<MirrorTaken> taken;

    @Inject
    private Event<MirrorSynchronised> synchronised;

    private final AtomicBoolean running = new AtomicBoolean();
    private boolean down;

    @PostConstruct
    void start() {
        // A wrong setting shall be told now, not at the first call.
        numbers.plan();
        schema.await();
        if (pollSeconds > 0) {
            timers.createIntervalTimer(100, pollSeconds * 1000L, new TimerConfig(null, false));
        }
    }

    /** One pass: takes all that the CRM has to tell. A pass that is still running makes the next one wait its turn. */
    @Timeout
    public void pass() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            var changes = take();
            if (changes > 0) {
                staff.clear();
            }
            taken.fire(new MirrorTaken(changes));
            if (down) {
                LOG.log(Level.INFO, "ZURUF2112I The CRM answers again.");
            }
            down = false;
            synchronised.fire(new MirrorSynchronised(changes));
        } catch (CrmUnavailableException e) {
            if (!down) {
                LOG.log(
                        Level.WARNING,
                        "ZURUF2111W The CRM cannot be read now and will be tried again: {0}",
                        e.getMessage());
            }
            down = true;
        } finally {
            running.set(false);
        }
    }

    private int take() {
        var adapter = crm.adapter();
        var cursor = loader.cursor(crm.id());
        Long run = null;
        var changes = 0;
        while (true) {
            var batch = adapter.changesSince(cursor, BATCH);
            if (batch.changes().isEmpty()) {
                if (!batch.next().equals(cursor)) {
                    loader.move(crm.id(), batch.next());
                }
                break;
            }
            if (run == null) {
                run = loader.begin(crm.id());
            }
            loader.apply(crm.id(), run, batch);
            changes += batch.changes().size();
            cursor = batch.next();
        }
        if (run != null) {
            loader.finish(run);
            LOG.log(Level.INFO, "ZURUF2110I {0} changes of the CRM have been applied to the mirror.", changes);
        }
        return changes;
    }
}

package de.zuruf.app.outbox;

import de.zuruf.app.mirror.CrmConnection;
import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.crm.spi.CrmRejectedException;
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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Delivers what is due. The CRM is written to outside any transaction; a crash between its reply and our note of it
 * leads to a second write with the same key, which the adapter recognises. Setting {@code zuruf.outbox.poll-seconds}:
 * seconds between two looks; default 2.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class OutboxDelivery {
    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class.getName());
    private static final int SLICE = 100;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "zuruf.outbox.poll-seconds", defaultValue = "2")
    private int pollSeconds;

    @Inject
    private Outbox outbox;

    @Inject
    private CrmConnection crm;

    @Inject
    private SchemaMigration schema;

    @Inject
    @Any
    private Instance<ActivitySource> sources;

    private final AtomicBoolean running = new AtomicBoolean();

    @PostConstruct
    void start() {
        schema.await();
        timers.createIntervalTimer(1000, pollSeconds * 1000L, new TimerConfig(null, false));
    }

    /** Delivers all that is due, unless a delivery is under way. */
    @Timeout
    public void deliver() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            while (slice()) {
                // Go on until nothing is due.
            }
        } finally {
            running.set(false);
        }
    }

    private boolean slice() {
        var due = outbox.due(SLICE);
        for (var item : due) {
            try {
                var activity = sources.stream()
                        .filter(s -> s.composes(item.kind()))
                        .findFirst()
                        .flatMap(s -> s.compose(item.kind(), item.subjectId()));
                if (activity.isEmpty()) {
                    outbox.failed(item.id(), "The subject no longer exists.");
                    continue;
                }
                var reference = crm.adapter().write(activity.get(), item.idempotencyKey());
                outbox.delivered(item.id(), reference.type() + ":" + reference.id());
            } catch (CrmUnavailableException e) {
                LOG.log(Level.WARNING, "ZURUF2201W The CRM takes nothing now, {0} waits: {1}", new Object[] {
                    item.idempotencyKey(), e.getMessage()
                });
                outbox.postponed(item.id(), e.getMessage());
                return false; // The next one would meet the same closed door.
            } catch (CrmRejectedException e) {
                LOG.log(Level.WARNING, "ZURUF2202W The CRM refuses {0}: {1}", new Object[] {
                    item.idempotencyKey(), e.getMessage()
                });
                outbox.failed(item.id(), e.getMessage());
            } catch (RuntimeException e) {
                // Whatever is wrong with this one, it must not keep the others from getting through.
                LOG.log(Level.SEVERE, "ZURUF2203E " + item.idempotencyKey() + " could not be delivered and waits", e);
                outbox.postponed(item.id(), e.toString());
            }
        }
        return due.size() == SLICE;
    }
}

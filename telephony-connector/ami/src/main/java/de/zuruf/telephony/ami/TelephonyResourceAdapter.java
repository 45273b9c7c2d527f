package de.zuruf.telephony.ami;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkAdapter;
import jakarta.resource.spi.work.WorkEvent;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.transaction.xa.XAResource;

/**
 * The resource adapter. For each activation it runs two Works: one keeps the session ({@link PbxWork}), one delivers
 * ({@link CallEventPump}); a bounded queue lies between them. A third writes the {@link Journal}, if there is to be one. What
 * the dialplan asks comes the other way round, see {@link RoutingServer}.
 */
@Connector(
        displayName = "Zuruf Telephony",
        description = "Calls of an Asterisk telephone system",
        vendorName = "Zuruf",
        eisType = "Asterisk",
        version = "0.1",
        transactionSupport = TransactionSupportLevel.NoTransaction)
public class TelephonyResourceAdapter implements ResourceAdapter, Serializable {

    private static final long serialVersionUID = 1L;

    /** An event in hand may take that long to be processed while the application stops. */
    private static final long STOP_SECONDS = 10;

    private transient Clock clock = Clock.systemUTC();
    private transient WorkManager workManager;
    private transient Map<MessageEndpointFactory, Activation> activations = new ConcurrentHashMap<>();
    private transient Map<MessageEndpointFactory, RoutingServer> routing = new ConcurrentHashMap<>();

    private record Activation(TelephonyActivationSpec spec, PbxWork session, CallEventPump pump, Journal journal) {}

    /** For the container. */
    public TelephonyResourceAdapter() {}

    @Override
    public void start(BootstrapContext context) {
        workManager = context.getWorkManager();
    }

    @Override
    public void stop() {
        activations.keySet().forEach(this::deactivate);
        routing.keySet().forEach(this::deactivateRouting);
    }

    @Override
    public void endpointActivation(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
        if (spec instanceof RoutingActivationSpec questions) {
            activateRouting(endpoints, questions);
            return;
        }
        if (!(spec instanceof TelephonyActivationSpec telephony)) {
            throw new NotSupportedException("Not a telephony activation: " + spec.getClass());
        }
        telephony.validate();
        if (!telephony.inUse()) {
            return;
        }
        String pbx = telephony.getPbx();
        if (activations.values().stream()
                .anyMatch(other -> other.spec().getPbx().equals(pbx))) {
            // Its calls could not be told from the other's.
            OperatorMessage.ZURUF1016E.log(pbx, telephony.getHost(), String.valueOf(telephony.getPort()));
            return;
        }
        BlockingQueue<Inbound> queue = new ArrayBlockingQueue<>(telephony.getQueueCapacity());
        PbxTranslator translator = new PbxTranslator(
                pbx, telephony.internalContextNames(), context -> OperatorMessage.ZURUF1010I.log(pbx, context));
        Journal journal = journal(telephony);
        Consumer<Inbound> record = journal == null ? item -> {} : journal;
        Activation activation = new Activation(
                telephony,
                new PbxWork(telephony, queue, clock),
                new CallEventPump(endpoints, queue, translator, pbx, record),
                journal);
        activations.put(endpoints, activation);
        schedule(activation.pump(), pbx);
        // On a thread of its own: a PBX that is absent must not keep the application from starting.
        schedule(activation.session(), pbx);
    }

    /** {@return a journal that is being written; null when none is asked for, or the server gives no thread for it} */
    private Journal journal(TelephonyActivationSpec telephony) {
        Path directory = telephony.journalFolder();
        if (directory == null) {
            return null;
        }
        String pbx = telephony.getPbx();
        JournalFiles files = new JournalFiles(
                directory, JournalFiles.Limits.of(telephony.getJournalHours(), telephony.getJournalMegabytes()));
        Journal journal = new Journal(pbx, telephony.internalContextNames(), files, clock);
        try {
            schedule(journal, OperatorMessage.ZURUF1015E, pbx);
            return journal;
        } catch (WorkException e) {
            OperatorMessage.ZURUF1015E.log(e, pbx);
            return null;
        }
    }

    private void schedule(Work work, String pbx) throws WorkException {
        schedule(work, OperatorMessage.ZURUF1009E, pbx);
    }

    private void schedule(Work work, OperatorMessage failure, String pbx) throws WorkException {
        workManager.scheduleWork(work, WorkManager.INDEFINITE, null, new WorkAdapter() {
            @Override
            public void workRejected(WorkEvent event) {
                failure.log(event.getException(), pbx);
            }

            @Override
            public void workCompleted(WorkEvent event) {
                if (event.getException() != null) {
                    failure.log(event.getException(), pbx);
                }
            }
        });
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory endpoints, ActivationSpec spec) {
        deactivate(endpoints);
        deactivateRouting(endpoints);
    }

    private void deactivate(MessageEndpointFactory endpoints) {
        Activation activation = activations.remove(endpoints);
        if (activation == null) {
            return;
        }
        activation.session().release();
        activation.pump().release();
        try {
            // Nothing may be delivered to an application that is gone.
            activation.pump().awaitEnd(STOP_SECONDS);
            if (activation.journal() != null) {
                activation.journal().release();
                activation.journal().awaitEnd(STOP_SECONDS);
            }
            activation.session().awaitEnd(STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void activateRouting(MessageEndpointFactory endpoints, RoutingActivationSpec spec)
            throws ResourceException {
        spec.validate();
        if (spec.getPort() == 0) {
            return;
        }
        RoutingServer server = new RoutingServer(spec, endpoints, workManager);
        routing.put(endpoints, server);
        schedule(server, OperatorMessage.ZURUF1036E, spec.getPbx());
    }

    private void deactivateRouting(MessageEndpointFactory endpoints) {
        RoutingServer server = routing.remove(endpoints);
        if (server == null) {
            return;
        }
        server.release();
        try {
            server.awaitEnd(STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    /** {@return the live session with a telephone system; null when there is none} */
    AmiSession session(String pbx) {
        return activations.values().stream()
                .filter(activation -> activation.spec().getPbx().equals(pbx))
                .map(activation -> activation.session().current())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean equals(Object other) {
        // One instance per application; the specification asks for both methods.
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

package de.zuruf.benchmark;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEventListener;
import de.zuruf.telephony.ami.TelephonyActivationSpec;
import de.zuruf.telephony.ami.TelephonyResourceAdapter;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.transaction.xa.XAResource;

/**
 * The product's resource adapter, whole and as delivered, with this class in the place of the application server: its threads are
 * a pool's, its message-driven bean counts, and its transactions are none.
 */
final class ConnectorReceiver implements FrameReceiver, BootstrapContext, WorkManager, MessageEndpointFactory {

    private final ExecutorService threads;
    private final TelephonyResourceAdapter adapter = new TelephonyResourceAdapter();
    private final TelephonyActivationSpec spec = new TelephonyActivationSpec();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final AtomicLong ended = new AtomicLong();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong disconnected = new AtomicLong();

    /**
     * @param journal folder for the journal, null for none
     */
    ConnectorReceiver(int port, ExecutorService threads, Path journal)
            throws ResourceException, IOException, InterruptedException {
        this.threads = threads;
        spec.setHost("127.0.0.1");
        spec.setPort(port);
        spec.setUser("zuruf");
        spec.setPassword("zuruf");
        spec.setInternalContexts("internal");
        if (journal != null) {
            spec.setJournalDirectory(journal.toString());
            // Nothing may be deleted before it is counted.
            spec.setJournalMegabytes(100_000);
        }
        adapter.start(this);
        adapter.endpointActivation(this, spec);
        if (!connected.await(30, TimeUnit.SECONDS)) {
            close();
            throw new IOException("the resource adapter does not reach the telephone system");
        }
    }

    private final class Endpoint implements MessageEndpoint, CallEventListener {
        @Override
        public void beforeDelivery(Method method) {}

        @Override
        public void onCallEvents(List<CallEvent> told) {
            for (CallEvent event : told) {
                if (event instanceof CallEvent.OfCall) {
                    events.incrementAndGet();
                    if (event instanceof CallEvent.Ended) {
                        ended.incrementAndGet();
                    }
                } else if (event instanceof CallEvent.Connected) {
                    connected.countDown();
                } else if (event instanceof CallEvent.Disconnected) {
                    disconnected.incrementAndGet();
                }
            }
        }

        @Override
        public void afterDelivery() {}

        @Override
        public void release() {}
    }

    @Override
    public long done() {
        return ended.get();
    }

    @Override
    public long each(FrameStream stream) {
        return stream.calls();
    }

    @Override
    public boolean exact(FrameStream stream, long repetitions) {
        return done() == repetitions * stream.calls()
                && events.get() == repetitions * stream.events()
                && disconnected.get() == 0;
    }

    @Override
    public void close() {
        adapter.endpointDeactivation(this, spec);
        adapter.stop();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) {
        return new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) {
        return new Endpoint();
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return true;
    }

    @Override
    public String getActivationName() {
        return "benchmark";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Endpoint.class;
    }

    @Override
    public void scheduleWork(Work work) {
        threads.execute(work);
    }

    @Override
    public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        threads.execute(work);
    }

    @Override
    public void doWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WorkManager getWorkManager() {
        return this;
    }

    @Override
    public XATerminator getXATerminator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer createTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> context) {
        return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        throw new UnsupportedOperationException();
    }
}

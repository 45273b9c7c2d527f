package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEventListener;
import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingListener;
import de.zuruf.telephony.RoutingRequest;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.transaction.xa.XAResource;

/** As much of an application server as the resource adapter needs, and stricter about the order of its calls. */
final class Container implements BootstrapContext, WorkManager, MessageEndpointFactory, AutoCloseable {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<CallEvent> delivered = new ArrayList<>();
    private final List<List<CallEvent>> deliveries = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private volatile Consumer<CallEvent> listener = event -> {};
    private volatile int unavailable;
    private volatile boolean commitFails;
    private volatile Function<RoutingRequest, RoutingAnswer> router = request -> RoutingAnswer.NOTHING;

    /** What the message-driven bean does; it may throw. */
    void listener(Consumer<CallEvent> listener) {
        this.listener = listener;
    }

    /** What the bean that is asked by the dialplan answers; it may throw. */
    void router(Function<RoutingRequest, RoutingAnswer> router) {
        this.router = router;
    }

    void unavailableFor(int endpoints) {
        unavailable = endpoints;
    }

    void failNextCommit() {
        commitFails = true;
    }

    /** The events whose transaction was committed, in order. */
    List<CallEvent> delivered() {
        lock.lock();
        try {
            return List.copyOf(delivered);
        } finally {
            lock.unlock();
        }
    }

    /** The same, grouped by transaction. */
    List<List<CallEvent>> deliveries() {
        lock.lock();
        try {
            return List.copyOf(deliveries);
        } finally {
            lock.unlock();
        }
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    List<CallEvent> await(Predicate<List<CallEvent>> condition) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(20);
        lock.lock();
        try {
            while (!condition.test(delivered)) {
                left = changed.awaitNanos(left);
                if (left <= 0) {
                    throw new AssertionError("Not reached; delivered was:\n" + Frames.story(delivered));
                }
            }
            return List.copyOf(delivered);
        } finally {
            lock.unlock();
        }
    }

    List<CallEvent> await(Class<? extends CallEvent> kind, int times) throws InterruptedException {
        return await(events -> events.stream().filter(kind::isInstance).count() >= times);
    }

    /** Returns when each Work that was scheduled has come to its end; none can be scheduled after that. */
    void awaitWorks() throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
            throw new AssertionError("A Work does not end");
        }
    }

    private final class Endpoint implements MessageEndpoint, CallEventListener, RoutingListener {
        private List<CallEvent> inHand;
        private boolean within;
        private boolean failed;
        private boolean released;

        @Override
        public void beforeDelivery(Method method) throws NoSuchMethodException {
            check(!within && !released, "beforeDelivery within a delivery");
            check(method.getName().equals("onCallEvents"), "the listener's method");
            within = true;
            failed = false;
            inHand = null;
        }

        @Override
        public void onCallEvents(List<CallEvent> events) {
            check(within && inHand == null, "delivery without beforeDelivery, or two in one");
            inHand = events;
            failed = true;
            events.forEach(listener);
            failed = false;
        }

        @Override
        public RoutingAnswer route(RoutingRequest request) {
            check(!released, "a question to an endpoint that was given back");
            return router.apply(request);
        }

        @Override
        public void afterDelivery() throws ResourceException {
            check(within, "afterDelivery without beforeDelivery");
            within = false;
            if (commitFails) {
                commitFails = false;
                throw new ResourceException("rolled back");
            }
            if (!failed) {
                lock.lock();
                try {
                    delivered.addAll(inHand);
                    deliveries.add(inHand);
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        }

        @Override
        public void release() {
            check(!within, "release within a delivery");
            released = true;
        }
    }

    private synchronized void check(boolean right, String what) {
        if (!right) {
            violations.add(what);
        }
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        if (unavailable > 0) {
            unavailable--;
            throw new UnavailableException("still starting");
        }
        return new Endpoint();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return true;
    }

    @Override
    public String getActivationName() {
        return "test";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Endpoint.class;
    }

    @Override
    public void scheduleWork(Work work) {
        executor.execute(work);
    }

    @Override
    public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener workListener) {
        executor.execute(work);
    }

    @Override
    public void doWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void doWork(Work work, long timeout, ExecutionContext context, WorkListener workListener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long startWork(Work work, long timeout, ExecutionContext context, WorkListener workListener) {
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

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

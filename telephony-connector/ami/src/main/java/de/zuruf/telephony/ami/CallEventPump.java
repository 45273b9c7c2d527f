package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEventListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes what was received, translates it and delivers the events of one telephone system, one after the other: a single
 * Work, because two would overtake each other.
 *
 * <p>A call that arrives is on nobody's screen before a telephone rings. When it rings at once, both are one
 * transaction: an arrival waits a moment for the event that follows. So does the end of a talk, which mostly is the call's, and
 * what happens to a queue, which mostly happens because of a call.
 *
 * <p>An event whose transaction failed is delivered again after a pause, and given up after {@value #ATTEMPTS} attempts, so
 * that one bad event cannot hold up all calls for ever.
 */
final class CallEventPump implements Work {

    static final int ATTEMPTS = 5;

    /**
     * How long an arrival waits for what follows. Not longer: when the telephone rings a little later, the arrival has
     * been dealt with meanwhile, and only the ring is left to be shown.
     */
    private static final long HELD_MILLIS = 1;

    /** So many arrivals wait at most; after a reconnect they may come without end. */
    private static final int HELD = 32;

    private static final long IDLE_MILLIS = 500;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long UNAVAILABLE_PAUSE_MILLIS = 250;
    private static final Method LISTENER_METHOD = listenerMethod();

    private final MessageEndpointFactory endpoints;
    private final BlockingQueue<Inbound> queue;
    private final PbxTranslator translator;
    private final String pbx;
    private final Consumer<Inbound> journal;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<CallEvent> held = new ArrayList<>();
    private long heldUntil;
    private MessageEndpoint endpoint;

    /**
     * @param journal told each item immediately before it is translated; must return at once and throw nothing
     */
    CallEventPump(
            MessageEndpointFactory endpoints,
            BlockingQueue<Inbound> queue,
            PbxTranslator translator,
            String pbx,
            Consumer<Inbound> journal) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.translator = translator;
        this.pbx = pbx;
        this.journal = journal;
    }

    private static Method listenerMethod() {
        try {
            return CallEventListener.class.getMethod("onCallEvents", List.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                Inbound item = queue.poll(patience(), TimeUnit.NANOSECONDS);
                if (item != null) {
                    for (CallEvent event : translate(item)) {
                        // After a reconnect they are as many as there are calls: longer than anybody waits for the end.
                        if (stopped.getCount() == 0) {
                            break;
                        }
                        take(event);
                    }
                } else {
                    deliverHeld();
                }
            }
            deliverHeld();
        } catch (InterruptedException e) {
            // The container ends its threads.
            Thread.currentThread().interrupt();
        } finally {
            releaseEndpoint();
            ended.countDown();
        }
    }

    /** {@return how long to wait for the next item, in nanoseconds} */
    private long patience() {
        return held.isEmpty() ? TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS) : heldUntil - System.nanoTime();
    }

    private void take(CallEvent event) throws InterruptedException {
        if (held.isEmpty()) {
            heldUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS);
        }
        held.add(event);
        boolean more = event instanceof CallEvent.Arrived
                || event instanceof CallEvent.TalkEnded
                || event instanceof CallEvent.OfQueue;
        if (!more || held.size() == HELD) {
            deliverHeld();
        }
    }

    private void deliverHeld() throws InterruptedException {
        if (held.isEmpty()) {
            return;
        }
        List<CallEvent> events = List.copyOf(held);
        held.clear();
        if (events.size() == 1 || !deliveredTogether(events)) {
            for (CallEvent event : events) {
                deliver(event);
            }
        }
    }

    private boolean deliveredTogether(List<CallEvent> events) {
        try {
            attempt(events);
            return true;
        } catch (Exception | LinkageError e) {
            // Which of them is to blame turns out when each is delivered by itself.
            OperatorMessage.debug("Delivering " + events.size() + " call events one by one", e);
            releaseEndpoint();
            return false;
        }
    }

    private List<CallEvent> translate(Inbound item) {
        journal.accept(item);
        try {
            if (item instanceof Inbound.Frame received) {
                return translator.translate(received.frame(), received.at());
            }
            if (item instanceof Inbound.Closed closed) {
                return translator.sessionClosed(closed.at());
            }
            translator.sessionOpened();
            return List.of();
        } catch (RuntimeException e) {
            // A mistake of ours in one frame must not end the service for all calls.
            OperatorMessage.ZURUF1012E.log(e, pbx, String.valueOf(item));
            return List.of();
        }
    }

    private void deliver(CallEvent event) throws InterruptedException {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; ) {
            try {
                attempt(List.of(event));
                return;
            } catch (UnavailableException e) {
                // The application is still starting, or already stopping; that is no fault of the event's.
                OperatorMessage.debug("The message-driven bean takes no call events yet", e);
                if (stopped.await(UNAVAILABLE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                continue;
            } catch (Exception | LinkageError e) {
                releaseEndpoint();
                if (attempt == ATTEMPTS) {
                    OperatorMessage.ZURUF1008E.log(e, pbx, kind(event), call(event), String.valueOf(ATTEMPTS));
                    return;
                }
                OperatorMessage.ZURUF1007W.log(
                        e, pbx, kind(event), call(event), String.valueOf(attempt), String.valueOf(ATTEMPTS));
            }
            attempt++;
            if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                return;
            }
            pause *= 4;
        }
    }

    private void attempt(List<CallEvent> events) throws ResourceException, NoSuchMethodException {
        if (endpoint == null) {
            endpoint = endpoints.createEndpoint(null);
        }
        endpoint.beforeDelivery(LISTENER_METHOD);
        Throwable failure = null;
        try {
            ((CallEventListener) endpoint).onCallEvents(events);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            // Paired with beforeDelivery whatever happens: it ends the transaction.
            try {
                endpoint.afterDelivery();
            } catch (ResourceException | RuntimeException e) {
                if (failure == null) {
                    throw e;
                }
                failure.addSuppressed(e);
            }
        }
    }

    private static String kind(CallEvent event) {
        return event.getClass().getSimpleName();
    }

    private static String call(CallEvent event) {
        return event instanceof CallEvent.OfCall ofCall ? ofCall.call().linkedId() : "-";
    }

    private void releaseEndpoint() {
        if (endpoint != null) {
            endpoint.release();
            endpoint = null;
        }
    }

    /** Ends after the event in hand; called by the container when it shuts down. */
    @Override
    public void release() {
        stopped.countDown();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }
}

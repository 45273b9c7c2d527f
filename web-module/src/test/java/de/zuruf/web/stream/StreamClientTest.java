package de.zuruf.web.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StreamClientTest {
    private static final int QUEUE = 256;

    private final Browser browser = new Browser();
    private final StreamClient client = new StreamClient(browser, Runnable::run);

    /** Takes an event when the test says so. */
    private static class Browser implements SseEventSink {
        final List<OutboundSseEvent> handed = new ArrayList<>();
        final List<CompletableFuture<Void>> pending = new ArrayList<>();
        boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            handed.add(event);
            var taken = new CompletableFuture<Void>();
            pending.add(taken);
            return taken;
        }

        @Override
        public void close() {
            // As the server's does: it waits for what is under way.
            assertTrue(pending.stream().allMatch(CompletableFuture::isDone), "closing would wait");
            closed = true;
        }

        void takesNext() {
            pending.get(pending.size() - 1).complete(null);
        }
    }

    private static OutboundSseEvent event() {
        return (OutboundSseEvent) Proxy.newProxyInstance(
                StreamClientTest.class.getClassLoader(),
                new Class<?>[] {OutboundSseEvent.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "event";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void eventsAreHandedOverOneByOneInTheirOrder() {
        var events = Stream.generate(StreamClientTest::event).limit(4).toList();
        client.send(events.get(1));
        client.begin(events.get(0));
        client.send(events.get(2));
        assertEquals(events.subList(0, 1), browser.handed, "the next waits until the browser has taken this one");
        browser.takesNext();
        browser.takesNext();
        browser.takesNext();
        client.send(events.get(3));
        assertEquals(events, browser.handed);
    }

    @Test
    void aBrowserThatDoesNotReadIsCutOffWithoutWaitingForIt() {
        client.begin(event());
        for (int i = 0; i < QUEUE; i++) {
            client.send(event());
        }
        assertFalse(client.closed(), "so much it may be behind");
        client.send(event());
        assertTrue(client.closed());
        assertFalse(browser.closed, "what is being written cannot be taken back");

        browser.takesNext();
        assertTrue(browser.closed, "so that it comes back for a snapshot");
        assertEquals(1, browser.handed.size(), "of what it has missed it needs nothing");
    }

    @Test
    void aFailedWriteEndsTheStream() {
        client.begin(event());
        client.send(event());
        browser.pending.get(0).completeExceptionally(new IOException("gone"));
        assertTrue(client.closed());
        assertTrue(browser.closed);
        client.send(event());
        assertEquals(1, browser.handed.size());
    }

    @Test
    void aStreamWithNothingUnderWayIsClosedAtOnce() {
        client.begin(event());
        browser.takesNext();
        client.close();
        assertTrue(browser.closed);
        client.send(event());
        assertEquals(1, browser.handed.size());
    }

    /** Some servers write before they return; then the thread that writes waits, and nobody else does. */
    @Test
    @Timeout(30)
    void aServerThatWritesAtOnceHoldsUpNobodyEither() throws InterruptedException {
        var writing = new CountDownLatch(1);
        var reads = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var stuck = new Browser() {
            @Override
            public synchronized CompletionStage<?> send(OutboundSseEvent event) {
                writing.countDown();
                try {
                    reads.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                handed.add(event);
                return CompletableFuture.completedFuture(event);
            }

            @Override
            public synchronized void close() {
                ended.countDown();
            }
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            var patient = new StreamClient(stuck, threads);
            patient.begin(event());
            writing.await();
            for (int i = 0; i <= QUEUE; i++) {
                patient.send(event());
            }
            assertTrue(patient.closed(), "cut off");
            assertEquals(1, ended.getCount(), "though the connection cannot be closed yet");
            reads.countDown();
            assertTrue(ended.await(20, TimeUnit.SECONDS), "closed as soon as it can be");
            assertEquals(1, stuck.handed.size(), "what it would have got late is not sent");
        } finally {
            reads.countDown();
            threads.shutdownNow();
        }
    }
}

package de.zuruf.web.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamClientTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Browser browser = new Browser();
    private final StreamClient client = new StreamClient(browser, threads);

    @AfterEach
    void end() {
        browser.reads.countDown();
        threads.shutdownNow();
    }

    /** As the server's: nothing is written while it does not read, and while a write is stuck it cannot be closed. */
    private static final class Browser implements SseEventSink {
        private final CountDownLatch writing = new CountDownLatch(1);
        private final CountDownLatch reads = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final List<OutboundSseEvent> got = new ArrayList<>();

        @Override
        public synchronized CompletionStage<?> send(OutboundSseEvent event) {
            writing.countDown();
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            got.add(event);
            return CompletableFuture.completedFuture(event);
        }

        @Override
        public synchronized void close() {
            ended.countDown();
        }

        @Override
        public boolean isClosed() {
            return ended.getCount() == 0;
        }
    }

    private static OutboundSseEvent event() {
        return (OutboundSseEvent) Proxy.newProxyInstance(
                StreamClientTest.class.getClassLoader(),
                new Class<?>[] {OutboundSseEvent.class},
                (proxy, method, arguments) -> method.getName().equals("equals")
                        ? proxy == arguments[0]
                        : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : null);
    }

    @Test
    void whoDoesNotReadHoldsUpNobodyAndIsCutOff() throws InterruptedException {
        client.begin(event());
        browser.writing.await();
        for (int i = 0; i < 1_000; i++) {
            client.send(event());
        }
        assertTrue(client.closed(), "cut off");
        assertFalse(browser.isClosed(), "though the connection cannot be closed yet");
        browser.reads.countDown();
        assertTrue(browser.ended.await(20, TimeUnit.SECONDS), "closed as soon as it can be");
        assertEquals(1, browser.got.size(), "what it would have got late is not sent");
    }

    @Test
    void whoReadsGetsAllInOrder() throws InterruptedException {
        browser.reads.countDown();
        List<OutboundSseEvent> sent = new ArrayList<>();
        sent.add(event());
        OutboundSseEvent early = event();
        client.send(early);
        client.begin(sent.get(0));
        sent.add(early);
        for (int i = 0; i < 100; i++) {
            sent.add(event());
            client.send(sent.get(sent.size() - 1));
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
        client.close();
        assertEquals(sent, browser.got);
        assertTrue(browser.isClosed());
        assertTrue(client.closed());
    }
}

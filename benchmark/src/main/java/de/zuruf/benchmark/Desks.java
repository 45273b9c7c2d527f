package de.zuruf.benchmark;

import de.zuruf.system.server.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Agents whom somebody else calls: each closes the card half a second after the talk. */
final class Desks implements AutoCloseable {

    private static final Duration WRAP_UP = Duration.ofMillis(500);
    private static final int REQUEST_THREADS = 8;

    private final Map<Integer, String> open = new ConcurrentHashMap<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final ScheduledExecutorService agents = Executors.newScheduledThreadPool(REQUEST_THREADS);
    private final Target target;
    private final SseClients clients;

    /** @param target its telephone system is not used */
    Desks(Target target) throws IOException, InterruptedException {
        this.target = target;
        clients = new SseClients(target.address(), target.streams(), (extension, text, at) -> {
            if (text.contains("event: call")) {
                told(extension, text);
            }
        });
        clients.awaitAnswers();
    }

    /** Called by the one thread that reads the streams. */
    private void told(String extension, String event) {
        if (event.contains("\"state\":\"RINGING\"")) {
            open.putIfAbsent(Agents.call(event), "RINGING");
        } else if (event.contains("\"state\":\"WRAP_UP\"")) {
            if (!"WRAP_UP".equals(open.put(Agents.call(event), "WRAP_UP"))) {
                agents.schedule(
                        () -> target.ended().finish(extension, event), WRAP_UP.toMillis(), TimeUnit.MILLISECONDS);
            }
        } else if (event.contains("\"state\":\"DONE\"")) {
            if (open.remove(Agents.call(event)) != null) {
                closed.incrementAndGet();
            }
        } else if (event.contains("\"state\":\"GONE\"")) {
            open.remove(Agents.call(event));
        }
    }

    /** {@return how many calls have been shown, talked and closed so far} */
    int closed() {
        return closed.get();
    }

    /** Waits until that many calls are closed, and no longer than some seconds. */
    boolean awaitClosed(int calls) {
        try {
            Await.until("the cards are closed", Duration.ofSeconds(15), () -> closed.get() >= calls);
            clients.check();
            return closed.get() == calls;
        } catch (AssertionError e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        agents.shutdownNow();
        clients.close();
    }
}

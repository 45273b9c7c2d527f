package de.zuruf.web.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connected browser. Whoever has something to tell only puts it into the queue; a thread of the server's pool
 * writes it, one event after the other, each when the one before is in the network. So a browser that does not read holds up
 * nobody but itself, and no thread: when its queue is full it is cut off, and gets a snapshot when it comes back.
 */
final class StreamClient {
    private static final Logger LOG = Logger.getLogger(StreamClient.class.getName());
    private static final int QUEUE = 256;

    private final SseEventSink sink;
    private final Executor executor;
    private final Queue<OutboundSseEvent> queue = new ArrayDeque<>();
    private boolean held = true;
    private boolean writing;
    private boolean cut;

    StreamClient(SseEventSink sink, Executor executor) {
        this.sink = sink;
        this.executor = executor;
    }

    /** Sends the first event and lets go of all that has gathered since the registration. */
    synchronized void begin(OutboundSseEvent first) {
        if (cut) {
            return;
        }
        var gathered = new ArrayDeque<>(queue);
        queue.clear();
        queue.add(first);
        queue.addAll(gathered);
        held = false;
        write();
    }

    synchronized void send(OutboundSseEvent event) {
        if (cut) {
            return;
        }
        if (queue.size() >= QUEUE) {
            close();
            return;
        }
        queue.add(event);
        write();
    }

    private void write() {
        if (!held && !writing && !queue.isEmpty()) {
            writing = true;
            drainByPool();
        }
    }

    private void drainByPool() {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            // The server stops; its pool goes before its streams.
            LOG.log(Level.FINE, "closing a stream", e);
            synchronized (this) {
                writing = false;
            }
            close();
        }
    }

    private void drain() {
        for (var event = next(); event != null; event = next()) {
            var sent = hand(event);
            if (!sent.isDone()) {
                // Not by the thread that says so: it is inside the server's own lock.
                sent.whenComplete((nothing, gone) -> {
                    if (gone != null) {
                        cut();
                    }
                    drainByPool();
                });
                return;
            }
            if (sent.isCompletedExceptionally()) {
                cut();
            }
        }
    }

    /** {@return what is to be written now; null when this thread's work is done} */
    private OutboundSseEvent next() {
        synchronized (this) {
            if (sink.isClosed()) {
                cut();
            }
            var event = queue.poll();
            if (event != null) {
                return event;
            }
            writing = false;
            if (!cut) {
                return null;
            }
        }
        end();
        return null;
    }

    private CompletableFuture<?> hand(OutboundSseEvent event) {
        try {
            return sink.send(event).toCompletableFuture();
        } catch (IllegalStateException e) {
            // Closed since it was asked.
            return CompletableFuture.failedFuture(e);
        }
    }

    synchronized boolean closed() {
        return cut || sink.isClosed();
    }

    /** Ends the stream; if something is being written, then as soon as that is over, because the sink would wait for it. */
    void close() {
        synchronized (this) {
            cut();
            if (writing) {
                return;
            }
        }
        end();
    }

    private synchronized void cut() {
        cut = true;
        queue.clear();
    }

    private void end() {
        try {
            sink.close();
        } catch (IOException e) {
            // The browser is gone already, which is what was wanted.
            LOG.log(Level.FINE, "closing a stream", e);
        }
    }
}

package de.zuruf.web.stream;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connected browser. Whoever has something to tell only puts it into the queue; a thread of the server's pool
 * writes it, so that a browser that does not read holds up nobody but itself. When its queue is full it is cut off and
 * gets a snapshot when it comes back.
 */
final class StreamClient {
    private static final Logger LOG = Logger.getLogger(StreamClient.class.getName());
    private static final int QUEUE = 256;

    private final SseEventSink sink;
    private final Executor executor;
    private final Queue<OutboundSseEvent> queue = new ArrayDeque<>();
    private boolean held = true;
    private boolean writing;

    StreamClient(SseEventSink sink, Executor executor) {
        this.sink = sink;
        this.executor = executor;
    }

    /** Sends the first event and lets go of all that has gathered since the registration. */
    synchronized void begin(OutboundSseEvent first) {
        var gathered = new ArrayDeque<>(queue);
        queue.clear();
        queue.add(first);
        queue.addAll(gathered);
        held = false;
        write();
    }

    synchronized void send(OutboundSseEvent event) {
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
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The server stops; its pool goes before its streams.
                LOG.log(Level.FINE, "closing a stream", e);
                queue.clear();
                close();
            }
        }
    }

    private void drain() {
        while (true) {
            OutboundSseEvent event;
            synchronized (this) {
                event = queue.poll();
                if (event == null || sink.isClosed()) {
                    queue.clear();
                    writing = false;
                    return;
                }
            }
            sink.send(event).exceptionally(gone -> {
                close();
                return null;
            });
        }
    }

    boolean closed() {
        return sink.isClosed();
    }

    void close() {
        try {
            sink.close();
        } catch (IOException e) {
            // The browser is gone already, which is what was wanted.
            LOG.log(Level.FINE, "closing a stream", e);
        }
    }
}

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
    private boolean cut;

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
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The server stops; its pool goes before its streams.
                LOG.log(Level.FINE, "closing a stream", e);
                writing = false;
                close();
            }
        }
    }

    private void drain() {
        for (var event = next(); event != null; event = next()) {
            sink.send(event).exceptionally(gone -> {
                close();
                return null;
            });
        }
    }

    /** {@return what is to be written now; null when that is nothing, and then nobody writes} */
    private synchronized OutboundSseEvent next() {
        var event = sink.isClosed() ? null : queue.poll();
        if (event == null) {
            queue.clear();
            writing = false;
            if (cut) {
                end();
            }
        }
        return event;
    }

    synchronized boolean closed() {
        return cut || sink.isClosed();
    }

    /**
     * Ends the stream. Returns at once: a sink in which a write is stuck, because the browser does not read, cannot be closed
     * before that write is over, so whoever writes closes it then.
     */
    synchronized void close() {
        cut = true;
        queue.clear();
        if (!writing) {
            end();
        }
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

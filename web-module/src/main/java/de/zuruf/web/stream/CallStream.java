package de.zuruf.web.stream;

import de.zuruf.app.call.CallChanged;
import de.zuruf.app.call.CallbacksChanged;
import de.zuruf.app.call.PbxState;
import de.zuruf.app.handoff.HandoffChanged;
import de.zuruf.app.presence.BoardTouched;
import de.zuruf.app.presence.PresenceChanged;
import de.zuruf.app.report.BoardFigures;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells browsers what has been committed. Each person has a channel with a running number; a browser that comes back
 * with the newest number has missed nothing, any other gets a snapshot. The browser is registered before the snapshot
 * is read, so that nothing falls between the two; what comes twice is told apart by a card's revision.
 */
@ApplicationScoped
public class CallStream {
    private static final Logger LOG = Logger.getLogger(CallStream.class.getName());

    private static final int HEARTBEAT_SECONDS = 10;

    /** What changes within that time is told together. */
    private static final int BOARD_MILLIS = 1_000;

    @Inject
    private BoardFigures board;

    @Resource
    private ManagedExecutorService executor;

    /**
     * Reads two at a time: when hundreds of browsers come back at once, a ringing call must not wait for them all. Of the server and not
     * of this module, because this bean may first be needed by a thread of another one, which would not find it.
     */
    @Resource(lookup = "concurrent/zuruf-snapshots")
    private ManagedExecutorService snapshots;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final String epoch = UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Jsonb json = JsonbBuilder.create();
    private ScheduledFuture<?> heartbeat;
    private final AtomicBoolean boardDue = new AtomicBoolean();
    private volatile Sse sse;

    /** All browsers of one person. */
    private static final class Channel {
        private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
        private long number;
        private volatile boolean supervisor;
    }

    @PostConstruct
    void start() {
        heartbeat = scheduler.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Registers a browser and sends it what it needs to know, soon after this has returned.
     *
     * @param supervisor  whether he is told of the live board
     * @param lastEventId as the browser sends it; null on the first connect
     * @param snapshot    reads the present state; called only when the browser has missed something, on another thread with the
     *     caller's identity
     */
    void connect(
            String employeeId,
            boolean supervisor,
            SseEventSink sink,
            Sse factory,
            String lastEventId,
            Supplier<Object> snapshot) {
        sse = factory;
        var channel = channels.computeIfAbsent(employeeId, id -> new Channel());
        channel.supervisor = supervisor;
        var client = new StreamClient(sink, executor);
        String id;
        synchronized (channel) {
            id = epoch + ":" + channel.number;
            channel.clients.add(client);
        }
        if (id.equals(lastEventId)) {
            client.begin(event(id, "resumed", Map.of()));
        } else {
            snapshots.execute(() -> begin(client, id, snapshot));
        }
    }

    private void begin(StreamClient client, String id, Supplier<Object> snapshot) {
        try {
            if (!client.closed()) {
                client.begin(event(id, "snapshot", snapshot.get()));
            }
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "ZURUF3002W A browser could not be told the present state and is cut off; it will come back.",
                    e);
            client.close();
        }
    }

    void callChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallChanged changed) {
        tell(changed.employeeId(), "call", changed.card());
    }

    void handoffChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) HandoffChanged changed) {
        changed.audience().forEach(id -> tell(id, "handoff", changed.handoff()));
    }

    void callbacksChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallbacksChanged changed) {
        tellAll("callbacks", changed);
    }

    void pbxChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PbxState state) {
        tellAll("pbx", state);
    }

    void presenceChanged(@Observes PresenceChanged changed) {
        tell(changed.employeeId(), "presence", changed.presence());
    }

    /** Told once a second at most, and only to those who may see it. */
    void boardTouched(@Observes BoardTouched touched) {
        if (watched() && boardDue.compareAndSet(false, true)) {
            scheduler.schedule(this::tellBoard, BOARD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean watched() {
        return channels.values().stream().anyMatch(channel -> channel.supervisor && !channel.clients.isEmpty());
    }

    private void tellBoard() {
        boardDue.set(false);
        if (watched()) {
            var text = json.toJson(board.board());
            channels.values().stream()
                    .filter(channel -> channel.supervisor)
                    .forEach(channel -> tell(channel, "board", text));
        }
    }

    private void tellAll(String name, Object data) {
        if (!channels.isEmpty()) {
            var text = json.toJson(data);
            channels.values().forEach(channel -> tell(channel, name, text));
        }
    }

    private void tell(String employeeId, String name, Object data) {
        var channel = channels.get(employeeId);
        if (channel != null && !channel.clients.isEmpty()) {
            tell(channel, name, json.toJson(data));
        } else if (channel != null) {
            synchronized (channel) {
                channel.number++;
            }
        }
    }

    private void tell(Channel channel, String name, String text) {
        // Numbering and queueing under one lock, so that every browser sees the numbers rise.
        synchronized (channel) {
            channel.number++;
            var event = event(epoch + ":" + channel.number, name, text);
            channel.clients.forEach(client -> client.send(event));
        }
    }

    private OutboundSseEvent event(String id, String name, Object data) {
        return event(id, name, json.toJson(data));
    }

    private OutboundSseEvent event(String id, String name, String text) {
        return sse.newEventBuilder()
                .id(id)
                .name(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, text)
                .build();
    }

    private void beat() {
        for (var channel : channels.values()) {
            channel.clients.removeIf(StreamClient::closed);
            var comment = sse.newEventBuilder().comment("-").build();
            channel.clients.forEach(client -> client.send(comment));
        }
    }

    /** Ends all streams of a person who signs out. */
    public void close(String employeeId) {
        var channel = channels.remove(employeeId);
        if (channel != null) {
            channel.clients.forEach(StreamClient::close);
        }
    }

    @PreDestroy
    void stop() {
        heartbeat.cancel(false);
        channels.values().forEach(channel -> channel.clients.forEach(StreamClient::close));
    }
}

package de.zuruf.system.client;

import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The events of one connection to {@code GET /api/stream}, kept in the order of their arrival. */
public final class EventStream implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private final Thread reader;
    private volatile boolean ended;

    private EventStream(InputStream body) {
        this.body = body;
        reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    static EventStream open(HttpClient http, HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = http.send(
                    request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("event stream refused with " + response.statusCode());
            }
            return new EventStream(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("event stream", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = null;
            String name = "message";
            var data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (data.length() > 0) {
                        events.add(new Event(id, name, data.toString()));
                    }
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("id:")) {
                    id = value(line, 3);
                } else if (line.startsWith("event:")) {
                    name = value(line, 6);
                } else if (line.startsWith("data:")) {
                    data.append(value(line, 5));
                }
            }
        } catch (IOException e) {
            // The server went away or the test closed the stream: isEnded() tells.
            ended = true;
        }
        ended = true;
    }

    private static String value(String line, int from) {
        return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
    }

    /** {@return all events so far} */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** {@return the id of the last event, for a reconnect} */
    public Optional<String> lastId() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(events.get(events.size() - 1).id());
    }

    /** {@return whether the connection is over} */
    public boolean isEnded() {
        return ended;
    }

    /** {@return the first event of this name that is as wished, waiting for it up to ten seconds} */
    public Event await(String name, Predicate<JsonObject> wanted) {
        return await(name, Duration.ofSeconds(10), wanted);
    }

    /** {@return the first event of this name that is as wished, waiting for it} */
    public Event await(String name, Duration atMost, Predicate<JsonObject> wanted) {
        return Await.until("event " + name, atMost, () -> find(name, wanted), Optional::isPresent)
                .orElseThrow();
    }

    /** {@return the first event of this name that is as wished, if it has come} */
    public Optional<Event> find(String name, Predicate<JsonObject> wanted) {
        return events.stream()
                .filter(event -> event.name().equals(name) && wanted.test(event.object()))
                .findFirst();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One event.
     *
     * @param id   {@code <epoch>:<number>}
     * @param name e.g. {@code call}
     * @param data JSON
     */
    public record Event(String id, String name, String data) {

        /** {@return the data as a JSON object} */
        public JsonObject object() {
            try (var reader = Json.createReader(new StringReader(data))) {
                return reader.readObject();
            }
        }
    }
}

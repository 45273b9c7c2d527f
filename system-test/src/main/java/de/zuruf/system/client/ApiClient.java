package de.zuruf.system.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One person's session. Not for concurrent use, apart from its event streams. */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http;
    private String csrfToken;

    /** A session that is not signed in. */
    public ApiClient(URI base) {
        this.base = base;
        var cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** {@return a session of this user; fails when the server refuses} */
    public static ApiClient signedIn(URI base, String user, String password) {
        var client = new ApiClient(base);
        Answer answer = client.signIn(user, password);
        if (answer.status() != 200) {
            throw new AssertionError("sign-in of " + user + " refused: " + answer);
        }
        return client;
    }

    /** {@return an agent who is signed in and bound to the extension, taking it over if a colleague has it} */
    public static ApiClient agent(URI base, String user, String password, String extension) {
        var client = signedIn(base, user, password);
        client.put(
                        "session/extension",
                        Json.createObjectBuilder()
                                .add("extension", extension)
                                .add("takeOver", true)
                                .build())
                .expect(200);
        return client;
    }

    /** Signs in; the session's token is sent with every further request. */
    public Answer signIn(String user, String password) {
        Answer answer = post(
                "session",
                Json.createObjectBuilder()
                        .add("user", user)
                        .add("password", password)
                        .build());
        if (answer.status() == 200) {
            csrfToken = answer.object().getString("csrfToken");
        }
        return answer;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, JsonValue body) {
        return send(json(path).PUT(BodyPublishers.ofString(body.toString())));
    }

    public Answer post(String path, JsonValue body) {
        return send(json(path).POST(BodyPublishers.ofString(body.toString())));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /**
     * Sends what a well-behaved client would not.
     *
     * @param method the HTTP method
     * @param path   below {@code /api/}
     * @param body   any text
     * @param change changes headers; the session's token and {@code application/json} are set before
     */
    public Answer raw(String method, String path, String body, UnaryOperator<HttpRequest.Builder> change) {
        return send(change.apply(json(path).method(method, BodyPublishers.ofString(body))));
    }

    /** As {@link #raw(String, String, String, UnaryOperator)} without the CSRF token. */
    public Answer withoutToken(String method, String path, JsonValue body) {
        var request = HttpRequest.newBuilder(base.resolve("api/" + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
        return send(request);
    }

    /** Classifies a call and closes its card. */
    public void wrapUp(long call) {
        put(
                        "calls/" + call + "/wrap-up",
                        Json.createObjectBuilder()
                                .add("disposition", "OTHER")
                                .add("done", true)
                                .build())
                .expect(200);
    }

    /** Closes all cards that are on this session's screen. */
    public void closeCards() {
        try (EventStream stream = stream()) {
            stream.await("snapshot", any -> true).object().getJsonArray("calls").getValuesAs(JsonObject.class).stream()
                    .filter(card -> Set.of("TALKING", "WRAP_UP").contains(card.getString("state")))
                    .forEach(card -> wrapUp(card.getJsonNumber("id").longValue()));
        }
    }

    /** Opens this session's event stream. */
    public EventStream stream() {
        return EventStream.open(http, request("stream").header("Accept", "text/event-stream"));
    }

    /** Opens this session's event stream where an earlier one was cut. */
    public EventStream stream(String lastEventId) {
        return EventStream.open(
                http, request("stream").header("Accept", "text/event-stream").header("Last-Event-ID", lastEventId));
    }

    /** {@return this session's event stream, of which nobody reads until the caller does} */
    public InputStream stalledStream() {
        HttpRequest request = request("stream")
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("event stream refused with " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("event stream", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve("api/" + path)).timeout(LIMIT);
        if (csrfToken != null) {
            request.header("X-CSRF-Token", csrfToken);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
            return new Answer(
                    built.method() + " " + built.uri().getPath(),
                    response.statusCode(),
                    response.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                    entry -> String.join(", ", entry.getValue()))),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * What the server answered.
     *
     * @param request method and path, for messages
     * @param status  the HTTP status
     * @param headers by name in lower case
     * @param body    as text; empty if there was none
     */
    public record Answer(String request, int status, Map<String, String> headers, String body) {

        /** {@return this answer, if it has the status} */
        public Answer expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(request + ": expected " + wanted + ", was " + status + " " + abbreviated());
            }
            return this;
        }

        /** {@return the body as a JSON object} */
        public JsonObject object() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        /** {@return the body as a JSON array} */
        public JsonArray array() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readArray();
            }
        }

        /** {@return the header, if it was sent} */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        private String abbreviated() {
            return body.length() > 500 ? body.substring(0, 500) + "…" : body;
        }

        @Override
        public String toString() {
            return request + " → " + status + " " + abbreviated();
        }
    }
}

package de.zuruf.benchmark;

import de.zuruf.system.client.ApiClient;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The people at the product: each signed in with a session of his own and bound to a telephone. */
final class Agents {

    private record Session(String cookies, String csrfToken) {}

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<SseClients.Stream> streams = new ArrayList<>();

    /** Signs in as many agents; extensions are 3001, 3002, … */
    Agents(URI base, int count, String password) throws IOException, InterruptedException {
        this.base = base;
        for (int i = 1; i <= count; i++) {
            String extension = Integer.toString(3000 + i);
            Session session = signIn(Dataset.login(i), password);
            sessions.put(extension, session);
            HttpResponse<String> bound = http.send(
                    request("session/extension", session)
                            .PUT(BodyPublishers.ofString(Json.createObjectBuilder()
                                    .add("extension", extension)
                                    .add("takeOver", true)
                                    .build()
                                    .toString()))
                            .build(),
                    BodyHandlers.ofString());
            expect(bound, 200);
            streams.add(new SseClients.Stream(
                    extension, base.getPath() + "api/stream", "Cookie: " + session.cookies() + "\r\n"));
        }
    }

    List<SseClients.Stream> streams() {
        return streams;
    }

    /** Closes the card, as an agent does after a call. */
    void finish(String extension, String event) {
        int call = call(event);
        try {
            int status = http.send(
                            request("calls/" + call + "/wrap-up", sessions.get(extension))
                                    .PUT(BodyPublishers.ofString("{\"disposition\":\"INFORMATION\",\"done\":true}"))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            // While a cold server lags behind, the call still rings for it, and the agent cannot close it yet.
            if (status != 200 && status != 409) {
                throw new IllegalStateException("closing call " + call + " → " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return the id of the call that an event shows} */
    static int call(String event) {
        // Its text is in the wrong encoding, its numbers are not.
        try (var reader = Json.createReader(new StringReader(event.substring(event.indexOf("data:") + 5)))) {
            return reader.readObject().getInt("id");
        }
    }

    /**
     * Writes into a call's note, as the browser does while the agent types.
     *
     * @param revision of the note so far, 0 for none
     * @return the note's new revision
     */
    int note(String extension, int call, String text, int revision) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("calls/" + call + "/note", sessions.get(extension))
                        .PUT(BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("text", text)
                                .add("revision", revision)
                                .build()
                                .toString()))
                        .build(),
                BodyHandlers.ofString());
        expect(answer, 200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getInt("revision");
        }
    }

    private Session signIn(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("api/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("user", login)
                                .add("password", password)
                                .build()
                                .toString()))
                        .build(),
                BodyHandlers.ofString());
        expect(answer, 200);
        // The last value of a name counts, as in a browser.
        Map<String, String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last));
        return new Session(
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")),
                new ApiClient.Answer("POST session", answer.statusCode(), Map.of(), answer.body())
                        .object()
                        .getString("csrfToken"));
    }

    private HttpRequest.Builder request(String path, Session session) {
        return HttpRequest.newBuilder(base.resolve("api/" + path))
                .header("Content-Type", "application/json")
                .header("Cookie", session.cookies())
                .header("X-CSRF-Token", session.csrfToken());
    }

    private static void expect(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " → " + answer.statusCode() + " " + answer.body());
        }
    }
}

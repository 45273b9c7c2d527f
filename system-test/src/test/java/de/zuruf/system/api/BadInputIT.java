package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser of ours would send. Nothing of it may be an internal error, and nothing may be stored. */
@ExtendWith(DemoServer.class)
class BadInputIT {

    /** As a browser without TLS speaks; the JDK's client would first offer an upgrade to HTTP/2. */
    private static final HttpClient PLAIN =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private ApiClient agent;

    @BeforeEach
    void signIn() {
        agent = DemoServer.signedIn(DemoServer.AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"text\":",
                "{\"text\":\"a\",\"revision\":\"nought\"}",
                "{\"text\":{\"a\":1},\"revision\":0}",
                "{\"text\":[1,2],\"revision\":0}",
                "{\"revision\":99999999999999999999}",
                "{\"text\":\"\\ud800\",\"revision\":0}"
            })
    void malformedOrWronglyTypedBodiesAreTheSendersFault(String body) {
        Answer answer = agent.raw("PUT", "calls/1/note", body, request -> request);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.toString());
        assertProblem(answer);
    }

    @Test
    void deeplyNestedJsonIsRefusedBeforeItIsRead() {
        Answer answer = agent.raw("PUT", "calls/1/note", "[".repeat(30_000), request -> request);
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
    }

    @Test
    void twoMegabytesAreTooMuch() {
        String body = "{\"text\":\"" + "x".repeat(2_000_000) + "\",\"revision\":0}";
        Answer answer = agent.raw("PUT", "calls/1/note", body, request -> request);
        assertEquals(413, answer.status(), answer.toString());
        assertProblem(answer);
    }

    @Test
    void twoMegabytesWithoutALengthAreTooMuch() throws IOException, InterruptedException {
        // A stream of unknown length is sent in chunks: the limit must not rely on the header.
        byte[] body =
                ("{\"user\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(DemoServer.base().resolve("api/session"))
                .header("Content-Type", "application/json")
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
                .build();
        var response = PLAIN.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(413, response.statusCode(), response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "customers?q=a",
        "customers?q=",
        "customers?q=hansen&limit=many",
        "customers?q=hansen&limit=-1",
        "calls?mine=true&limit=-1",
        "calls?mine=true&limit=100000000000",
        "handoffs?box=elsewhere"
    })
    void questionsOutOfRangeAreTheSendersFault(String path) {
        Answer answer = agent.get(path);
        assertTrue(answer.status() == 400 || answer.status() == 404, answer.toString());
        assertProblem(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "reports/calls?from=2026-01-01&to=yesterday&interval=day",
        "reports/calls?from=2026-02-01&to=2026-01-01&interval=day",
        "reports/calls?from=2020-01-01&to=2026-01-01&interval=day",
        "reports/calls?interval=day",
        "reports/calls?from=2026-01-01&to=2026-01-02&interval=century"
    })
    void reportsOverNonsenseAreTheSendersFault(String path) {
        Answer answer = DemoServer.signedIn(DemoServer.SUPERVISOR).get(path);
        assertEquals(400, answer.status(), answer.toString());
        assertProblem(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calls/0",
                "calls/-1",
                "calls/99999999999999999999",
                "calls/abc",
                "customers/x",
                "handoffs/1;drop",
                "nowhere"
            })
    void whatDoesNotExistIsNotFound(String path) {
        Answer answer = agent.get(path);
        assertTrue(answer.status() == 404 || answer.status() == 400, answer.toString());
        assertFalse(answer.body().contains("at de.zuruf") || answer.body().contains("Exception"), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%27%20or%20%271%27%3D%271",
                "%25%25%25",
                "__________",
                "%5C%5C%5C",
                "%00%00",
                "%E2%80%AE%E2%80%AEtxt",
                "(((((("
            })
    void searchTextIsOnlyText(String query) {
        Answer answer = agent.get("customers?q=" + query + "&limit=100");
        assertTrue(answer.status() == 200 || answer.status() == 400, answer.toString());
        if (answer.status() == 200) {
            // A pattern's wildcard or a broken quote would find everybody.
            assertTrue(answer.array().size() < 20, "finds " + answer.array().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"calls?mine=%00", "handoffs?box=inbox%00", "customers?q=ab%00", "reports/calls?from=%00&to=%00"})
    void aCharacterThatTextsDoNotHaveIsRefusedInAnyParameter(String path) {
        Answer answer = agent.get(path);
        assertEquals(400, answer.status(), answer.toString());
        assertEquals("ZURUF-MALFORMED", answer.object().getString("code"), answer.toString());
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Answer form = agent.raw(
                "PUT",
                "session/extension",
                "extension=201",
                request -> request.setHeader("Content-Type", "application/x-www-form-urlencoded"));
        assertEquals(415, form.status(), form.toString());
    }

    @Test
    void anUnreasonableExtensionIsRefused() {
        Answer answer = agent.raw("PUT", "session/extension", "{\"extension\":\"20<script>\"}", request -> request);
        assertEquals(400, answer.status(), answer.toString());
        assertEquals("extension", answer.object().getString("field"));
    }

    @Test
    void pagesForbidWhatTheyDoNotNeed() throws IOException, InterruptedException {
        URI base = DemoServer.base();
        var response =
                PLAIN.send(HttpRequest.newBuilder(base).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        String policy = response.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'self'") || policy.contains("default-src 'none'"), policy);
        assertFalse(policy.matches(".*script-src[^;]*'unsafe-(inline|eval)'.*"), policy);
        assertEquals(
                "nosniff",
                response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(response.headers().firstValue("Server").isEmpty(), "names the server software");
        assertTrue(response.headers().firstValue("X-Powered-By").isEmpty(), "names the server software");
    }

    private static void assertProblem(Answer answer) {
        assertTrue(
                answer.header("content-type").orElse("").startsWith("application/problem+json"),
                answer + " " + answer.headers());
        var problem = answer.object();
        assertTrue(problem.getString("code").startsWith("ZURUF-"), answer.toString());
        assertEquals(answer.status(), problem.getInt("status"));
        assertFalse(answer.body().contains("Exception"), answer.toString());
    }
}

package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The user interface's files. Open Liberty's own servlet for files would stumble over many who ask for one at once, with errors in its log
 * (its issue 30646); run-tests reads that log.
 */
@ExtendWith(DemoServer.class)
class StaticFilesIT {

    private static final int CLIENTS = 8;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Icons that no page shows, so that no other test has asked for them before. */
    private static final List<String> NEVER_ASKED = List.of(
            "airplane",
            "alarm",
            "amd",
            "aspect-ratio",
            "award",
            "backpack",
            "badge-3d",
            "bag",
            "balloon",
            "bandaid",
            "bank",
            "basket",
            "battery",
            "bell-slash",
            "bicycle",
            "binoculars",
            "blockquote-left",
            "bluetooth",
            "bookshelf",
            "boombox",
            "bootstrap",
            "border-all",
            "bricks",
            "brush",
            "bug",
            "bus-front",
            "c-circle",
            "cake",
            "camera",
            "capsule",
            "car-front",
            "cassette",
            "cast",
            "cup-hot",
            "dice-1",
            "disc",
            "dpad",
            "droplet",
            "ear");

    @Test
    void filesThatManyAskForAtOnceForTheFirstTimeAreServedToAll() {
        List<HttpClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(HttpClient.newHttpClient());
        }
        List<String> wrong = new ArrayList<>();
        for (String icon : NEVER_ASKED) {
            URI file = DemoServer.base()
                    .resolve("webjars/shoelace-style__shoelace/2.17.1/cdn/assets/icons/" + icon + ".svg");
            HttpRequest request = HttpRequest.newBuilder(file).build();
            List<CompletableFuture<HttpResponse<String>>> answers = clients.stream()
                    .map(client -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                    .toList();
            answers.stream()
                    .map(CompletableFuture::join)
                    .filter(answer ->
                            answer.statusCode() != 200 || !answer.body().contains("</svg>"))
                    .forEach(answer -> wrong.add(icon + " " + answer.statusCode()));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void anUnchangedFileIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get("app/router.js", "GET");
        assertEquals(200, first.statusCode());
        assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(first.headers().firstValue("Content-Type").orElseThrow().contains("javascript"));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = get("app/router.js", "GET", "If-None-Match", tag);
        assertEquals(304, second.statusCode());
        assertEquals("", second.body());
        assertEquals(
                200, get("app/router.js", "GET", "If-None-Match", "\"another\"").statusCode());
    }

    @Test
    void thePageIsServedAtTheRootAndByName() throws Exception {
        String page = get("", "GET").body();
        assertTrue(page.contains("<script type=\"importmap\">"), page);
        assertEquals(page, get("index.html", "GET").body());
    }

    @Test
    void headSaysTheSameWithoutTheContent() throws Exception {
        HttpResponse<String> head = get("app/router.js", "HEAD");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertTrue(head.headers().firstValueAsLong("Content-Length").orElse(0) > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WEB-INF/classes/de/zuruf/web/page/PageFiles.class",
                "web-inf/classes/de/zuruf/web/page/PageFiles.class",
                "META-INF/MANIFEST.MF",
                "app/%2e%2e/WEB-INF/classes/de/zuruf/web/page/PageFiles.class",
                "app/..%2fWEB-INF/classes/de/zuruf/web/page/PageFiles.class",
                "app",
                "app/",
                "webjars/",
                "nothing-here.js"
            })
    void whatIsNoFileOfThePageIsRefused(String path) throws Exception {
        int status = get(path, "GET").statusCode();
        assertTrue(status == 404 || status == 400 || status == 403, path + ": " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE"})
    void filesAreReadOnly(String method) throws Exception {
        assertEquals(405, get("app/router.js", method).statusCode());
    }

    private static HttpResponse<String> get(String path, String method, String... headers) throws Exception {
        // Built from text, so that what is escaped stays so.
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(DemoServer.base() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

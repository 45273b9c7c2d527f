package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The user interface's files, asked for by many at once. Open Liberty stumbles over itself then (its issue 30646) and writes thirty lines to
 * its log, but after the file has been sent.
 */
@ExtendWith(DemoServer.class)
class StaticFilesIT {

    private static final int CLIENTS = 8;

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
}

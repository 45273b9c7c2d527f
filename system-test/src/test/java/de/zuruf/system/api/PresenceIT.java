package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent and his queues, at the demo's telephone system: 201 to 204 belong to vertrieb, nobody to service. */
@ExtendWith(DemoServer.class)
class PresenceIT {

    private final ApiClient anna = DemoServer.agent(DemoServer.AGENT, "201");
    private final ApiClient sabine = DemoServer.signedIn(DemoServer.SUPERVISOR);
    private EventStream stream;

    @BeforeEach
    void tidy() {
        anna.closeCards();
        stream = anna.stream();
        stream.await("snapshot", snapshot -> snapshot.containsKey("presence"));
        awaitState("AVAILABLE");
    }

    @AfterEach
    void leave() {
        stream.close();
        anna.delete("presence/pause");
        anna.delete("presence/queues/service");
        anna.closeCards();
    }

    private JsonObject presence() {
        return anna.get("presence").expect(200).object();
    }

    private void awaitState(String state) {
        Await.until(
                "anna is " + state,
                Duration.ofSeconds(10),
                () -> presence().getString("state").equals(state));
    }

    private static JsonObject seat(JsonObject presence, String queue) {
        return presence.getJsonArray("queues").getValuesAs(JsonObject.class).stream()
                .filter(seat -> seat.getString("queue").equals(queue))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no queue " + queue + " in " + presence));
    }

    private ApiClient.Answer pause(String reason) {
        return anna.put(
                "presence/pause",
                Json.createObjectBuilder().add("reason", reason).build());
    }

    @Test
    void pausesAndComesBack() {
        var paused = pause("Mittagspause").expect(200).object();
        assertEquals("PAUSED", paused.getString("state"));
        assertEquals("Mittagspause", paused.getString("reason"));
        assertTrue(seat(paused, "vertrieb").getBoolean("paused"));
        stream.await("presence", told -> told.getString("state").equals("PAUSED"));
        assertEquals("Schulung", pause("Schulung").expect(200).object().getString("reason"));
        var back = anna.delete("presence/pause").expect(200).object();
        assertEquals("AVAILABLE", back.getString("state"));
        assertFalse(back.containsKey("reason"));
    }

    @Test
    void refusesAReasonThatIsNotOnTheList() {
        assertEquals(
                "ZURUF-PAUSE-REASON",
                pause("Nachbearbeitung").expect(400).object().getString("code"));
        assertEquals(
                "ZURUF-MISSING",
                anna.put("presence/pause", Json.createObjectBuilder().build())
                        .expect(400)
                        .object()
                        .getString("code"));
        assertEquals("AVAILABLE", presence().getString("state"));
    }

    @Test
    void logsInAndOut() {
        assertFalse(seat(presence(), "service").getBoolean("member"));
        var in = anna.put("presence/queues/service", Json.createObjectBuilder().build())
                .expect(200)
                .object();
        assertTrue(seat(in, "service").getBoolean("member"));
        assertFalse(seat(in, "service").getBoolean("fixed"));
        // Once more changes nothing.
        anna.put("presence/queues/service", Json.createObjectBuilder().build()).expect(200);
        var out = anna.delete("presence/queues/service").expect(200).object();
        assertFalse(seat(out, "service").getBoolean("member"));
    }

    @Test
    void aTelephoneThatBelongsToAQueueStaysThere() {
        assertEquals(
                "ZURUF-QUEUE-FIXED",
                anna.delete("presence/queues/vertrieb").expect(409).object().getString("code"));
        assertEquals(
                "ZURUF-QUEUE",
                anna.put("presence/queues/nirgends", Json.createObjectBuilder().build())
                        .expect(404)
                        .object()
                        .getString("code"));
    }

    @Test
    void whoeverIsPausedComesPausedIntoAnotherQueue() {
        pause("Besprechung").expect(200);
        var in = anna.put("presence/queues/service", Json.createObjectBuilder().build())
                .expect(200)
                .object();
        assertEquals("PAUSED", in.getString("state"));
        Await.until(
                "the pause holds there, too",
                Duration.ofSeconds(5),
                () -> seat(presence(), "service").getBoolean("paused"));
    }

    @Test
    void movingToAnotherTelephoneTakesTheQueuesAlong() {
        anna.put("presence/queues/service", Json.createObjectBuilder().build()).expect(200);
        DemoServer.agent(DemoServer.AGENT, "209");
        Await.until(
                "209 is in the queue",
                Duration.ofSeconds(10),
                () -> seat(presence(), "service").getBoolean("member"));
        Await.until("201 no longer is", Duration.ofSeconds(10), () -> telephones("service") == 1);
        anna.put(
                        "session/extension",
                        Json.createObjectBuilder().addNull("extension").build())
                .expect(200);
        Await.until("nobody is in the queue", Duration.ofSeconds(10), () -> telephones("service") == 0);
        assertEquals("OFFLINE", presence().getString("state"));
        assertEquals(
                "ZURUF-NO-TELEPHONE", pause("Schulung").expect(409).object().getString("code"));
    }

    @Test
    void aPauseComesAlongToAnotherTelephone() {
        pause("Schulung").expect(200);
        DemoServer.agent(DemoServer.AGENT, "204");
        awaitState("PAUSED");
        assertEquals("Schulung", presence().getString("reason"));
        assertEquals("204", presence().getString("extension"));
        assertEquals(
                "AVAILABLE", anna.delete("presence/pause").expect(200).object().getString("state"));
        DemoServer.agent(DemoServer.AGENT, "201");
        assertEquals("AVAILABLE", presence().getString("state"));
        assertFalse(
                seat(presence(), "vertrieb").getBoolean("paused"), "the telephone that she left is no longer paused");
    }

    private int telephones(String queue) {
        return sabine.get("board").expect(200).object().getJsonArray("queues").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(queue))
                .findFirst()
                .orElseThrow()
                .getInt("telephones");
    }

    private String ring() {
        return DemoServer.text(
                anna.post(
                                "demo/calls",
                                Json.createObjectBuilder()
                                        .add("number", "06990009123")
                                        .add("queue", "vertrieb")
                                        .build())
                        .expect(201)
                        .object(),
                "id");
    }

    /** The card of the talk that is in wrap-up now. */
    private int talked() {
        var call = ring();
        awaitState("RINGING");
        anna.post(
                "demo/calls/" + call + "/answer",
                Json.createObjectBuilder().add("extension", "201").build());
        awaitState("IN_CALL");
        anna.post("demo/calls/" + call + "/hang-up", Json.createObjectBuilder().build());
        awaitState("WRAP_UP");
        return anna.get("calls?mine=true&limit=1")
                .expect(200)
                .array()
                .getJsonObject(0)
                .getInt("id");
    }

    private void awaitPaused(boolean paused) {
        Await.until(
                paused ? "the queue leaves her out" : "the queue calls her",
                Duration.ofSeconds(10),
                () -> seat(presence(), "vertrieb").getBoolean("paused") == paused);
    }

    @Test
    void theQueueLeavesHerOutDuringTheWrapUp() {
        var card = talked();
        awaitPaused(true);
        assertEquals("WRAP_UP", presence().getString("state"));
        anna.wrapUp(card);
        awaitState("AVAILABLE");
        awaitPaused(false);
    }

    @Test
    void aPauseOfHerOwnOutlastsTheWrapUp() {
        var card = talked();
        awaitPaused(true);
        assertEquals("PAUSED", pause("Mittagspause").expect(200).object().getString("state"));
        anna.wrapUp(card);
        var stillPaused = anna.get("presence").expect(200).object();
        assertEquals("PAUSED", stillPaused.getString("state"));
        assertEquals("Mittagspause", stillPaused.getString("reason"));
    }

    @Test
    void whoeverWantsToBeCalledDuringTheWrapUpIsCalled() {
        talked();
        awaitPaused(true);
        assertEquals(
                "AVAILABLE", anna.delete("presence/pause").expect(200).object().getString("state"));
        awaitPaused(false);
        var call = ring();
        awaitState("RINGING");
        anna.post("demo/calls/" + call + "/abandon", Json.createObjectBuilder().build());
        awaitState("AVAILABLE");
        assertFalse(seat(presence(), "vertrieb").getBoolean("paused"), "the old card does not count any more");
    }

    @Test
    void theBoardCountsWhoWaitsAndNamesNobody() {
        pause("Besprechung").expect(200);
        try (var board = sabine.stream()) {
            board.await("snapshot", snapshot -> snapshot.containsKey("board"));
            var call = ring();
            board.await(
                    "board",
                    told -> told.getJsonArray("queues").getValuesAs(JsonObject.class).stream()
                            .anyMatch(queue -> queue.getString("name").equals("vertrieb")
                                    && queue.getInt("waiting") == 1
                                    && queue.containsKey("since")));
            anna.post(
                    "demo/calls/" + call + "/abandon",
                    Json.createObjectBuilder().build());
            var text = sabine.get("board").expect(200).object().toString();
            assertFalse(text.contains("Berger") || text.contains("extension"), "no person and no telephone: " + text);
        }
    }
}

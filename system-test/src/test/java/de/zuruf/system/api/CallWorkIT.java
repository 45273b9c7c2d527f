package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call's way through the server: who sees it, what he writes, what is kept. */
@ExtendWith(DemoServer.class)
class CallWorkIT {

    private static final String UNKNOWN = "+494066969199";

    private ApiClient agent;
    private EventStream stream;

    @BeforeEach
    void open() {
        agent = DemoServer.agent(DemoServer.AGENT, "231");
        stream = agent.stream();
        stream.await("snapshot", snapshot -> true);
    }

    @AfterEach
    void close() {
        stream.close();
        hangUp();
    }

    private void hangUp() {
        for (JsonObject call : agent.get("demo/calls").array().getValuesAs(JsonObject.class)) {
            agent.post("demo/calls/" + DemoServer.text(call, "id") + "/hang-up", JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    private JsonObject ringing(String number) {
        return stream.await(
                        "call",
                        card -> card.getString("state").equals("RINGING")
                                && number.equals(card.getJsonObject("caller").getString("number", null)))
                .object();
    }

    private JsonObject inState(int call, String state) {
        return stream.await(
                        "call",
                        card -> card.getInt("id") == call
                                && card.getString("state").equals(state))
                .object();
    }

    /** A call that the agent has answered; both still talk. */
    private JsonObject talking(String number) {
        String demo = DemoServer.ring(agent, number, null, "231");
        JsonObject card = ringing(number);
        agent.post(
                        "demo/calls/" + demo + "/answer",
                        Json.createObjectBuilder().add("extension", "231").build())
                .expect(204);
        return inState(card.getInt("id"), "TALKING");
    }

    @Test
    void aCallReachesTheAgentWhoseTelephoneRingsAndNobodyElse() {
        var other = DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        try (EventStream others = other.stream()) {
            others.await("snapshot", snapshot -> true);
            // Usually every 21 days, last time 39 days ago; see docs/demo-company.md.
            String number = "+493023125311";
            String demo = DemoServer.ring(agent, number, null, "231");
            JsonObject card = ringing(number);

            assertEquals("231", card.getString("extension"));
            assertEquals("KNOWN", card.getJsonObject("caller").getString("kind"));
            JsonObject customer = card.getJsonObject("customer");
            assertFalse(customer.getString("company").isBlank());
            assertFalse(customer.getJsonObject("segment")
                    .getJsonObject("words")
                    .getString("de")
                    .isBlank());
            assertEquals(
                    12, customer.getJsonObject("trend").getJsonArray("revenue").size());
            assertTrue(customer.getJsonObject("rhythm").getBoolean("unusual"));
            List<JsonObject> prompts = card.getJsonArray("prompts").getValuesAs(JsonObject.class);
            assertTrue(!prompts.isEmpty() && prompts.size() <= 3, prompts.toString());
            assertTrue(prompts.stream()
                    .anyMatch(prompt -> prompt.getString("occasion").equals("ORDER_RHYTHM")));
            for (JsonObject prompt : prompts) {
                assertTrue(
                        prompt.getJsonObject("reason").getString("de").matches(".*\\d.*"), "a reason without figures");
                assertFalse(prompt.getJsonObject("questions").getJsonArray("de").isEmpty(), "no open question");
            }

            // The colleague may not look it up either.
            assertEquals(404, other.get("calls/" + card.getInt("id")).status());
            agent.post("demo/calls/" + demo + "/abandon", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(204);
            JsonObject gone = inState(card.getInt("id"), "GONE");
            assertEquals("CALLER_GAVE_UP", gone.getString("goneReason"));
            assertTrue(others.find("call", any -> any.getInt("id") == card.getInt("id"))
                    .isEmpty());
        }
    }

    @Test
    void whoCalledLastIsKnownWhereACallerMustBeChosen() {
        // In docs/demo-company.md: a line that several companies share.
        String number = "+493023125670";
        JsonObject card = talking(number);
        JsonObject candidate = card.getJsonArray("candidates").getJsonObject(1);
        agent.put(
                        "calls/" + card.getInt("id") + "/party",
                        Json.createObjectBuilder()
                                .add("partyId", candidate.getInt("partyId"))
                                .build())
                .expect(200);
        hangUp();
        inState(card.getInt("id"), "WRAP_UP");
        DemoServer.ring(agent, number, null, "231");
        JsonObject first = stream.await(
                        "call",
                        any -> any.getString("state").equals("RINGING") && any.getInt("id") != card.getInt("id"))
                .object()
                .getJsonArray("candidates")
                .getJsonObject(0);
        assertEquals(candidate.getInt("partyId"), first.getInt("partyId"));
        assertEquals("letzter Anruf heute", first.getJsonObject("reason").getString("de"));
        // The outbox is not empty now; the operator's page says since when.
        DemoServer.signedIn(DemoServer.ADMIN).get("admin/status").expect(200);
    }

    @Test
    void signingInAtARingingTelephoneShowsTheCall() {
        agent.put("session/extension", JsonValue.EMPTY_JSON_OBJECT).expect(200);
        DemoServer.ring(agent, UNKNOWN, null, "231");
        DemoServer.agent(DemoServer.AGENT, "231");
        assertEquals("231", ringing(UNKNOWN).getString("extension"));
    }

    @Test
    void anOpenComplaintSuppressesSelling() {
        DemoServer.ring(agent, DemoServer.callerWith(agent, "COMPLAINT"), null, "231");
        JsonObject card = stream.await("call", any -> any.getString("state").equals("RINGING"))
                .object();
        List<JsonObject> prompts = card.getJsonArray("prompts").getValuesAs(JsonObject.class);
        assertTrue(
                prompts.stream().anyMatch(prompt -> prompt.getString("occasion").equals("COMPLAINT")),
                prompts.toString());
        assertTrue(prompts.stream().noneMatch(prompt -> prompt.getBoolean("selling")), prompts.toString());
    }

    @Test
    void hostileCallerNamesAreCarriedAsText() {
        String name = "<script>alert(1)</script>\u202e";
        DemoServer.ring(agent, UNKNOWN, name, "231");
        JsonObject card = ringing(UNKNOWN);
        String shown = card.getJsonObject("caller").getString("lineName");
        assertTrue(shown.startsWith("<script>"), "changed where only the page may escape it: " + shown);
        assertFalse(shown.contains("\u202e"), "a direction override turns round what follows it");
        assertEquals("UNKNOWN", card.getJsonObject("caller").getString("kind"));
    }

    @Test
    void aWithheldNumberIsAnonymous() {
        DemoServer.ring(agent, null, null, "231");
        JsonObject card = stream.await("call", any -> any.getString("state").equals("RINGING"))
                .object();
        assertEquals("ANONYMOUS", card.getJsonObject("caller").getString("kind"));
        assertTrue(!card.containsKey("customer") || card.isNull("customer"));
    }

    @Test
    void aNoteIsKeptAndTheSlowerOfTwoTabsIsTold() {
        int call = talking(UNKNOWN).getInt("id");
        JsonObject saved = note(call, "Fragt nach Kugelhähnen", 0).expect(200).object();
        Answer conflict = note(call, "Aus dem anderen Fenster", 0);
        assertEquals(409, conflict.status(), conflict.toString());
        assertEquals(
                "Fragt nach Kugelhähnen",
                conflict.object().getJsonObject("current").getString("text"));
        note(call, "Fragt nach Kugelhähnen, 20 Stück", saved.getInt("revision")).expect(200);
        assertEquals(
                "Fragt nach Kugelhähnen, 20 Stück",
                agent.get("calls/" + call)
                        .expect(200)
                        .object()
                        .getJsonObject("note")
                        .getString("text"));
    }

    @Test
    void ofConcurrentNotesOnTheSameRevisionExactlyOneIsTaken() throws Exception {
        int call = talking(UNKNOWN).getInt("id");
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String text = "Fenster " + i;
                // A session each, as in several browsers.
                var tab = DemoServer.newSession(DemoServer.AGENT);
                writes.add(() -> tab.put(
                                "calls/" + call + "/note",
                                Json.createObjectBuilder()
                                        .add("text", text)
                                        .add("revision", 0)
                                        .build())
                        .status());
            }
            int taken = 0;
            for (Future<Integer> write : tabs.invokeAll(writes)) {
                int status = write.get();
                assertTrue(status == 200 || status == 409, "status " + status);
                taken += status == 200 ? 1 : 0;
            }
            assertEquals(1, taken);
        } finally {
            tabs.shutdownNow();
        }
    }

    @Test
    void aNoteOfTwentyThousandCharactersFitsAndOneMoreDoesNot() {
        int call = talking(UNKNOWN).getInt("id");
        note(call, "ä".repeat(20_000), 0).expect(200);
        assertEquals(400, note(call, "ä".repeat(20_001), 1).status());
    }

    @Test
    void aPromptIsAnsweredAndTheAnswerTakenBack() {
        JsonObject card = talking(DemoServer.callerWith(agent, "QUOTE_FOLLOW_UP"));
        int prompt = card.getJsonArray("prompts").getJsonObject(0).getInt("id");
        JsonObject done = answer(prompt, "DONE", null).expect(200).object();
        assertEquals("DONE", done.getJsonObject("answer").getString("kind"));
        // The same click again, as after a lost connection.
        answer(prompt, "DONE", null).expect(200);
        agent.delete("prompts/" + prompt + "/answer").expect(200);
        JsonObject declined = answer(prompt, "DECLINED", "PRICE").expect(200).object();
        assertEquals("PRICE", declined.getJsonObject("answer").getString("reason"));
        assertEquals(400, answer(prompt, "DECLINED", "BECAUSE").status());
        assertEquals(400, answer(prompt, "LATER", null).status(), "later needs a date");
        assertEquals(
                404,
                DemoServer.signedIn(DemoServer.OTHER_AGENT)
                        .put(
                                "prompts/" + prompt + "/answer",
                                Json.createObjectBuilder().add("kind", "DONE").build())
                        .status(),
                "a colleague's prompt");
    }

    @Test
    void aHandoffReachesTheOwnerOnceAndIsAcknowledgedAndAnswered() {
        JsonObject card = talking(DemoServer.callerWith(agent, "ORDER_RHYTHM"));
        int party = card.getJsonObject("customer").getInt("partyId");
        // To the field's demo user, whoever owns the customer.
        var field = DemoServer.signedIn(DemoServer.FIELD);
        String recipient = field.get("session").object().getJsonObject("user").getString("id");
        String key = UUID.randomUUID().toString();
        var body = Json.createObjectBuilder()
                .add("key", key)
                .add("callId", card.getInt("id"))
                .add("partyId", party)
                .add("recipientId", recipient)
                .add("occasion", "ORDER_RHYTHM")
                .add("said", "Bestellt anderswo")
                .add("wanted", "Besuch <b>bald</b>")
                .add(
                        "dueOn",
                        LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString())
                .add("urgency", "THIS_WEEK")
                .build();
        try (EventStream fields = field.stream()) {
            fields.await("snapshot", any -> true);
            JsonObject sent = agent.post("handoffs", body).expect(201).object();
            JsonObject again = agent.post("handoffs", body).expect(200).object();
            assertEquals(sent.getInt("id"), again.getInt("id"));
            String path = "handoffs/" + sent.getInt("id");
            fields.await("handoff", handoff -> handoff.getInt("id") == sent.getInt("id"));
            assertEquals(
                    1,
                    field.get("handoffs?box=inbox&state=all").array().getValuesAs(JsonObject.class).stream()
                            .filter(handoff -> handoff.getInt("id") == sent.getInt("id"))
                            .count());
            assertEquals("Besuch <b>bald</b>", field.get(path).object().getString("wanted"));

            JsonObject acknowledged = field.put(path + "/acknowledgement", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(200)
                    .object();
            assertEquals("ACKNOWLEDGED", acknowledged.getString("state"));
            JsonObject twice = field.put(path + "/acknowledgement", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(200)
                    .object();
            assertEquals(acknowledged.getString("acknowledgedAt"), twice.getString("acknowledgedAt"));
            stream.await(
                    "handoff",
                    handoff -> handoff.getInt("id") == sent.getInt("id")
                            && handoff.getString("state").equals("ACKNOWLEDGED"));

            JsonObject report = Json.createObjectBuilder()
                    .add("visitedOn", LocalDate.now(java.time.ZoneOffset.UTC).toString())
                    .add(
                            "participants",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("name", "Petra H.")
                                            .add("role", "DECIDER")))
                    .add("topics", Json.createArrayBuilder().add("Rahmenvertrag"))
                    .add(
                            "commitments",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("text", "Muster schicken")
                                            .add(
                                                    "dueOn",
                                                    LocalDate.now(java.time.ZoneOffset.UTC)
                                                            .plusDays(7)
                                                            .toString())
                                            .add("by", "US")))
                    .add("mood", "GOOD")
                    .add("nextStep", "Angebot")
                    .addNull("nextStepOn")
                    .build();
            JsonObject answered =
                    field.put(path + "/report", report).expect(200).object();
            assertEquals("ANSWERED", answered.getString("state"));
            assertEquals(
                    "Rahmenvertrag",
                    agent.get(path)
                            .object()
                            .getJsonObject("report")
                            .getJsonArray("topics")
                            .getString(0));
        }
    }

    @Test
    void aHandoffToAnotherFieldAgentIsNotFound() {
        JsonObject card = talking(DemoServer.callerWith(agent, "CROSS_SELL"));
        JsonObject sent = agent.post(
                        "handoffs",
                        Json.createObjectBuilder()
                                .add("key", UUID.randomUUID().toString())
                                .add("callId", card.getInt("id"))
                                .add("partyId", card.getJsonObject("customer").getInt("partyId"))
                                // Neither Frank nor somebody whose deputy he is.
                                .add("recipientId", "e-jan")
                                .add("occasion", "CROSS_SELL")
                                .add("said", "a")
                                .add("wanted", "b")
                                .add(
                                        "dueOn",
                                        LocalDate.now(java.time.ZoneOffset.UTC)
                                                .plusDays(1)
                                                .toString())
                                .add("urgency", "NORMAL")
                                .build())
                .expect(201)
                .object();
        String path = "handoffs/" + sent.getInt("id");
        var frank = DemoServer.signedIn(DemoServer.FIELD);
        assertEquals(404, frank.get(path).status());
        assertEquals(
                404,
                frank.put(path + "/acknowledgement", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        // Customer knowledge is the whole inside sales team's.
        DemoServer.signedIn(DemoServer.OTHER_AGENT).get(path).expect(200);
    }

    @Test
    void anAbandonedCallIsOnTheCallbackListUntilSomebodyHasCalledBack() {
        String number = "+494066969" + (100 + Math.floorMod(UUID.randomUUID().hashCode(), 90));
        for (int attempt = 0; attempt < 2; attempt++) {
            String demo = DemoServer.ring(agent, number, null, "231");
            int seen = attempt;
            Await.until(
                    "it rings",
                    Duration.ofSeconds(10),
                    () -> stream.events().stream()
                                    .filter(event -> event.name().equals("call")
                                            && event.data().contains(number))
                                    .filter(event ->
                                            event.object().getString("state").equals("RINGING"))
                                    .map(event -> event.object().getInt("id"))
                                    .distinct()
                                    .count()
                            == seen + 1);
            agent.post("demo/calls/" + demo + "/abandon", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(204);
        }
        JsonObject row = Await.until(
                "one row for two attempts",
                Duration.ofSeconds(10),
                () -> agent.get("callbacks").array().getValuesAs(JsonObject.class).stream()
                        .filter(callback ->
                                number.equals(callback.getJsonObject("caller").getString("number", null)))
                        .findFirst()
                        .orElse(null),
                found -> found != null && found.getInt("attempts") == 2);
        String path = "callbacks/" + row.getInt("callId");
        JsonObject claimed = agent.put(
                        path, Json.createObjectBuilder().add("state", "CLAIMED").build())
                .expect(200)
                .object();
        assertNotNull(claimed.getJsonObject("claimedBy"));
        agent.put(path, Json.createObjectBuilder().add("state", "DONE").build()).expect(200);
        assertTrue(agent.get("callbacks").array().getValuesAs(JsonObject.class).stream()
                .noneMatch(callback ->
                        number.equals(callback.getJsonObject("caller").getString("number", null))));
    }

    @Test
    void aReconnectingStreamMissesNothing() {
        JsonObject card = talking(UNKNOWN);
        String last = stream.lastId().orElseThrow();
        stream.close();
        try (EventStream resumed = agent.stream(last)) {
            resumed.await("resumed", any -> true);
            assertTrue(resumed.find("snapshot", any -> true).isEmpty());
        }
        try (EventStream fresh = agent.stream("another-epoch:1")) {
            JsonObject snapshot = fresh.await("snapshot", any -> true).object();
            assertTrue(snapshot.getJsonArray("calls").getValuesAs(JsonObject.class).stream()
                    .anyMatch(call -> call.getInt("id") == card.getInt("id")
                            && call.getString("state").equals("TALKING")));
        }
    }

    @Test
    void wrapUpClosesTheCardAndTheSupervisorSeesTheCall() {
        var supervisor = DemoServer.signedIn(DemoServer.SUPERVISOR);
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/Berlin")).toString();
        String report = "reports/calls?from=" + today + "&to=" + today + "&interval=day";
        int before = supervisor
                .get(report)
                .expect(200)
                .object()
                .getJsonObject("total")
                .getInt("answered", 0);
        JsonObject card = talking(UNKNOWN);
        Answer done = agent.put(
                "calls/" + card.getInt("id") + "/wrap-up",
                Json.createObjectBuilder()
                        .add("disposition", "INQUIRY")
                        .addNull("followUpOn")
                        .add("done", false)
                        .build());
        done.expect(200);
        for (JsonObject call : agent.get("demo/calls").array().getValuesAs(JsonObject.class)) {
            agent.post("demo/calls/" + DemoServer.text(call, "id") + "/hang-up", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(204);
        }
        inState(card.getInt("id"), "WRAP_UP");
        agent.put(
                        "calls/" + card.getInt("id") + "/wrap-up",
                        Json.createObjectBuilder()
                                .add("disposition", "INQUIRY")
                                .add("done", true)
                                .build())
                .expect(200);
        inState(card.getInt("id"), "DONE");
        JsonObject after = supervisor.get(report).expect(200).object();
        assertFalse(after.getBoolean("withheld"), "the demo teams are large enough");
        assertEquals(before + 1, after.getJsonObject("total").getInt("answered"));
        assertFalse(after.getJsonObject("formula").getString("de").isBlank());
        Answer csv = supervisor.get(report.replace("calls?", "calls.csv?")).expect(200);
        assertTrue(
                csv.header("content-type").orElse("").startsWith("text/csv"),
                csv.headers().toString());
    }

    private Answer note(int call, String text, int revision) {
        return agent.put(
                "calls/" + call + "/note",
                Json.createObjectBuilder()
                        .add("text", text)
                        .add("revision", revision)
                        .build());
    }

    private Answer answer(int prompt, String kind, String reason) {
        var body = Json.createObjectBuilder().add("kind", kind);
        if (reason != null) {
            body.add("reason", reason);
        }
        return agent.put("prompts/" + prompt + "/answer", body.build());
    }
}

package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import de.zuruf.system.client.EventStream;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dialling, hanging up and passing on by REST: what is done, and what is refused. */
@ExtendWith(DemoServer.class)
class DiallingIT {

    private static final String NUMBER = "+494066969177";

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
        for (JsonObject call : agent.get("demo/calls").array().getValuesAs(JsonObject.class)) {
            agent.post("demo/calls/" + DemoServer.text(call, "id") + "/hang-up", JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    private static JsonObject request(String key, String number) {
        return Json.createObjectBuilder().add("key", key).add("number", number).build();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonObject dialled(String number) {
        return agent.post("calls/dial", request(key(), number)).expect(202).object();
    }

    private JsonObject seen(int id, String state) {
        return seen(stream, id, state);
    }

    private static JsonObject seen(EventStream stream, int id, String state) {
        return stream.await(
                        "call",
                        card -> card.getInt("id") == id
                                && card.getString("state").equals(state))
                .object();
    }

    private void demo(JsonObject call, String what, String extension) {
        agent.post(
                        "demo/calls/" + DemoServer.text(call, "id") + "/" + what,
                        Json.createObjectBuilder().add("extension", extension).build())
                .expect(204);
    }

    private JsonObject demoCall() {
        List<JsonObject> calls = agent.get("demo/calls").expect(200).array().getValuesAs(JsonObject.class);
        assertEquals(1, calls.size());
        return calls.get(0);
    }

    @Test
    void aDialledCallIsSeenFromTheFirstRingToTheEnd() {
        JsonObject card = dialled("040 66969177");
        int id = card.getInt("id");
        assertEquals("DIALLING", card.getString("state"));
        assertTrue(card.getBoolean("outgoing"));
        assertEquals(NUMBER, card.getJsonObject("caller").getString("number"));
        seen(id, "DIALLING");
        demo(demoCall(), "answer", "231");
        demo(demoCall(), "answer", "outside");
        seen(id, "TALKING");
        agent.put(
                        "calls/" + id + "/note",
                        Json.createObjectBuilder()
                                .add("text", "Erreicht")
                                .add("revision", 0)
                                .build())
                .expect(200);
        agent.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT).expect(204);
        JsonObject over = seen(id, "WRAP_UP");
        assertEquals("ANSWERED", over.getString("endCause"));
        agent.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT).expect(409);
        agent.wrapUp(id);
    }

    @Test
    void hangingUpTheOwnTelephoneWhileItRingsCallsNobody() {
        int id = dialled("040 66969178").getInt("id");
        agent.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT).expect(204);
        seen(id, "GONE");
        assertEquals(404, agent.get("calls/" + id).status());
    }

    @Test
    void oneKeyDialsOnceAndOnePersonOneNumberAtATime() throws Exception {
        String key = key();
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Answer>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clicks.add(() -> agent.post("calls/dial", request(key, "040 66969179")));
            }
            var ids = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(clicks)) {
                // Those that came while the first one was being entered may be told that one is being dialled already.
                if (answer.get().status() == 202) {
                    ids.add(answer.get().object().getInt("id"));
                } else {
                    assertEquals(409, answer.get().status(), answer.get().toString());
                }
            }
            assertFalse(ids.isEmpty());
            assertEquals(1, ids.stream().distinct().count());
        } finally {
            pool.shutdownNow();
        }
        demoCall();
        Answer another = agent.post("calls/dial", request(key(), "040 66969180"));
        assertEquals(409, another.status());
        assertEquals("ZURUF-DIALLING", another.object().getString("code"));
        demoCall();
    }

    @ParameterizedTest
    @CsvSource({
        "112, ZURUF-DIAL-EMERGENCY",
        "+49 110, ZURUF-DIAL-EMERGENCY",
        "tel:112, ZURUF-DIAL-EMERGENCY",
        "0900 1234567, ZURUF-DIAL-PREMIUM",
        "11880, ZURUF-DIAL-PREMIUM",
        "116117, ZURUF-DIAL-SHORT-CODE",
        "+1 212 555 0123, ZURUF-DIAL-FOREIGN",
        "abc, ZURUF-DIAL-NO-NUMBER",
        "231, ZURUF-OWN-EXTENSION",
    })
    void whatMustNotBeDialledIsNot(String number, String code) {
        Answer answer = agent.post("calls/dial", request(key(), number));
        assertEquals(400, answer.status(), answer.toString());
        assertEquals(code, answer.object().getString("code"));
        assertEquals("number", answer.object().getString("field"));
        assertEquals(0, agent.get("demo/calls").array().size());
    }

    @Test
    void badRequestsAreRefused() {
        assertEquals(400, agent.post("calls/dial", JsonValue.EMPTY_JSON_OBJECT).status());
        assertEquals(
                400,
                agent.post("calls/dial", request("x\r\nAction: Originate", "040 66969177"))
                        .status());
        assertEquals(
                400,
                agent.post("calls/dial", request(key(), "0".repeat(60_000))).status());
        assertEquals(
                413,
                agent.post("calls/dial", request(key(), "0".repeat(70_000))).status());
        assertEquals(
                400,
                agent.post("calls/dial", request(key(), "040 66969177\r\nAction: Originate"))
                        .status());
        assertEquals(0, agent.get("demo/calls").array().size());
    }

    @Test
    void withoutATelephoneNobodyDials() {
        ApiClient other = DemoServer.signedIn(DemoServer.OTHER_AGENT);
        other.put(
                        "session/extension",
                        Json.createObjectBuilder().addNull("extension").build())
                .expect(200);
        Answer answer = other.post("calls/dial", request(key(), "040 66969177"));
        assertEquals(409, answer.status());
        assertEquals("ZURUF-NO-EXTENSION", answer.object().getString("code"));
        assertFalse(
                other.get("calls/dial?number=04066969177").expect(200).object().containsKey("extension"));
    }

    @Test
    void thePreviewSaysWhoseItIsAndWhyNot() {
        JsonObject number =
                agent.get("calls/dial?number=030%2023125377").expect(200).object();
        assertEquals("231", number.getString("extension"));
        assertEquals("030 23125377", number.getString("display"));
        assertFalse(number.getString("name").isBlank());
        JsonObject emergency = agent.get("calls/dial?number=112").expect(200).object();
        assertTrue(emergency.getJsonObject("refused").getString("de").contains("Notrufe"));
        JsonObject service =
                agent.get("calls/dial?number=0180%205123456").expect(200).object();
        assertTrue(service.getJsonObject("warning").getString("de").contains("Servicenummer"));
    }

    @Test
    void nobodyTouchesSomebodyElsesCall() {
        JsonObject card = dialled("040 66969181");
        int id = card.getInt("id");
        ApiClient other = DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        JsonObject target = Json.createObjectBuilder().add("target", "232").build();
        assertEquals(
                404,
                other.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        assertEquals(404, other.post("calls/" + id + "/transfer", target).status());
        assertEquals(404, other.get("calls/" + id + "/transfer-targets").status());
        demoCall();
        // His own, but not one that came in.
        assertEquals(409, agent.post("calls/" + id + "/transfer", target).status());
    }

    /** {@return the call that the agent talks in, and its number in the demo} */
    private Talk talk() {
        String call = DemoServer.ring(agent, NUMBER, null, "231");
        int id = stream.await(
                        "call",
                        card -> card.getString("state").equals("RINGING")
                                && NUMBER.equals(card.getJsonObject("caller").getString("number", null)))
                .object()
                .getInt("id");
        pickUp(call, "231");
        seen(id, "TALKING");
        return new Talk(id, call);
    }

    private record Talk(int id, String call) {}

    private void pickUp(String call, String extension) {
        agent.post(
                        "demo/calls/" + call + "/answer",
                        Json.createObjectBuilder().add("extension", extension).build())
                .expect(204);
    }

    private static JsonObject target(String number) {
        return Json.createObjectBuilder().add("target", number).build();
    }

    private Answer ordered(int id, String what) {
        return agent.post("calls/" + id + "/" + what, JsonValue.EMPTY_JSON_OBJECT);
    }

    private static void refused(Answer answer, int status, String code) {
        assertEquals(status, answer.status(), answer.toString());
        assertEquals(code, answer.object().getString("code"));
    }

    /** {@return the revision of the first card after another one that says so} */
    private int asks(int id, int after, boolean reached) {
        return later(
                        id,
                        after,
                        card -> card.containsKey("consultation")
                                && card.getJsonObject("consultation").getBoolean("reached") == reached
                                && card.containsKey("heldSince"))
                .getInt("revision");
    }

    private JsonObject later(int id, int after, Predicate<JsonObject> wanted) {
        return stream.await(
                        "call", card -> card.getInt("id") == id && card.getInt("revision") > after && wanted.test(card))
                .object();
    }

    @Test
    void aColleagueIsAskedBeforeHeGetsTheCaller() {
        ApiClient other = DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        try (EventStream others = other.stream()) {
            others.await("snapshot", any -> true);
            Talk talk = talk();
            int id = talk.id();
            refused(ordered(id, "consultation/connect"), 409, "ZURUF-NOT-CONSULTING");
            refused(agent.post("calls/" + id + "/consultation", target("112")), 400, "ZURUF-DIAL-EMERGENCY");
            refused(agent.post("calls/" + id + "/consultation", target("231")), 400, "ZURUF-OWN-EXTENSION");
            agent.post("calls/" + id + "/consultation", target("232")).expect(204);
            JsonObject internal =
                    others.await("call", card -> card.getBoolean("internal")).object();
            assertEquals("231", internal.getJsonObject("caller").getString("number"));
            int asked = asks(id, 0, false);
            JsonObject user = other.get("session").expect(200).object().getJsonObject("user");
            assertEquals(
                    user.getString("name"),
                    agent.get("calls/" + id)
                            .expect(200)
                            .object()
                            .getJsonObject("consultation")
                            .getString("with"));
            // A second press asks nobody again, and somebody else only when this one is done.
            agent.post("calls/" + id + "/consultation", target("232")).expect(204);
            refused(agent.post("calls/" + id + "/consultation", target("233")), 409, "ZURUF-CONSULTING");
            refused(ordered(id, "consultation/connect"), 409, "ZURUF-NOT-REACHED");
            refused(ordered(id, "park"), 409, "ZURUF-CONSULTING");
            // Not his, although he is asked.
            assertEquals(
                    404,
                    other.post("calls/" + id + "/park", JsonValue.EMPTY_JSON_OBJECT)
                            .status());
            pickUp(talk.call(), "232");
            asks(id, asked, true);
            ordered(id, "consultation/connect").expect(204);
            JsonObject over = seen(id, "WRAP_UP");
            assertFalse(over.containsKey("consultation"));
            others.await(
                    "call",
                    card -> card.getInt("id") == id
                            && card.getString("state").equals("TALKING")
                            && card.getJsonArray("transfers").getValuesAs(JsonObject.class).stream()
                                    .anyMatch(transfer -> transfer.getBoolean("asked")));
            refused(ordered(id, "consultation/connect"), 409, "ZURUF-CALL-OVER");
            other.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT).expect(204);
            seen(others, id, "WRAP_UP");
        }
    }

    @Test
    void whoAsksGoesBackToHisCaller() {
        DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        Talk talk = talk();
        int id = talk.id();
        Predicate<JsonObject> talksAgain = card -> card.getString("state").equals("TALKING")
                && !card.containsKey("consultation")
                && !card.containsKey("heldSince");
        agent.post("calls/" + id + "/consultation", target("232")).expect(204);
        int asked = asks(id, 0, false);
        agent.delete("calls/" + id + "/consultation").expect(204);
        int back = later(id, asked, talksAgain).getInt("revision");
        refused(agent.delete("calls/" + id + "/consultation"), 409, "ZURUF-NOT-CONSULTING");
        // He can ask again, and is back by himself when that one hangs up or does not want to talk.
        agent.post("calls/" + id + "/consultation", target("232")).expect(204);
        asked = asks(id, back, false);
        agent.post(
                        "demo/calls/" + talk.call() + "/reject",
                        Json.createObjectBuilder().add("extension", "232").build())
                .expect(204);
        back = later(id, asked, talksAgain).getInt("revision");
        agent.post("calls/" + id + "/consultation", target("232")).expect(204);
        asked = asks(id, back, false);
        pickUp(talk.call(), "232");
        int reached = asks(id, asked, true);
        agent.delete("calls/" + id + "/consultation").expect(204);
        JsonObject last = later(id, reached, talksAgain);
        assertEquals(0, last.getJsonArray("transfers").size());
    }

    @Test
    void aCallerIsParkedAndFetchedOnce() throws Exception {
        Talk talk = talk();
        int id = talk.id();
        refused(ordered(id, "fetch"), 409, "ZURUF-NOT-PARKED");
        ordered(id, "park").expect(204);
        stream.await("call", card -> card.getInt("id") == id && "701".equals(card.getString("parkedSpace", null)));
        ordered(id, "park").expect(204);
        ApiClient other = DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        assertEquals(
                404,
                other.post("calls/" + id + "/fetch", JsonValue.EMPTY_JSON_OBJECT)
                        .status());
        var pool = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Answer>> clicks = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                clicks.add(() -> ordered(id, "fetch"));
            }
            for (var answer : pool.invokeAll(clicks)) {
                answer.get().expect(204);
            }
        } finally {
            pool.shutdownNow();
        }
        int rings = later(id, 0, card -> card.getBoolean("fetching")).getInt("revision");
        // Who does not pick up can try again; the caller waits on.
        List<JsonObject> fetching = fetching(talk);
        assertEquals(1, fetching.size());
        demo(fetching.get(0), "reject", "231");
        int waits = later(id, rings, card -> !card.getBoolean("fetching") && card.containsKey("parkedSpace"))
                .getInt("revision");
        ordered(id, "fetch").expect(204);
        demo(fetching(talk).get(0), "answer", "231");
        JsonObject fetched = later(id, waits, card -> card.getString("state").equals("TALKING"));
        assertFalse(fetched.containsKey("parkedSpace"));
        ordered(id, "hang-up").expect(204);
        later(id, fetched.getInt("revision"), card -> card.containsKey("endedAt"));
        refused(ordered(id, "fetch"), 409, "ZURUF-CALL-OVER");
    }

    private List<JsonObject> fetching(Talk talk) {
        return agent.get("demo/calls").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(call -> !DemoServer.text(call, "id").equals(talk.call()))
                .toList();
    }

    @Test
    void aCallIsPassedOnWithItsNote() {
        ApiClient other = DemoServer.agent(DemoServer.OTHER_AGENT, "232");
        try (EventStream others = other.stream()) {
            others.await("snapshot", any -> true);
            String call = DemoServer.ring(agent, NUMBER, null, "231");
            int id = stream.await(
                            "call",
                            card -> card.getString("state").equals("RINGING")
                                    && NUMBER.equals(
                                            card.getJsonObject("caller").getString("number", null)))
                    .object()
                    .getInt("id");
            assertEquals(
                    409,
                    agent.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT)
                            .status());
            agent.post(
                            "demo/calls/" + call + "/answer",
                            Json.createObjectBuilder().add("extension", "231").build())
                    .expect(204);
            seen(id, "TALKING");
            agent.put(
                            "calls/" + id + "/note",
                            Json.createObjectBuilder()
                                    .add("text", "Bitte zurückrufen lassen")
                                    .add("revision", 0)
                                    .build())
                    .expect(200);
            // Usually that is Greta Lindner's telephone.
            DemoServer.agent("clara", "207");
            List<JsonObject> targets = agent.get("calls/" + id + "/transfer-targets")
                    .expect(200)
                    .array()
                    .getValuesAs(JsonObject.class);
            assertTrue(targets.stream()
                    .anyMatch(each -> each.getString("extension").equals("232") && each.getBoolean("signedIn")));
            assertEquals(
                    List.of(true),
                    targets.stream()
                            .filter(each -> each.getString("extension").equals("207"))
                            .map(each -> each.getBoolean("signedIn"))
                            .toList(),
                    "of two who have the same telephone the one who sits at it");
            Answer premium = agent.post(
                    "calls/" + id + "/transfer",
                    Json.createObjectBuilder().add("target", "0900 1234567").build());
            assertEquals("ZURUF-DIAL-PREMIUM", premium.object().getString("code"));
            Answer self = agent.post(
                    "calls/" + id + "/transfer",
                    Json.createObjectBuilder().add("target", "231").build());
            assertEquals(400, self.status());
            agent.post(
                            "calls/" + id + "/transfer",
                            Json.createObjectBuilder().add("target", "232").build())
                    .expect(204);
            seen(id, "WRAP_UP");
            JsonObject passedOn = seen(others, id, "RINGING");
            assertEquals(
                    "Bitte zurückrufen lassen", passedOn.getJsonObject("note").getString("text"));
            assertEquals(1, passedOn.getJsonArray("transfers").size());
            // It is no longer his to hang up.
            assertEquals(
                    409,
                    agent.post("calls/" + id + "/hang-up", JsonValue.EMPTY_JSON_OBJECT)
                            .status());
        }
    }
}

package de.zuruf.system.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.pbx.DialplanQuestion;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * A house with two telephone systems, the newest Asterisk and the oldest that the product works with, whose extensions have the same
 * numbers and whose trunks signal callers in different ways.
 */
@DisabledIfSystemProperty(named = "skip.oldest", matches = "true", disabledReason = "there is no Asterisk 16")
class SeveralPbxIT {

    private static final String CALLER = "+493023125311";

    /** K-1002 in docs/demo-company.md. */
    private static final String KEY_ACCOUNT = "+493023125855";

    /** The same as the works' trunk signals him. */
    private static final String KEY_ACCOUNT_AT_WORKS = "800493023125855";

    @Test
    void eachTelephoneSystemRingsItsOwnPeople() throws IOException {
        try (RealAsterisk head = RealAsterisk.start();
                RealAsterisk works = RealAsterisk.startOldest();
                ZurufServer server = server(head, works)) {
            server.start();
            server.awaitUsable();
            awaitConnected(server, Map.of("zentrale", true, "werk", true));
            ApiClient anna = at(server, "anna", "201");
            ApiClient ben = at(server, "ben", "w-201");
            logsInWhereTheTelephoneIs(ben, works, head);
            head.phone("201", "--ring", "20000");
            works.phone("201", "--ring", "20000");
            try (EventStream annaSees = anna.stream();
                    EventStream benSees = ben.stream()) {
                annaSees.await("snapshot", event -> true);
                benSees.await("snapshot", event -> true);

                // The works' trunk puts an 8 before each caller's number; its own plan takes it away.
                works.call("+493023125201", "--from", "800493023125311", "--cancel", "8000");
                JsonObject atBen = card(benSees, "RINGING");
                assertEquals("KNOWN", atBen.getJsonObject("caller").getString("kind"), atBen.toString());
                assertTrue(annaSees.find("call", event -> true).isEmpty(), "the 201 of another telephone system rings");

                head.call("+493023125201", "--from", CALLER, "--cancel", "8000");
                JsonObject atAnna = card(annaSees, "RINGING");
                assertEquals(
                        atBen.getJsonObject("customer").getString("company"),
                        atAnna.getJsonObject("customer").getString("company"));
                assertTrue(atAnna.getInt("id") != atBen.getInt("id"), "two calls");

                // The owner sits at the works: its dialplan is told his telephone by its number there, the other one
                // nothing.
                RealHouse.ownerSitsAt(server, "w-208");
                Await.until(
                        "the works are told the owner's telephone",
                        Duration.ofSeconds(40),
                        () -> DialplanQuestion.ask(works.agiPort(), KEY_ACCOUNT_AT_WORKS),
                        answer -> "208".equals(answer.get("ZURUF_EXTENSION")));
                Map<String, String> atHead = DialplanQuestion.ask(head.agiPort(), KEY_ACCOUNT);
                assertEquals("1", atHead.get("ZURUF_VIP"), atHead.toString());
                assertFalse(atHead.containsKey("ZURUF_EXTENSION"), atHead.toString());
                works.phone("208", "--never");
                works.call("+493023125105", "--from", KEY_ACCOUNT_AT_WORKS, "--cancel", "8000");
                Await.until(
                        "the owner's telephone rings",
                        Duration.ofSeconds(20),
                        () -> works.console("core show channels concise"),
                        channels -> channels.contains("PJSIP/208-"));

                // One telephone system dies; the other one's calls go on.
                works.kill();
                awaitConnected(server, Map.of("zentrale", true, "werk", false));
                head.call("+493023125201", "--from", "+498999998327", "--cancel", "8000");
                annaSees.await(
                        "call",
                        card -> card.getString("state").equals("RINGING") && card.getInt("id") != atAnna.getInt("id"));
                works.restart();
                awaitConnected(server, Map.of("zentrale", true, "werk", true));
            }
        }
    }

    private static void logsInWhereTheTelephoneIs(ApiClient agent, RealAsterisk here, RealAsterisk notHere) {
        var queue = "presence/queues/technik";
        agent.put(queue, Json.createObjectBuilder().build()).expect(200);
        assertTrue(here.console("queue", "show", "technik").contains("PJSIP/201 "), "logged in at his own");
        assertTrue(!notHere.console("queue", "show", "technik").contains("PJSIP/201 "), "not at the other");
        agent.put(
                        "presence/pause",
                        Json.createObjectBuilder().add("reason", "Schulung").build())
                .expect(200);
        assertTrue(here.console("queue", "show", "technik").contains("paused:Schulung"), "paused at his own");
        agent.delete("presence/pause").expect(200);
        agent.delete(queue).expect(200);
        assertTrue(!here.console("queue", "show", "technik").contains("PJSIP/201 "), "logged out");
    }

    private static ZurufServer server(RealAsterisk head, RealAsterisk works) {
        return RealHouse.at(ZurufServer.named("several-pbx").database(Database.embedded()), head.amiPort())
                .setting("zuruf.pbx2.name", "werk")
                .setting("zuruf.pbx2.host", "127.0.0.1")
                .setting("zuruf.pbx2.port", Integer.toString(works.amiPort()))
                .setting("zuruf.pbx2.user", works.amiUser())
                .setting("zuruf.pbx2.password", works.amiSecret())
                .setting("zuruf.routing.host", "127.0.0.1")
                .setting("zuruf.routing.port", Integer.toString(head.agiPort()))
                .setting("zuruf.routing2.port", Integer.toString(works.agiPort()))
                .setting("zuruf.pbx.werk.extension-prefix", "w-")
                .setting("zuruf.numbers.werk.rewrites", "8 => ")
                .prepare();
    }

    private static ApiClient at(ZurufServer server, String user, String extension) {
        ApiClient agent = ApiClient.signedIn(server.base(), user, RealHouse.PASSWORD);
        agent.put(
                        "session/extension",
                        Json.createObjectBuilder().add("extension", extension).build())
                .expect(200);
        return agent;
    }

    private static JsonObject card(EventStream stream, String state) {
        return stream.await("call", card -> card.getString("state").equals(state))
                .object();
    }

    private static void awaitConnected(ZurufServer server, Map<String, Boolean> wanted) {
        ApiClient admin = ApiClient.signedIn(server.base(), "otto", RealHouse.PASSWORD);
        Await.until("the telephone systems are heard: " + wanted, Duration.ofSeconds(30), () -> {
            List<JsonObject> states =
                    admin.get("admin/status").object().getJsonArray("pbx").getValuesAs(JsonObject.class);
            return states.stream()
                    .collect(Collectors.toMap(state -> state.getString("name"), state -> state.getBoolean("connected")))
                    .equals(wanted);
        });
    }
}

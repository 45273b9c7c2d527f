package de.zuruf.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.journey.RealHouse;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.TestDatabases;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's process is ended without warning in the middle of calls. Whatever was acknowledged must be there afterwards. */
class ServerKilledIT {

    static Stream<String> databases() {
        return TestDatabases.available();
    }

    /** What the server has acknowledged to a client that writes as fast as it can. */
    private record Acknowledged(String lastNote, Set<String> handoffKeys, int attempts) {}

    @ParameterizedTest
    @MethodSource("databases")
    void nothingAcknowledgedIsMissing(String database) throws Exception {
        Database chosen = TestDatabases.of(database, "zuruf_killed");
        try (RealHouse house = RealHouse.open("killed-" + database, chosen)) {
            Set<String> callers = new LinkedHashSet<>();
            callers.add(house.callerWith("ORDER_RHYTHM", callers));
            callers.add(house.callerWith("QUOTE_FOLLOW_UP", callers));
            List<String> numbers = List.copyOf(callers);
            var anna = ApiClient.agent(house.server().base(), "anna", RealHouse.PASSWORD, "201");
            var ben = ApiClient.agent(house.server().base(), "ben", RealHouse.PASSWORD, "208");
            String field = house.signedIn("frank")
                    .get("session")
                    .object()
                    .getJsonObject("user")
                    .getString("id");
            house.asterisk().phone("201", "--ring", "500");
            house.asterisk().phone("208", "--ring", "500");
            house.asterisk().call("+493023125201", "--from", numbers.get(0), "--hold", "240000");
            house.asterisk().call("+493023125208", "--from", numbers.get(1), "--hold", "240000");
            JsonObject annasCall = talking(anna);
            JsonObject bensCall = talking(ben);

            int prompt = bensCall.getJsonArray("prompts").getJsonObject(0).getInt("id");
            ben.put(
                            "prompts/" + prompt + "/answer",
                            Json.createObjectBuilder()
                                    .add("kind", "DECLINED")
                                    .add("reason", "PRICE")
                                    .build())
                    .expect(200);

            var kill = new CountDownLatch(40);
            ExecutorService writers = Executors.newFixedThreadPool(2);
            Acknowledged notes;
            Acknowledged handoffs;
            try {
                Future<Acknowledged> noting = writers.submit(() -> writeNotes(anna, annasCall.getInt("id"), kill));
                Future<Acknowledged> handing = writers.submit(() -> handOff(
                        ben,
                        bensCall.getInt("id"),
                        bensCall.getJsonObject("customer").getInt("partyId"),
                        field,
                        kill));
                assertTrue(kill.await(60, TimeUnit.SECONDS), "too slow to be killed in the middle");
                house.server().kill();
                notes = noting.get(60, TimeUnit.SECONDS);
                handoffs = handing.get(60, TimeUnit.SECONDS);
            } finally {
                writers.shutdownNow();
            }

            house.server().start();
            house.awaitConnected();
            // Whoever was signed in still is: the same sessions go on.
            String note = anna.get("calls/" + annasCall.getInt("id"))
                    .expect(200)
                    .object()
                    .getJsonObject("note")
                    .getString("text");
            int written = Integer.parseInt(note.substring(note.lastIndexOf(' ') + 1));
            int acknowledged =
                    Integer.parseInt(notes.lastNote().substring(notes.lastNote().lastIndexOf(' ') + 1));
            // One more may have been committed whose acknowledgement was lost.
            assertTrue(written == acknowledged || written == acknowledged + 1, note + " after " + notes.lastNote());

            JsonObject answered =
                    ben.get("calls/" + bensCall.getInt("id")).expect(200).object();
            assertEquals(
                    "PRICE",
                    answered.getJsonArray("prompts")
                            .getJsonObject(0)
                            .getJsonObject("answer")
                            .getString("reason"));
            long kept = answered.getJsonArray("handoffs").size();
            assertTrue(
                    kept == handoffs.handoffKeys().size()
                            || kept == handoffs.handoffKeys().size() + 1,
                    kept + " handoffs of " + handoffs.handoffKeys().size() + " acknowledged");
            // Sent again after the restart, as a browser does that had no answer: none is doubled.
            for (String key : handoffs.handoffKeys()) {
                ben.post(
                                "handoffs",
                                handoff(
                                        key,
                                        bensCall.getInt("id"),
                                        bensCall.getJsonObject("customer").getInt("partyId"),
                                        field))
                        .expect(200);
            }

            // The calls went on at the telephone system meanwhile, and are on the screens again as what they are.
            try (EventStream stream = anna.stream()) {
                JsonObject snapshot = stream.await("snapshot", any -> true).object();
                assertTrue(
                        snapshot.getJsonArray("calls").getValuesAs(JsonObject.class).stream()
                                .anyMatch(call -> call.getInt("id") == annasCall.getInt("id")
                                        && call.getString("state").equals("TALKING")),
                        snapshot.toString());
            }
            house.asterisk().clear();
            Await.until(
                    "the calls end on the screens too",
                    Duration.ofSeconds(15),
                    () -> !anna.get("calls/" + annasCall.getInt("id"))
                            .object()
                            .getString("state")
                            .equals("TALKING"));
        }
    }

    private static JsonObject talking(ApiClient agent) {
        try (EventStream stream = agent.stream()) {
            return Await.until(
                            "talking",
                            Duration.ofSeconds(20),
                            () -> stream.events().stream()
                                    .flatMap(event -> event.name().equals("snapshot")
                                            ? event
                                                    .object()
                                                    .getJsonArray("calls")
                                                    .getValuesAs(JsonObject.class)
                                                    .stream()
                                            : event.name().equals("call") ? Stream.of(event.object()) : Stream.empty())
                                    .filter(call -> call.getString("state").equals("TALKING"))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static Acknowledged writeNotes(ApiClient agent, int call, CountDownLatch progress) {
        String last = "Stand 0";
        int revision = 0;
        int attempt = 0;
        try {
            while (true) {
                attempt++;
                String text = "Stand " + attempt;
                var answer = agent.put(
                        "calls/" + call + "/note",
                        Json.createObjectBuilder()
                                .add("text", text)
                                .add("revision", revision)
                                .build());
                if (answer.status() != 200) {
                    return new Acknowledged(last, Set.of(), attempt);
                }
                revision = answer.object().getInt("revision");
                last = text;
                progress.countDown();
            }
        } catch (UncheckedIOException killed) {
            return new Acknowledged(last, Set.of(), attempt);
        }
    }

    private static Acknowledged handOff(
            ApiClient agent, int call, int party, String recipient, CountDownLatch progress) {
        Set<String> keys = new LinkedHashSet<>();
        try {
            while (true) {
                String key = UUID.randomUUID().toString();
                var answer = agent.post("handoffs", handoff(key, call, party, recipient));
                if (answer.status() != 201) {
                    return new Acknowledged("", keys, keys.size());
                }
                keys.add(key);
                progress.countDown();
            }
        } catch (UncheckedIOException killed) {
            return new Acknowledged("", keys, keys.size());
        }
    }

    private static JsonObject handoff(String key, int call, int party, String recipient) {
        return Json.createObjectBuilder()
                .add("key", key)
                .add("callId", call)
                .add("partyId", party)
                .add("recipientId", recipient)
                .add("occasion", "QUOTE_FOLLOW_UP")
                .add("said", "Zu teuer")
                .add("wanted", "Bitte nachfassen")
                .add("dueOn", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())
                .add("urgency", "NORMAL")
                .build();
    }
}

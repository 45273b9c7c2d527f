package de.zuruf.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.journey.CallRecords;
import de.zuruf.system.journey.RealHouse;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The line to the telephone system, or to a browser, is bad in the middle of calls. Afterwards every call is recorded once and
 * on the right screens, none goes on that is over, and none is missing but those within a gap that the report declares. anna
 * sits at 201, ben at 207, clara at 208. All the while the telephone system's clock is five minutes slow.
 */
class TelephonyFaultsIT {

    private static final Map<String, String> TELEPHONES = Map.of("anna", "201", "ben", "207", "clara", "208");
    private static final String ANNAS_NUMBER = "+493023125201";
    private static final String BENS_NUMBER = "+493023125207";
    private static final String CLARAS_NUMBER = "+493023125208";
    private static final Duration SOON = Duration.ofSeconds(15);

    private static AmiRelay relay;
    private static RealHouse house;
    private static int callers = 600;

    private final Map<String, ApiClient> agents = new TreeMap<>();
    private final Map<String, EventStream> streams = new TreeMap<>();
    private CallRecords records;
    private Instant begin;

    @BeforeAll
    static void open() {
        RealAsterisk asterisk = RealAsterisk.startWithClock("-5m");
        relay = new AmiRelay(asterisk.amiPort());
        ZurufServer.Builder server =
                RealHouse.readable(RealHouse.at(ZurufServer.named("telephony-faults"), relay.port()));
        // Who is refused waits for twelve times as long as he may between two attempts.
        house = RealHouse.open(
                asterisk,
                RealHouse.changed(server, "pbx-asterisk.xml", "password=", "reconnectSeconds=\"1\" password="));
        house.awaitConnected();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
        if (relay != null) {
            relay.close();
        }
    }

    @BeforeEach
    void signIn() {
        begin = Clock.systemUTC().instant();
        records = CallRecords.of(house.server().data());
        TELEPHONES.forEach((name, extension) -> {
            ApiClient agent = ApiClient.agent(house.server().base(), name, RealHouse.PASSWORD, extension);
            agents.put(name, agent);
            EventStream stream = agent.stream();
            stream.await("snapshot", any -> true);
            streams.put(name, stream);
        });
    }

    @AfterEach
    void tidy() {
        streams.values().forEach(EventStream::close);
        house.asterisk().clear();
        records.close();
    }

    private static String caller() {
        return "+496990009" + callers++;
    }

    private static Process dials(String caller, String number, String... options) {
        var all = new ArrayList<>(List.of("--from", caller));
        all.addAll(List.of(options));
        return house.asterisk().call(number, all.toArray(String[]::new));
    }

    /** Asterisk ends the call, so an unanswered one counts as not answered rather than as given up. */
    private static void hangUp(String caller) {
        house.asterisk().hangUp(List.of(), List.of(caller));
    }

    private List<JsonObject> cards(String agent, String caller) {
        return streams.get(agent).events().stream()
                .filter(event -> event.name().equals("call") && event.data().contains(caller))
                .map(EventStream.Event::object)
                .filter(card -> caller.equals(card.getJsonObject("caller").getString("number", null)))
                .toList();
    }

    /** The states of a caller's card at an agent, each once. */
    private String seen(String agent, String caller) {
        var states = new ArrayList<String>();
        for (JsonObject card : cards(agent, caller)) {
            String state = card.getString("state");
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return String.join(", ", states);
    }

    private void sees(String agent, String caller, String states) {
        Await.until(agent + " sees " + states, SOON, () -> seen(agent, caller), states::equals);
    }

    /** How the calls of this test ended, by caller; fails when a caller has two. */
    private Map<String, String> ends() {
        return records.since(begin, any -> true).stream()
                .collect(Collectors.toMap(
                        CallRecords.Call::number,
                        call -> call.over() ? call.cause() : "NOT OVER",
                        (one, another) -> one + " AND " + another,
                        TreeMap::new));
    }

    private void assertEnds(Map<String, String> expected) {
        Await.until("the calls are recorded", SOON, this::ends, new TreeMap<>(expected)::equals);
    }

    /** What an agent who opens a browser now has on the screen: nothing rings, nobody talks. */
    private void assertNoGhosts() {
        agents.forEach((name, agent) -> {
            try (EventStream fresh = agent.stream()) {
                JsonObject snapshot = fresh.await("snapshot", any -> true).object();
                Set<String> states = snapshot.getJsonArray("calls").getValuesAs(JsonObject.class).stream()
                        .map(card -> card.getString("state"))
                        .collect(Collectors.toSet());
                assertFalse(states.contains("RINGING") || states.contains("TALKING"), name + " " + states);
            }
        });
    }

    private static List<JsonObject> gaps() {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/Berlin")));
        return house.signedIn("sabine")
                .get("reports/calls?from=" + today.minusDays(1) + "&to=" + today + "&interval=day")
                .expect(200)
                .object()
                .getJsonArray("gaps")
                .getValuesAs(JsonObject.class);
    }

    private static JsonObject newestGap() {
        return gaps().stream()
                .max(Comparator.comparing(gap -> gap.getString("from")))
                .orElseThrow();
    }

    private static void assertWithin(Instant from, Instant to, JsonObject gap) {
        assertFalse(Instant.parse(gap.getString("from")).isAfter(from), from + " before " + gap);
        assertFalse(Instant.parse(gap.getString("to")).isBefore(to), to + " after " + gap);
    }

    // ---- the faults ----------------------------------------------------------------------------------------------

    @Test
    void aClockThatIsSlowTellsNoTime() {
        String caller = caller();
        house.asterisk().phone("208", "--ring", "900");
        dials(caller, CLARAS_NUMBER, "--hold", "1500");
        sees("clara", caller, "RINGING, TALKING, WRAP_UP");
        assertEnds(Map.of(caller, "ANSWERED"));
        CallRecords.Call call = records.since(begin, any -> true).get(0);
        // Its clock is wrong indeed: it names calls by the second in which they begin.
        long named = Long.parseLong(call.linkedId().replaceFirst("\\..*", ""));
        assertTrue(begin.getEpochSecond() - named > 240, named + " at " + begin);
        List<Instant> told = List.of(call.started(), call.answered(), call.ended());
        assertTrue(begin.isBefore(told.get(0)), told + " after " + begin);
        assertEquals(told, told.stream().sorted().toList());
        assertTrue(told.get(2).isBefore(Clock.systemUTC().instant()), told.toString());
        assertTrue(Duration.between(told.get(0), told.get(2)).compareTo(Duration.ofSeconds(60)) < 0, told.toString());
    }

    @Test
    void aLineThatHasGoneDeafIsGivenUp() throws Exception {
        String talks = caller();
        String leaves = caller();
        String unseen = caller();
        String comes = caller();
        house.asterisk().phone("208", "--ring", "400");
        house.asterisk().phone("201", "--never");
        house.asterisk().phone("207", "--never");
        dials(talks, CLARAS_NUMBER, "--hold", "240000");
        sees("clara", talks, "RINGING, TALKING");
        dials(leaves, ANNAS_NUMBER, "--cancel", "240000");
        sees("anna", leaves, "RINGING");

        relay.goDeaf();
        Instant deaf = Clock.systemUTC().instant();
        hangUp(leaves);
        Process missed = dials(unseen, ANNAS_NUMBER, "--cancel", "1200");
        assertTrue(missed.waitFor(60, TimeUnit.SECONDS));
        Instant over = Clock.systemUTC().instant();
        dials(comes, BENS_NUMBER, "--cancel", "240000");
        Await.until("the loss is noticed", SOON, () -> !house.isConnected());
        relay.hear();
        house.awaitConnected();

        // Who left is gone, who came is there, and who talks has not noticed anything.
        sees("anna", leaves, "RINGING, GONE");
        sees("ben", comes, "RINGING");
        assertEquals("RINGING, TALKING", seen("clara", talks));
        hangUp(comes);
        hangUp(talks);
        sees("ben", comes, "RINGING, GONE");
        sees("clara", talks, "RINGING, TALKING, WRAP_UP");
        assertEnds(Map.of(talks, "ANSWERED", leaves, "UNKNOWN", comes, "NO_ANSWER"));
        // The one call that nobody can know of lies within what the report does not know.
        assertWithin(deaf, over, newestGap());
        assertNoGhosts();
    }

    @Test
    void aManagerUserWhoIsTakenAwayComesBack() throws Exception {
        String talks = caller();
        String rings = caller();
        house.asterisk().phone("208", "--ring", "400");
        house.asterisk().phone("201", "--never");
        dials(talks, CLARAS_NUMBER, "--hold", "240000");
        sees("clara", talks, "RINGING, TALKING");

        house.asterisk().manager(false);
        Instant begun;
        Instant over;
        try {
            // Asterisk leaves him the session that he has; the next one it refuses.
            dials(rings, ANNAS_NUMBER, "--cancel", "240000");
            sees("anna", rings, "RINGING");
            relay.cut();
            begun = Clock.systemUTC().instant();
            Await.until("the loss is noticed", SOON, () -> !house.isConnected());
            house.server().awaitLogged("ZURUF1003E");
            hangUp(rings);
            over = Clock.systemUTC().instant();
        } finally {
            house.asterisk().manager(true);
        }
        house.awaitConnected();

        sees("anna", rings, "RINGING, GONE");
        assertEquals("RINGING, TALKING", seen("clara", talks));
        hangUp(talks);
        sees("clara", talks, "RINGING, TALKING, WRAP_UP");
        assertEnds(Map.of(talks, "ANSWERED", rings, "UNKNOWN"));
        assertWithin(begun, over, newestGap());
        assertNoGhosts();
    }

    @Test
    void aFloodOfEventsDrownsNoCall() throws Exception {
        String rings = caller();
        String next = caller();
        house.asterisk().phone("201", "--ring", "6000");
        house.asterisk().phone("207", "--ring", "400");
        Process first = dials(rings, ANNAS_NUMBER, "--hold", "1500");
        sees("anna", rings, "RINGING");
        var flood = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            String channel = "Channel: PJSIP/999-" + i + "\r\nUniqueid: 9." + i + "\r\nLinkedid: 9." + i + "\r\n";
            flood.append("Event: Newchannel\r\nPrivilege: call,all\r\n")
                    .append(channel)
                    .append("ChannelState: 0\r\nChannelStateDesc: Down\r\nContext: nowhere\r\nExten: \r\n\r\n")
                    .append(
                            "Event: DeviceStateChange\r\nPrivilege: call,all\r\nDevice: PJSIP/999\r\nState: INUSE\r\n\r\n")
                    .append("Event: Newexten\r\nPrivilege: dialplan,all\r\n")
                    .append(channel)
                    .append("Application: NoOp\r\nAppData: x\r\n\r\n")
                    .append("Event: Hangup\r\nPrivilege: call,all\r\n")
                    .append(channel)
                    .append("Cause: 16\r\n\r\n");
        }
        relay.say(flood.toString().getBytes(StandardCharsets.UTF_8));
        Process second = dials(next, BENS_NUMBER, "--hold", "1500");
        sees("ben", next, "RINGING, TALKING, WRAP_UP");
        assertTrue(first.waitFor(60, TimeUnit.SECONDS) && second.waitFor(60, TimeUnit.SECONDS));
        sees("anna", rings, "RINGING, TALKING, WRAP_UP");
        assertEnds(Map.of(rings, "ANSWERED", next, "ANSWERED"));
        house.awaitConnected();
        assertNoGhosts();
    }

    @Test
    void aBrowserThatDoesNotReadDelaysNobody() throws Exception {
        String talks = caller();
        String rings = caller();
        house.asterisk().phone("208", "--ring", "400");
        house.asterisk().phone("201", "--never");
        ApiClient clara = agents.get("clara");
        int revision = 0;
        try (InputStream stalled = clara.stalledStream()) {
            dials(talks, CLARAS_NUMBER, "--hold", "240000");
            sees("clara", talks, "RINGING, TALKING");
            int id = cards("clara", talks).get(0).getInt("id");
            // Far more than a connection and the server's queue hold.
            for (int i = 0; i < 1_200; i++) {
                revision = clara.put(
                                "calls/" + id + "/note",
                                Json.createObjectBuilder()
                                        .add("text", "Stand " + i + " " + "x".repeat(19_000))
                                        .add("revision", revision)
                                        .build())
                        .expect(200)
                        .object()
                        .getInt("revision");
            }
            dials(rings, ANNAS_NUMBER, "--cancel", "240000");
            sees("anna", rings, "RINGING");
            int last = revision;
            Await.until(
                    "clara's other browser has the last note",
                    SOON,
                    () -> streams.get("clara").events().stream()
                            .skip(Math.max(0, streams.get("clara").events().size() - 5))
                            .anyMatch(event -> event.data().contains("\"text\":\"Stand 1199 ")
                                    && event.data().contains("\"revision\":" + last)));
            hangUp(rings);
            hangUp(talks);
            sees("anna", rings, "RINGING, GONE");
            sees("clara", talks, "RINGING, TALKING, WRAP_UP");
            // It was cut off: what it is given late is not passed off as the present.
            String late = CompletableFuture.supplyAsync(() -> read(stalled)).get(60, TimeUnit.SECONDS);
            assertTrue(late.contains("Stand 0 "), "was connected");
            assertFalse(late.contains("Stand 1199 "), "was not stalled");
        }
        assertEnds(Map.of(talks, "ANSWERED", rings, "NO_ANSWER"));
        assertNoGhosts();
    }

    /** What is there until the stream ends, in order or not. */
    private static String read(InputStream stream) {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        try {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (IOException e) {
            all.writeBytes(" cut".getBytes(StandardCharsets.UTF_8));
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}

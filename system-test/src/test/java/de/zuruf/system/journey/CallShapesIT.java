package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Calls of every shape at a real Asterisk: what each agent's screen shows, in which order, and what is owed to the caller
 * afterwards. anna sits at 201, ben at 207, clara at 208.
 */
class CallShapesIT {

    private static final Map<String, String> TELEPHONES = Map.of("anna", "201", "ben", "207", "clara", "208");
    private static final String CLARAS_NUMBER = "+493023125208";

    /** In docs/demo-company.md. */
    private static final String CUSTOMER = "+493023125377";

    private static RealHouse house;
    private static int callers = 300;

    private final Map<String, ApiClient> agents = new TreeMap<>();
    private final Map<String, EventStream> streams = new TreeMap<>();
    private String caller;

    @BeforeAll
    static void open() {
        house = RealHouse.open("call-shapes", Database.embedded());
        house.awaitConnected();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @BeforeEach
    void signIn() {
        caller = "+496990009" + callers++;
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
        TELEPHONES.keySet().forEach(house::tidy);
    }

    // ---- what happens --------------------------------------------------------------------------------------------

    private static void phone(String extension, String... options) {
        house.asterisk().phone(extension, options);
    }

    private Process dials(String number, String... options) {
        var all = new ArrayList<>(List.of("--from", caller));
        all.addAll(List.of(options));
        return house.asterisk().call(number, all.toArray(String[]::new));
    }

    private static void over(Process call) throws InterruptedException {
        assertTrue(call.waitFor(60, java.util.concurrent.TimeUnit.SECONDS), "the call ends");
    }

    // ---- what is seen --------------------------------------------------------------------------------------------

    private List<JsonObject> cards(String agent) {
        return streams.get(agent).events().stream()
                .filter(event -> event.name().equals("call"))
                .map(EventStream.Event::object)
                .filter(card -> caller.equals(card.getJsonObject("caller").getString("number", null)))
                .toList();
    }

    /** The states of the call at an agent, in order, each once. */
    private String seen(String agent) {
        var states = new ArrayList<String>();
        for (JsonObject card : cards(agent)) {
            String state = card.getString("state") + (card.containsKey("heldSince") ? " (held)" : "");
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return String.join(", ", states);
    }

    private void assertSeen(String anna, String ben, String clara) {
        Await.until(
                "all have seen the end",
                Duration.ofSeconds(10),
                () -> seen("anna").equals(anna)
                                && seen("ben").equals(ben)
                                && seen("clara").equals(clara)
                        || settled(anna, ben, clara));
        assertEquals(anna, seen("anna"), "anna");
        assertEquals(ben, seen("ben"), "ben");
        assertEquals(clara, seen("clara"), "clara");
    }

    /** Something else than expected has come, so that waiting is in vain. */
    private boolean settled(String anna, String ben, String clara) {
        return !anna.startsWith(seen("anna")) || !ben.startsWith(seen("ben")) || !clara.startsWith(seen("clara"));
    }

    private JsonObject state(String agent, String state) {
        Await.until(
                agent + " sees " + state,
                Duration.ofSeconds(15),
                () -> seen(agent).endsWith(state));
        List<JsonObject> cards = cards(agent);
        return cards.get(cards.size() - 1);
    }

    private List<JsonObject> owed() {
        return agents.get("anna").get("callbacks").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(row -> caller.equals(row.getJsonObject("caller").getString("number")))
                .toList();
    }

    private void assertNothingOwed() {
        assertEquals(List.of(), owed());
    }

    private JsonObject assertOwedOnce() {
        Await.until("a callback is owed", Duration.ofSeconds(10), () -> !owed().isEmpty());
        List<JsonObject> rows = owed();
        assertEquals(1, rows.size());
        assertEquals(1, rows.get(0).getInt("attempts"));
        return rows.get(0);
    }

    // ---- the shapes ----------------------------------------------------------------------------------------------

    @Test
    void aBlindTransferTakesTheNoteAlong() throws Exception {
        caller = CUSTOMER;
        phone("208", "--ring", "400", "--then", "2500 refer:207");
        phone("207", "--ring", "3000");
        Process call = dials(CLARAS_NUMBER, "--hold", "60000");
        int id = state("clara", "TALKING").getInt("id");
        agents.get("clara")
                .put(
                        "calls/" + id + "/note",
                        Json.createObjectBuilder()
                                .add("text", "Will die Rechnung von Mai besprechen")
                                .add("revision", 0)
                                .build())
                .expect(200);
        JsonObject ringing = state("ben", "RINGING");
        assertEquals(
                "Will die Rechnung von Mai besprechen",
                ringing.getJsonObject("note").getString("text"));
        JsonObject passedOn = ringing.getJsonArray("transfers").getJsonObject(0);
        assertEquals(name("clara"), passedOn.getString("by"));
        assertEquals(name("ben"), passedOn.getString("target"));
        try (var screens = new Screens();
                Screen screen = screens.desktop(house.server().base(), "ben", RealHouse.PASSWORD)) {
            assertThat(screen.card("RINGING").or(screen.card("TALKING"))).isVisible();
            assertThat(screen.id("call-transfers")).containsText(name("clara") + " hat an " + name("ben"));
            assertThat(screen.id("note-input")).hasValue("Will die Rechnung von Mai besprechen");
            screen.isAccessible();
            screen.withoutDemoPanel().picture("weitergeleitet");
        }
        state("ben", "TALKING");
        house.asterisk().console("channel", "request", "hangup", "all");
        over(call);
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, TALKING, WRAP_UP");
        // Each closes his own card.
        close("clara", id);
        assertEquals("DONE", stateOf("clara", id));
        assertEquals("WRAP_UP", stateOf("ben", id));
        assertNothingOwed();
    }

    private String name(String agent) {
        return agents.get(agent)
                .get("session")
                .expect(200)
                .object()
                .getJsonObject("user")
                .getString("name");
    }

    private String stateOf(String agent, int call) {
        return agents.get(agent).get("calls/" + call).expect(200).object().getString("state");
    }

    private void close(String agent, int call) {
        agents.get(agent)
                .put(
                        "calls/" + call + "/wrap-up",
                        Json.createObjectBuilder()
                                .add("disposition", "OTHER")
                                .add("done", true)
                                .build())
                .expect(200);
    }

    @Test
    void whoIsLostInATransferIsOwedACallback() throws Exception {
        phone("208", "--ring", "400", "--then", "600 refer:207");
        phone("207", "--never");
        over(dials(CLARAS_NUMBER, "--hold", "2500"));
        assertSeen("", "RINGING, GONE", "RINGING, TALKING, WRAP_UP");
        assertTrue(assertOwedOnce().getBoolean("passedOn"));
    }

    @Test
    void aTransferToAQueueIsTheSameCall() throws Exception {
        phone("201", "--ring", "400", "--then", "600 refer:602");
        phone("207", "--ring", "600");
        over(dials("+493023125100", "--hold", "2800"));
        assertSeen("RINGING, TALKING, WRAP_UP", "RINGING, TALKING, WRAP_UP", "");
        assertEquals("technik", cards("ben").get(0).getString("queue"));
        assertEquals(cards("anna").get(0).getInt("id"), cards("ben").get(0).getInt("id"));
        assertNothingOwed();
    }

    @Test
    void anAttendedTransferHandsTheCallerOver() throws Exception {
        phone("208", "--ring", "400", "--then", "300 hold");
        phone("207", "--ring", "500");
        Process call = dials(CLARAS_NUMBER, "--hold", "6000");
        state("clara", "TALKING (held)");
        over(house.asterisk().call("207", "--ext", "208", "--hold", "900", "--replace", "208"));
        over(call);
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, TALKING, TALKING (held), TALKING, WRAP_UP");
        JsonObject passedOn = cards("ben")
                .get(cards("ben").size() - 1)
                .getJsonArray("transfers")
                .getJsonObject(0);
        assertTrue(passedOn.getBoolean("asked"));
        assertEquals(name("ben"), passedOn.getString("target"));
        assertNothingOwed();
    }

    @Test
    void aHeldCallerIsTakenBack() throws Exception {
        phone("208", "--ring", "400", "--then", "400 hold 800 resume");
        over(dials(CLARAS_NUMBER, "--hold", "2500"));
        assertSeen("", "", "RINGING, TALKING, TALKING (held), TALKING, WRAP_UP");
    }

    @Test
    void whoHoldsSeesIt() throws Exception {
        phone("208", "--ring", "400", "--then", "400 hold");
        Process call = dials(CLARAS_NUMBER, "--hold", "60000");
        state("clara", "TALKING (held)");
        try (var screens = new Screens();
                Screen screen = screens.desktop(house.server().base(), "clara", RealHouse.PASSWORD)) {
            assertThat(screen.id("call-held")).isVisible();
            screen.isAccessible();
        }
        house.asterisk().console("channel", "request", "hangup", "all");
        over(call);
        state("clara", "WRAP_UP");
    }

    @Test
    void whoPicksUpFromAnotherTelephoneHasTheCall() throws Exception {
        phone("208", "--never");
        Process call = dials(CLARAS_NUMBER, "--hold", "2000");
        state("clara", "RINGING");
        Process picking = house.asterisk().call("*8208", "--ext", "207", "--hold", "20000");
        over(call);
        over(picking);
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, GONE");
        assertEquals(
                "ANSWERED_ELSEWHERE",
                cards("clara").get(cards("clara").size() - 1).getString("goneReason"));
        assertNothingOwed();
    }

    @Test
    void aParkedCallerIsFetchedByAColleague() throws Exception {
        phone("208", "--ring", "400", "--then", "500 refer:700");
        Process call = dials(CLARAS_NUMBER, "--hold", "4500");
        Await.until(
                "clara sees the parking space",
                Duration.ofSeconds(10),
                () -> cards("clara").stream().anyMatch(card -> "701".equals(card.getString("parkedSpace", null))));
        Process fetching = house.asterisk().call("701", "--ext", "207", "--hold", "20000");
        over(call);
        over(fetching);
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, TALKING, WRAP_UP");
        assertNothingOwed();
    }

    @Test
    void whoIsForgottenInAParkingSpaceIsOwedACallback() throws Exception {
        phone("208", "--ring", "400", "--then", "500 refer:700");
        over(dials(CLARAS_NUMBER, "--hold", "2500"));
        assertSeen("", "", "RINGING, TALKING, WRAP_UP");
        assertTrue(assertOwedOnce().getBoolean("passedOn"));
    }

    @Test
    void inAConferenceTwoTalkWithTheCaller() throws Exception {
        phone("208", "--ring", "400", "--then", "500 refer:800");
        Process call = dials(CLARAS_NUMBER, "--hold", "6000");
        state("clara", "WRAP_UP");
        Process clara = house.asterisk().call("800", "--ext", "208", "--hold", "2000");
        state("clara", "TALKING");
        Process ben = house.asterisk().call("800", "--ext", "207", "--hold", "1000");
        state("ben", "TALKING");
        assertTrue(seen("clara").endsWith("TALKING"), "both talk: " + seen("clara"));
        over(ben);
        over(clara);
        over(call);
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, TALKING, WRAP_UP, RINGING, TALKING, WRAP_UP");
        assertNothingOwed();
    }

    @Test
    void aMessageOnTheAnsweringMachineIsOneMissedCall() throws Exception {
        phone("208", "--never");
        over(dials("+493023125193", "--hold", "1500"));
        assertSeen("", "", "RINGING, GONE");
        Await.until(
                "the message is told",
                Duration.ofSeconds(10),
                () -> owed().stream().anyMatch(row -> row.getBoolean("voicemail")));
        assertTrue(assertOwedOnce().getBoolean("voicemail"));
    }

    @Test
    void aForwardedCallIsAnsweredNotMissed() throws Exception {
        phone("208", "--ring", "400", "--reject");
        phone("207", "--ring", "500");
        over(dials("+493023125190", "--hold", "800"));
        assertSeen("", "RINGING, TALKING, WRAP_UP", "RINGING, GONE");
        assertNothingOwed();
    }

    @Test
    void anOverflowedCallLeavesNoStaleCard() throws Exception {
        phone("201", "--never");
        phone("207", "--ring", "500");
        over(dials("+493023125120", "--hold", "800"));
        assertSeen("RINGING, GONE", "RINGING, TALKING, WRAP_UP", "");
        assertNothingOwed();
    }

    @Test
    void aLocalChannelInBetweenIsNoTelephone() throws Exception {
        phone("207", "--ring", "500");
        over(dials("+493023125191", "--hold", "800"));
        assertSeen("", "RINGING, TALKING, WRAP_UP", "");
    }

    @Test
    void aMenuIsNobodyWhoAnswers() throws Exception {
        phone("207", "--never");
        over(dials("+493023125170", "--hold", "2500"));
        assertSeen("", "RINGING, GONE", "");
        assertOwedOnce();
    }

    @Test
    void whoeverIsCalledBackIsOwedNothingMore() throws Exception {
        phone("208", "--never");
        over(dials(CLARAS_NUMBER, "--cancel", "1200"));
        assertOwedOnce();
        phone("outside", "--ring", "400");
        over(house.asterisk().call("00" + caller.substring("+49".length()), "--ext", "208", "--hold", "600"));
        Await.until("the callback is settled", Duration.ofSeconds(10), () -> owed().isEmpty());
        Await.until(
                "the call is in clara's list",
                Duration.ofSeconds(10),
                () ->
                        agents
                                .get("clara")
                                .get("calls?mine=true&limit=5")
                                .expect(200)
                                .array()
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .anyMatch(row -> row.getBoolean("outgoing")
                                        && row.containsKey("endedAt")
                                        && caller.equals(
                                                row.getJsonObject("caller").getString("number"))));
        assertEquals("RINGING, GONE", seen("clara"), "no card of a call that she has placed");
    }

    @Test
    void aGroupWithoutQueueMissesACallOnce() throws Exception {
        phone("201", "--never");
        phone("202", "--never");
        over(dials("+493023125180", "--cancel", "1500"));
        assertSeen("RINGING, GONE", "", "");
        assertOwedOnce();
    }
}

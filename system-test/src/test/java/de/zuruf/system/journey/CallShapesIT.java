package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Calls of every shape at a real Asterisk. Each scenario is held to its {@link Story}: the complete record of each of its calls,
 * what each of three agents saw, in which order and whether before or after the answer, and what is owed to the caller. anna
 * sits at 201, ben at 207, clara at 208; nobody sits at the other telephones.
 *
 * <p>{@code -Dcallshapes.write=true} writes stories that are missing or no longer true; read them before you keep them.
 */
@ExtendWith({SharedHouse.class, CallShapesIT.Telling.class})
@ResourceLock(providers = Scenario.Telephones.class)
class CallShapesIT {

    private static final Map<String, String> TELEPHONES =
            new TreeMap<>(Map.of("anna", "201", "ben", "207", "clara", "208"));
    private static final String ANNAS_NUMBER = "+493023125201";
    private static final String CLARAS_NUMBER = "+493023125208";

    /** In docs/demo-company.md. */
    private static final String CUSTOMER = "+493023125377";

    private static final Duration SOON = Duration.ofSeconds(15);

    private static RealHouse house;
    private static int callsBefore;
    private static final Map<String, ApiClient> AGENTS = new TreeMap<>();
    private static final Map<String, EventStream> STREAMS = new TreeMap<>();
    private static final AtomicInteger CALLERS = new AtomicInteger(300);

    /** Scenarios that were as they should be when they were over. */
    private static final Collection<CallShapesIT> TOLD = new ConcurrentLinkedQueue<>();

    private final List<Process> running = new ArrayList<>();
    private Method scenario;
    private Set<String> extensions;
    private String caller;
    private final Set<String> callers = new TreeSet<>();
    private Instant begin;
    private Instant end = Instant.MAX;
    private final Map<String, Integer> before = new TreeMap<>();
    private CallRecords records;
    private String happened;

    @BeforeAll
    static void open(RealHouse shared) {
        house = shared;
        house.awaitConnected();
        try (CallRecords records = CallRecords.of(house.server().data())) {
            callsBefore = records.count();
        }
        TELEPHONES.forEach((name, extension) -> {
            ApiClient agent = ApiClient.agent(house.server().base(), name, RealHouse.PASSWORD, extension);
            AGENTS.put(name, agent);
            EventStream stream = agent.stream();
            stream.await("snapshot", any -> true);
            STREAMS.put(name, stream);
        });
    }

    /** Nothing has changed since each scenario was over, and no calls are recorded but theirs. */
    @AfterAll
    static void close() {
        if (house == null) {
            return;
        }
        try (CallRecords records = CallRecords.of(house.server().data())) {
            int calls = 0;
            for (CallShapesIT one : TOLD) {
                one.records = records;
                assertEquals(one.happened, one.story(), "changed after the end: " + one.scenario.getName());
                calls += one.calls().size();
            }
            if (TOLD.size() == scenarios().count()) {
                assertEquals(calls, records.count() - callsBefore, "calls that belong to no scenario");
            }
        } finally {
            STREAMS.values().forEach(EventStream::close);
        }
    }

    private static Stream<Method> scenarios() {
        return Stream.of(CallShapesIT.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Scenario.class));
    }

    @BeforeEach
    void begin(TestInfo test) {
        scenario = test.getTestMethod().orElseThrow();
        if (!scenario.isAnnotationPresent(Scenario.class)) {
            return;
        }
        extensions = Stream.of(scenario.getAnnotation(Scenario.class).at())
                .filter(at -> at.matches("2\\d\\d"))
                .collect(Collectors.toSet());
        caller = another();
        begin = Clock.systemUTC().instant();
        STREAMS.forEach((agent, stream) -> before.put(agent, stream.events().size()));
        records = CallRecords.of(house.server().data());
    }

    @AfterEach
    void tidy() {
        if (records == null) {
            return;
        }
        RealAsterisk.end(running);
        house.asterisk().hangUp(extensions, callers);
        records.close();
    }

    /** A scenario that went through to its end is held to its story. */
    static final class Telling implements AfterTestExecutionCallback {
        @Override
        public void afterTestExecution(ExtensionContext context) {
            CallShapesIT test = (CallShapesIT) context.getRequiredTestInstance();
            if (context.getExecutionException().isEmpty() && test.records != null) {
                test.tell();
            }
        }
    }

    // ---- what happens --------------------------------------------------------------------------------------------

    private void phone(String extension, String... options) {
        running.add(house.asterisk().phone(extension, options));
    }

    /** {@return the number of one more caller of this scenario} */
    private String another() {
        String number = "+496990009" + CALLERS.getAndIncrement();
        callers.add(number);
        return number;
    }

    private Process dials(String number, String... options) {
        return dialsAs(caller, number, options);
    }

    private Process dialsAs(String from, String number, String... options) {
        var all = new ArrayList<>(List.of("--from", from));
        all.addAll(List.of(options));
        return call(number, all.toArray(String[]::new));
    }

    /** Somebody of the house dials. */
    private Process calls(String extension, String number, String... options) {
        var all = new ArrayList<>(List.of("--ext", extension));
        all.addAll(List.of(options));
        return call(number, all.toArray(String[]::new));
    }

    private Process call(String number, String... options) {
        Process call = house.asterisk().call(number, options);
        running.add(call);
        return call;
    }

    private static void over(Process call) throws InterruptedException {
        assertTrue(call.waitFor(60, TimeUnit.SECONDS), "the call ends");
    }

    private void over(Process first, Process second) throws InterruptedException {
        over(first);
        over(second);
    }

    // ---- what is recorded and seen -------------------------------------------------------------------------------

    private List<CallRecords.Call> calls() {
        return records.since(
                begin,
                call -> call.started().isBefore(end)
                        && (call.internal() || call.outgoing()
                                ? extensions.contains(call.number()) || extensions.contains(call.answeredAt())
                                : callers.contains(call.number() == null ? "anonymous" : call.number())));
    }

    private List<JsonObject> cards(String agent) {
        Set<Long> ids = calls().stream().map(CallRecords.Call::id).collect(Collectors.toSet());
        return STREAMS.get(agent).events().stream()
                .skip(before.get(agent))
                .filter(event -> event.name().equals("call"))
                .map(EventStream.Event::object)
                .filter(card -> ids.contains(card.getJsonNumber("id").longValue()))
                .toList();
    }

    private static String state(JsonObject card) {
        return card.getString("state")
                + (card.getString("state").equals("GONE") ? " (" + card.getString("goneReason") + ")" : "")
                + (card.containsKey("heldSince") ? " (held)" : "")
                + (card.containsKey("parkedSpace") ? " (parked)" : "");
    }

    /** The states of a call at an agent, in order, each once, and which of them came before anybody had answered. */
    private static String seen(List<JsonObject> cards) {
        var phases = new LinkedHashMap<Boolean, List<String>>();
        for (JsonObject card : cards) {
            String state = state(card);
            // Which Asterisk says first, that one telephone stops or that another has answered, is a race within it.
            boolean answered = card.containsKey("answeredAt") || state.contains("ANSWERED_ELSEWHERE");
            List<String> states = phases.computeIfAbsent(answered, any -> new ArrayList<>());
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
        }
        return phases.entrySet().stream()
                .map(phase -> (phase.getKey() ? "[answered] " : "") + String.join(", ", phase.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Waits until the last that an agent saw of the scenario's calls is this state; {@return the card}. */
    private JsonObject sees(String agent, String state) {
        List<JsonObject> cards = Await.until(
                agent + " sees " + state,
                SOON,
                () -> cards(agent),
                seen -> !seen.isEmpty() && state(seen.get(seen.size() - 1)).equals(state));
        return cards.get(cards.size() - 1);
    }

    private List<JsonObject> owed() {
        return AGENTS.get("anna").get("callbacks").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(row -> callers.contains(row.getJsonObject("caller").getString("number", "")))
                .toList();
    }

    private String owing() {
        return owed().stream()
                .map(row -> "a callback, " + row.getInt("attempts")
                        + (row.getInt("attempts") == 1 ? " attempt" : " attempts")
                        + (row.getBoolean("passedOn") ? ", passed on" : "")
                        + (row.getBoolean("voicemail") ? ", with a message" : ""))
                .reduce((one, another) -> one + " AND " + another)
                .orElse("nothing");
    }

    /** All that is recorded and was seen, in words. */
    private String story() {
        List<CallRecords.Call> all = calls();
        var text = new StringBuilder("# ")
                .append(scenario.getAnnotation(Scenario.class).value())
                .append('\n');
        for (int i = 0; i < all.size(); i++) {
            String which = all.size() == 1 ? "" : (i + 1) + ": ";
            for (String line : all.get(i).told()) {
                text.append("recorded: ").append(which).append(line).append('\n');
            }
        }
        for (String agent : TELEPHONES.keySet()) {
            List<JsonObject> cards = cards(agent);
            for (int i = 0; i < all.size(); i++) {
                long id = all.get(i).id();
                String seen = seen(cards.stream()
                        .filter(card -> card.getJsonNumber("id").longValue() == id)
                        .toList());
                // How often a queue tries a telephone depends on how fast the machine is.
                seen = seen.replaceAll("(RINGING, GONE \\(BUSY\\))(, \\1)+", "$1, and again");
                if (!seen.isEmpty()) {
                    text.append(agent)
                            .append(" saw: ")
                            .append(all.size() == 1 ? "" : (i + 1) + ": ")
                            .append(seen)
                            .append('\n');
                }
            }
        }
        text.append("owed: ").append(owing()).append('\n');
        return callers.stream().reduce(text.toString(), (told, number) -> told.replace(number, "the caller"));
    }

    private void tell() {
        Await.until("all calls are over", SOON, () -> {
            List<CallRecords.Call> all = calls();
            return !all.isEmpty() && all.stream().allMatch(CallRecords.Call::over);
        });
        Story told = Story.of(scenario.getName());
        if (Boolean.getBoolean("callshapes.write")) {
            write(told);
        } else {
            String kept = told.kept();
            long deadline = System.nanoTime() + SOON.toNanos();
            do {
                happened = story();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            } while (!Story.aligned(happened, kept).equals(kept) && System.nanoTime() < deadline);
            assertEquals(kept, Story.aligned(happened, kept), told.file().toString());
        }
        end = Clock.systemUTC().instant();
        TOLD.add(this);
    }

    private void write(Story told) {
        var same = new AtomicInteger();
        Await.until("nothing more happens", SOON, () -> {
            String now = story();
            same.set(now.equals(happened) ? same.get() + 1 : 0);
            happened = now;
            return same.get() > 20;
        });
        if (!Story.aligned(happened, told.kept()).equals(told.kept())) {
            told.keep(happened);
        }
    }

    /** Each story has a scenario; that each scenario has a story is the scenario's own test. */
    @Test
    void storiesAreOfScenarios() {
        Set<Path> told =
                scenarios().map(method -> Story.of(method.getName()).file()).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Story.all().stream()
                        .filter(story -> !told.contains(story.toAbsolutePath()))
                        .toList());
    }

    // ---- one telephone
    // -----------------------------------------------------------------------------------------------

    @Scenario(value = "Direct dial of 201, which picks up; the caller hangs up.", at = "201")
    void aDirectCallIsAnswered() throws Exception {
        phone("201", "--ring", "900");
        over(dials(ANNAS_NUMBER, "--hold", "1200"));
    }

    @Scenario(value = "Direct dial of 201, which picks up and hangs up first.", at = "201")
    void theAgentHangsUp() throws Exception {
        phone("201", "--ring", "600", "--talk", "1000");
        over(dials(ANNAS_NUMBER, "--hold", "20000"));
    }

    @Scenario(value = "Direct dial of 201, whose agent rejects.", at = "201")
    void aBusyAgentIsMissedOnce() throws Exception {
        phone("201", "--ring", "600", "--reject");
        over(dials(ANNAS_NUMBER));
    }

    @Scenario(value = "Direct dial of 201 with 4 s of patience in the dialplan: nobody picks up.", at = "201")
    void nobodyPicksUpInTime() throws Exception {
        phone("201", "--never");
        over(dials("+493023125301"));
    }

    @Scenario(value = "Direct dial of 207, the caller gives up while it rings.", at = "207")
    void theCallerGivesUp() throws Exception {
        phone("207", "--never");
        over(dials("+493023125207", "--cancel", "1500"));
    }

    @Scenario(value = "Direct dial of 201, which is not registered: no screen shows anything.", at = "201")
    void anUnreachableTelephoneIsOwedACallback() throws Exception {
        over(dials(ANNAS_NUMBER));
    }

    @Scenario(value = "Direct dial of 207 by a caller who withholds his number.", at = "207")
    void whoWithholdsHisNumberIsAnswered() throws Exception {
        caller = "anonymous";
        callers.add(caller);
        phone("207", "--ring", "600");
        over(dials("+493023125207", "--hold", "900"));
    }

    @Scenario(value = "201 picks up, holds the caller for a while and takes him back.", at = "201")
    void aHeldCallerIsTakenBack() throws Exception {
        phone("201", "--ring", "400", "--then", "400 hold 900 resume");
        over(dials(ANNAS_NUMBER, "--hold", "2600"));
    }

    @Scenario(value = "201 picks up and holds the caller until he hangs up.", at = "201")
    void whoHoldsSeesIt() throws Exception {
        phone("201", "--ring", "400", "--then", "400 hold");
        try (var screens = new Screens();
                Screen screen = screens.desktop(house.server().base(), "anna", RealHouse.PASSWORD)) {
            Process call = dials(ANNAS_NUMBER, "--hold", "8000");
            assertThat(screen.id("call-held")).isVisible();
            screen.isAccessible();
            over(call);
        }
    }

    @Scenario(value = "207 is dialled by way of a local channel (Local/207@internal/n).", at = "207")
    void aLocalChannelInBetweenIsNoTelephone() throws Exception {
        phone("207", "--ring", "500");
        over(dials("+493023125191", "--hold", "800"));
    }

    @Scenario(value = "208 does not pick up within 2 s, the answering machine does.", at = "208")
    void aMessageOnTheAnsweringMachineIsOneMissedCall() throws Exception {
        phone("208", "--never");
        over(dials("+493023125193", "--hold", "1500"));
        Await.until("the message is told", SOON, () -> owed().stream().anyMatch(row -> row.getBoolean("voicemail")));
    }

    @Scenario(value = "207 talks when a second call of another caller knocks; he gives up.", at = "207")
    void aSecondCallKnocksInVain() throws Exception {
        phone("207", "--ring", "900");
        Process first = dials("+493023125207", "--hold", "3600");
        sees("ben", "TALKING");
        over(dialsAs(another(), "+493023125207", "--cancel", "700"));
        over(first);
    }

    @Scenario(value = "Queue zweit calls telephones that talk: 207 has two calls at once.", at = "207")
    void oneTelephoneHasTwoCalls() throws Exception {
        phone("207", "--ring", "500");
        Process first = dials("+493023125195", "--hold", "3600");
        sees("ben", "TALKING");
        over(dialsAs(another(), "+493023125195", "--hold", "1000"), first);
    }

    // ---- several telephones
    // ------------------------------------------------------------------------------------------

    @Scenario(value = "201 and 202 are dialled together; the caller gives up.", at = "201")
    void aGroupWithoutQueueMissesACallOnce() throws Exception {
        phone("201", "--never");
        phone("202", "--never");
        over(dials("+493023125180", "--cancel", "1500"));
    }

    @Scenario(value = "201, 202 and 203 are dialled together without a queue; 202 picks up.", at = "201")
    void ofAGroupWithoutQueueOneAnswers() throws Exception {
        phone("201", "--never");
        phone("202", "--ring", "1200");
        phone("203", "--never");
        over(dials("+493023125180", "--hold", "900"));
    }

    @Scenario(
            value = "208 rejects, the dialplan tries 207, which picks up (forwarded when busy).",
            at = {"207", "208"})
    void aForwardedCallIsAnsweredNotMissed() throws Exception {
        phone("208", "--ring", "400", "--reject");
        phone("207", "--ring", "500");
        over(dials("+493023125190", "--hold", "800"));
    }

    @Scenario(
            value = "208 does not pick up within 3 s, the dialplan tries 207, which picks up (forwarded when silent).",
            at = {"207", "208"})
    void whoDoesNotPickUpIsForwarded() throws Exception {
        phone("208", "--never");
        phone("207", "--ring", "500");
        over(dials("+493023125190", "--hold", "800"));
    }

    @Scenario(
            value = "208 rejects, the dialplan tries 207; the caller gives up.",
            at = {"207", "208"})
    void aForwardedCallNobodyTakesIsMissedOnce() throws Exception {
        phone("208", "--ring", "400", "--reject");
        phone("207", "--never");
        over(dials("+493023125190", "--cancel", "2200"));
    }

    @Scenario(
            value = "Follow-me of 208: 208 does not pick up within 2 s, 207 does.",
            at = {"207", "208"})
    void followMeFindsTheSecondTelephone() throws Exception {
        phone("208", "--never");
        phone("207", "--ring", "600");
        over(dials("+493023125194", "--hold", "4500"));
    }

    @Scenario(
            value = "208 rings, 207 picks the call up from there (*8208).",
            at = {"207", "208"})
    void whoPicksUpFromAnotherTelephoneHasTheCall() throws Exception {
        phone("208", "--never");
        Process call = dials(CLARAS_NUMBER, "--hold", "2000");
        sees("clara", "RINGING");
        over(call, calls("207", "*8208", "--hold", "20000"));
    }

    // ---- queues
    // ------------------------------------------------------------------------------------------------------

    @Scenario(value = "Queue vertrieb, ring all: 201, 202 and 203 ring, 201 picks up.", at = "201")
    void allRingAndOneAnswers() throws Exception {
        phone("201", "--ring", "1200");
        phone("202", "--never");
        phone("203", "--never");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "1000"));
    }

    @Scenario(value = "Queue vertrieb, ring all: 201 and 202 ring, 202 picks up.", at = "201")
    void aColleagueIsFasterInTheQueue() throws Exception {
        phone("201", "--never");
        phone("202", "--ring", "1200");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "1000"));
    }

    @Scenario(value = "Queue vertrieb: 201 and 202 ring, the caller gives up.", at = "201")
    void theCallerGivesUpInTheQueue() throws Exception {
        phone("201", "--never");
        phone("202", "--never");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--cancel", "1800"));
    }

    @Scenario(value = "Queue vertrieb: 201 rejects, 202 picks up a little later.", at = "201")
    void oneRejectsAnotherAnswers() throws Exception {
        phone("201", "--ring", "500", "--reject");
        phone("202", "--ring", "1900");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "800"));
    }

    @Scenario(value = "Queue technik: 207 rejects each time it is rung, the caller gives up.", at = "207")
    void allRejectAndTheCallerGivesUp() throws Exception {
        phone("207", "--ring", "400", "--reject");
        over(dials("+493023125160", "--cancel", "3700"));
    }

    @Scenario(
            value = "Queue vertrieb with 6 s of patience in the dialplan: nobody picks up, Asterisk ends the call.",
            at = "201")
    void theQueueRunsOutOfPatience() throws Exception {
        phone("201", "--never");
        over(dials("+493023125110"));
    }

    @Scenario(value = "Queue vertrieb without any telephone: the caller waits and gives up.", at = "201")
    void aQueueWithoutTelephonesIsOwedACallback() throws Exception {
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--cancel", "1500"));
    }

    @Scenario(
            value = "Queue vertrieb with 3 s of patience, where nobody picks up, then queue technik, where 207 does.",
            at = {"201", "207"})
    void anOverflowedCallLeavesNoStaleCard() throws Exception {
        phone("201", "--never");
        phone("207", "--ring", "500");
        over(dials("+493023125120", "--hold", "800"));
    }

    @Scenario(
            value = "Queue vertrieb with 3 s of patience, then queue technik; the caller gives up there.",
            at = {"201", "207"})
    void anOverflowedCallNobodyTakesIsMissedOnce() throws Exception {
        phone("201", "--never");
        phone("207", "--never");
        over(dials("+493023125120", "--cancel", "4800"));
    }

    @Scenario(
            value = "Queue reihe, linear: 207 rings in vain for 2 s, then 208 picks up.",
            at = {"207", "208"})
    void inOrderTheSecondTelephoneAnswers() throws Exception {
        phone("207", "--never");
        phone("208", "--ring", "600");
        over(dials("+493023125131", "--hold", "800"));
    }

    @Scenario(
            value = "Queue selten, least recent first: 207 picks up the first call, so 208 gets the second.",
            at = {"207", "208"})
    void theLeastRecentIsNext() throws Exception {
        phone("207", "--ring", "500");
        phone("208", "--ring", "500");
        over(dials("+493023125141", "--hold", "700"));
        over(dialsAs(another(), "+493023125141", "--hold", "700"));
    }

    @Scenario(
            value =
                    "Queue runde, round robin with memory: one telephone picks up the first call, the other the second.",
            at = {"207", "208"})
    void roundRobinGoesOn() throws Exception {
        phone("207", "--ring", "500");
        phone("208", "--ring", "500");
        over(dials("+493023125151", "--hold", "700"));
        over(dialsAs(another(), "+493023125151", "--hold", "700"));
    }

    @Scenario(value = "Queue weit, whose member is a local channel to 207.", at = "207")
    void aQueueReachesATelephoneByALocalChannel() throws Exception {
        phone("207", "--ring", "600");
        over(dials("+493023125196", "--hold", "800"));
    }

    @Scenario(value = "Queue technik: 207 picks up without ever having said that it rings.", at = "207")
    void whoNeverRangAnswers() throws Exception {
        phone("207", "--silent-answer");
        over(dials("+493023125160", "--hold", "900"));
    }

    @Scenario(value = "A menu picks up, then queue technik; the caller gives up.", at = "207")
    void aMenuIsNobodyWhoAnswers() throws Exception {
        phone("207", "--never");
        over(dials("+493023125170", "--hold", "2500"));
    }

    @Scenario(value = "A menu picks up, then queue technik, where 207 picks up.", at = "207")
    void afterAMenuSomebodyAnswers() throws Exception {
        phone("207", "--ring", "700");
        over(dials("+493023125170", "--hold", "2800"));
    }

    // ---- passed on
    // ---------------------------------------------------------------------------------------------------

    @Scenario(
            value = "208 picks up, writes a note and transfers to 207 without asking, which picks up.",
            at = {"207", "208"})
    void aBlindTransferTakesTheNoteAlong() throws Exception {
        caller = CUSTOMER;
        callers.add(caller);
        phone("208", "--ring", "400", "--then", "2500 refer:207");
        phone("207", "--ring", "3000");
        int id;
        try (var screens = new Screens();
                Screen screen = screens.desktop(house.server().base(), "ben", RealHouse.PASSWORD)) {
            Process call = dials(CLARAS_NUMBER, "--hold", "12000");
            id = sees("clara", "TALKING").getInt("id");
            AGENTS.get("clara")
                    .put(
                            "calls/" + id + "/note",
                            Json.createObjectBuilder()
                                    .add("text", "Will die Rechnung von Mai besprechen")
                                    .add("revision", 0)
                                    .build())
                    .expect(200);
            JsonObject ringing = sees("ben", "RINGING");
            assertEquals(
                    "Will die Rechnung von Mai besprechen",
                    ringing.getJsonObject("note").getString("text"));
            JsonObject passedOn = ringing.getJsonArray("transfers").getJsonObject(0);
            assertEquals(name("clara"), passedOn.getString("by"));
            assertEquals(name("ben"), passedOn.getString("target"));
            assertThat(screen.card("RINGING").or(screen.card("TALKING"))).isVisible();
            assertThat(screen.id("call-transfers")).containsText(name("clara") + " hat an " + name("ben"));
            assertThat(screen.id("note-input")).hasValue("Will die Rechnung von Mai besprechen");
            screen.isAccessible();
            screen.withoutDemoPanel().picture("weitergeleitet");
            over(call);
        }
        sees("ben", "WRAP_UP");
        // Each closes his own card.
        AGENTS.get("clara").wrapUp(id);
        assertEquals("DONE", stateOf("clara", id));
        assertEquals("WRAP_UP", stateOf("ben", id));
    }

    @Scenario(
            value = "208 picks up and transfers to 207 without asking; the caller gives up.",
            at = {"207", "208"})
    void whoIsLostInATransferIsOwedACallback() throws Exception {
        phone("208", "--ring", "400", "--then", "600 refer:207");
        phone("207", "--never");
        over(dials(CLARAS_NUMBER, "--hold", "2500"));
    }

    @Scenario(
            value = "Queue vertrieb: 201 picks up and transfers to queue technik, where 207 picks up.",
            at = {"201", "207"})
    void aTransferToAQueueIsTheSameCall() throws Exception {
        phone("201", "--ring", "400", "--then", "600 refer:602");
        phone("207", "--ring", "600");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "2800"));
    }

    @Scenario(
            value = "Queue vertrieb: 201 picks up and transfers to 208, which picks up.",
            at = {"201", "208"})
    void aQueueCallIsSentToOnePerson() throws Exception {
        phone("201", "--ring", "400", "--then", "600 refer:208");
        phone("208", "--ring", "600");
        over(dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "2800"));
    }

    @Scenario(
            value = "208 picks up, holds, asks 207 and hands the caller over.",
            at = {"207", "208"})
    void anAttendedTransferHandsTheCallerOver() throws Exception {
        phone("208", "--ring", "400", "--then", "300 hold");
        phone("207", "--ring", "500");
        Process call = dials(CLARAS_NUMBER, "--hold", "6000");
        sees("clara", "TALKING (held)");
        over(calls("208", "207", "--hold", "900", "--replace", "208"));
        over(call);
    }

    @Scenario(
            value = "201 picks up, holds, asks somebody outside and hands the caller over to him.",
            at = {"201", "outside"})
    void aCallerIsHandedOverToSomebodyOutside() throws Exception {
        phone("201", "--ring", "400", "--then", "300 hold");
        phone("outside", "--ring", "500");
        Process call = dials(ANNAS_NUMBER, "--hold", "5000");
        sees("anna", "TALKING (held)");
        over(calls("201", "006990009123", "--hold", "900", "--replace", "201"));
        over(call);
    }

    @Scenario(
            value = "208 picks up, holds, asks 207, hangs up there and takes the caller back.",
            at = {"207", "208"})
    void whoAsksComesBackToTheCaller() throws Exception {
        phone("208", "--ring", "400", "--then", "300 hold 3500 resume");
        phone("207", "--ring", "500");
        Process call = dials(CLARAS_NUMBER, "--hold", "5500");
        sees("clara", "TALKING (held)");
        over(calls("208", "207", "--hold", "700"));
        over(call);
    }

    @Scenario(
            value = "208 picks up and parks the caller, 207 fetches him.",
            at = {"207", "208", "parking"})
    void aParkedCallerIsFetchedByAColleague() throws Exception {
        phone("208", "--ring", "400", "--then", "500 refer:700");
        Process call = dials(CLARAS_NUMBER, "--hold", "4500");
        Await.until(
                "clara sees the parking space",
                SOON,
                () -> cards("clara").stream().anyMatch(card -> "701".equals(card.getString("parkedSpace", null))));
        over(call, calls("207", "701", "--hold", "20000"));
    }

    @Scenario(
            value = "201 picks up and parks the caller, who gives up there.",
            at = {"201", "parking"})
    void whoIsForgottenInAParkingSpaceIsOwedACallback() throws Exception {
        phone("201", "--ring", "400", "--then", "500 refer:700");
        over(dials(ANNAS_NUMBER, "--hold", "2500"));
    }

    @Scenario(
            value = "201 picks up and parks the caller; nobody fetches him within 4 s, so 201 rings again, in vain.",
            at = {"201", "parking"})
    void aForgottenCallerComesBack() throws Exception {
        phone("201", "--ring", "400", "--then", "500 refer:700");
        Process call = dials(ANNAS_NUMBER, "--hold", "8000");
        sees("anna", "WRAP_UP (parked)");
        RealAsterisk.end(running.remove(0));
        phone("201", "--never");
        over(call);
    }

    @Scenario(
            value = "208 picks up and sends the caller into a conference, where 208 and 207 join him.",
            at = {"207", "208"})
    void inAConferenceTwoTalkWithTheCaller() throws Exception {
        phone("208", "--ring", "400", "--then", "500 refer:800");
        Process call = dials(CLARAS_NUMBER, "--hold", "7000");
        sees("clara", "WRAP_UP");
        Process clara = calls("208", "800", "--hold", "3000");
        sees("clara", "TALKING");
        Process ben = calls("207", "800", "--hold", "1500");
        sees("ben", "TALKING");
        assertEquals("TALKING", state(cards("clara").get(cards("clara").size() - 1)), "both talk");
        over(ben);
        over(clara, call);
    }

    // ---- from inside, and to the outside
    // -----------------------------------------------------------------------------

    @Scenario(
            value = "201 is called in vain and calls back; the caller picks up.",
            at = {"201", "outside"})
    void whoeverIsCalledBackIsOwedNothingMore() throws Exception {
        phone("201", "--never");
        over(dials(ANNAS_NUMBER, "--cancel", "1200"));
        Await.until("a callback is owed", SOON, () -> owing().equals("a callback, 1 attempt"));
        phone("outside", "--ring", "400");
        over(calls("201", "00" + caller.substring("+49".length()), "--hold", "900"));
        Await.until(
                "the call is in anna's list",
                SOON,
                () ->
                        AGENTS
                                .get("anna")
                                .get("calls?mine=true&limit=50")
                                .expect(200)
                                .array()
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .anyMatch(row -> row.getBoolean("outgoing")
                                        && row.containsKey("endedAt")
                                        && caller.equals(
                                                row.getJsonObject("caller").getString("number"))));
    }

    @Scenario(
            value = "207 calls somebody outside in vain.",
            at = {"207", "outside"})
    void aCallToTheOutsideIsNotAnswered() throws Exception {
        phone("outside", "--never");
        over(calls("207", "006990009124", "--cancel", "1500"));
    }

    @Scenario(
            value = "Extension 201 calls extension 208, which picks up.",
            at = {"201", "208"})
    void aColleagueCalls() throws Exception {
        phone("208", "--ring", "600");
        over(calls("201", "208", "--hold", "900"));
    }

    @Scenario(
            value = "Extension 207 calls extension 208 and gives up: nobody is owed anything.",
            at = {"207", "208"})
    void aColleagueCallsInVain() throws Exception {
        phone("208", "--never");
        over(calls("207", "208", "--cancel", "1500"));
    }

    @Scenario(
            value = "Extension 208 calls the queue vertrieb from inside, 201 picks up.",
            at = {"201", "208"})
    void aColleagueCallsAQueue() throws Exception {
        phone("201", "--ring", "600");
        over(calls("208", "600", "--hold", "900"));
    }

    @Scenario(
            value = "Two callers at once, one to the queue vertrieb, one directly to 208; both are answered.",
            at = {"201", "208"})
    void twoCallersAtOnce() throws Exception {
        phone("201", "--ring", "1500");
        phone("208", "--ring", "900");
        Process first = dials(RealAsterisk.QUEUE_VERTRIEB, "--hold", "1500");
        sees("anna", "RINGING");
        over(dialsAs(another(), CLARAS_NUMBER, "--hold", "1500"), first);
    }

    private static String name(String agent) {
        return AGENTS.get(agent)
                .get("session")
                .expect(200)
                .object()
                .getJsonObject("user")
                .getString("name");
    }

    private static String stateOf(String agent, int call) {
        return AGENTS.get(agent).get("calls/" + call).expect(200).object().getString("state");
    }
}

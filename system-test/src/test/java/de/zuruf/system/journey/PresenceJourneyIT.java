package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Presence at a real Asterisk: what is said at the screen holds there, and what is said there shows at the screen. */
class PresenceJourneyIT {

    private static final String QUEUE = "technik";
    private static final String QUEUES_NUMBER = "+493023125160";

    private static RealHouse house;

    @BeforeAll
    static void open() {
        house = RealHouse.openWithPauses("presence", Database.embedded());
        house.awaitConnected();
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @AfterEach
    void tidy() {
        house.asterisk().clear();
        house.tidy("anna");
    }

    private static ApiClient anna(String extension) {
        return ApiClient.agent(house.server().base(), "anna", RealHouse.PASSWORD, extension);
    }

    private static String atThePbx() {
        return house.asterisk().console("queue", "show", QUEUE);
    }

    private static boolean isMember(String extension) {
        return atThePbx().contains("PJSIP/" + extension + " ");
    }

    private static void awaitState(ApiClient agent, String state) {
        Await.until(
                "she is " + state,
                Duration.ofSeconds(15),
                () -> agent.get("presence")
                        .expect(200)
                        .object()
                        .getString("state")
                        .equals(state));
    }

    /** After a start of Asterisk its queues are known a moment later than its calls. */
    private static void logIn(ApiClient agent) {
        awaitQueue(agent);
        agent.put("presence/queues/" + QUEUE, Json.createObjectBuilder().build())
                .expect(200);
    }

    private static void awaitQueue(ApiClient agent) {
        Await.until(
                "the queue is known", Duration.ofSeconds(20), () -> !seat(agent).isEmpty());
    }

    /** Her telephone and the queue; empty while the queue is not known. */
    private static JsonObject seat(ApiClient agent) {
        return agent.get("presence").expect(200).object().getJsonArray("queues").getValuesAs(JsonObject.class).stream()
                .filter(seat -> seat.getString("queue").equals(QUEUE))
                .findFirst()
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** In some queues of 208, to most of which it belongs by configuration; the console takes a reason for one at a time. */
    private static void pauseAtTheConsole(String reason, String... queues) {
        for (String queue : queues) {
            house.asterisk().console("queue", "pause", "member", "PJSIP/208", "queue", queue, "reason", reason);
        }
    }

    private static void over(Process call) throws InterruptedException {
        assertTrue(call.waitFor(60, TimeUnit.SECONDS), "the call ends");
    }

    @Test
    void whatIsSaidAtTheScreenHoldsAtThePbxAndTheOtherWayRound() throws Exception {
        house.asterisk().phone("208", "--ring", "800");
        try (Desk desk = Desk.open(house, "anna", "208");
                EventStream stream = house.signedIn("anna").stream()) {
            var page = desk.screen().page();
            var chip = page.getByTestId("presence");
            assertThat(chip).hasAttribute("data-state", "AVAILABLE");

            chip.click();
            desk.screen().isAccessible();
            page.locator("[data-testid=presence-queue][data-queue=" + QUEUE + "]")
                    .click();
            Await.until("208 is in the queue", Duration.ofSeconds(10), () -> isMember("208"));
            page.locator("[data-testid=presence-pause][data-reason=Besprechung]")
                    .click();
            assertThat(chip).hasAttribute("data-state", "PAUSED");
            assertThat(chip).containsText("Besprechung");
            assertTrue(atThePbx().contains("paused:Besprechung"), atThePbx());

            // Nobody is called who has paused; 207, who belongs to the queue as well, is not there.
            over(house.asterisk().call(QUEUES_NUMBER, "--cancel", "2500"));
            assertEquals(
                    List.of(),
                    stream.events().stream()
                            .filter(event -> event.name().equals("call"))
                            .toList());

            house.asterisk().console("queue", "unpause", "member", "PJSIP/208");
            assertThat(chip).hasAttribute("data-state", "AVAILABLE");
            pauseAtTheConsole("Mittag", QUEUE, "reihe", "selten", "runde");
            assertThat(chip).hasAttribute("data-state", "PAUSED");
            assertThat(chip).containsText("Mittag");
            page.getByTestId("presence-resume").click();
            assertThat(chip).hasAttribute("data-state", "AVAILABLE");
            assertTrue(!atThePbx().contains("paused"), atThePbx());
        }
    }

    @Test
    void theQueueLeavesHerOutUntilTheCardIsClosed() throws Exception {
        house.asterisk().phone("208", "--ring", "500");
        var anna = anna("208");
        logIn(anna);
        try (EventStream stream = anna.stream()) {
            stream.await("snapshot", any -> true);
            over(house.asterisk().call(QUEUES_NUMBER, "--hold", "900"));
            var card = stream.await("call", call -> call.getString("state").equals("WRAP_UP"))
                    .object()
                    .getInt("id");
            awaitState(anna, "WRAP_UP");
            Await.until(
                    "she is left out", Duration.ofSeconds(10), () -> atThePbx().contains("paused:Nachbearbeitung"));
            anna.wrapUp(card);
            awaitState(anna, "AVAILABLE");
            Await.until(
                    "she is called again",
                    Duration.ofSeconds(10),
                    () -> !atThePbx().contains("paused"));
            for (String state : List.of("RINGING", "IN_CALL", "WRAP_UP")) {
                assertTrue(
                        stream.find("presence", told -> told.getString("state").equals(state))
                                .isPresent(),
                        state);
            }
        }
    }

    @Test
    void theQueuesComeAlongToAnotherTelephone() {
        house.asterisk().phone("208", "--never");
        var anna = anna("208");
        logIn(anna);
        assertTrue(isMember("208"));
        anna("206");
        Await.until(
                "206 is in the queue, 208 no more", Duration.ofSeconds(10), () -> isMember("206") && !isMember("208"));
        house.tidy("anna");
        Await.until("nobody is left there", Duration.ofSeconds(10), () -> !isMember("206"));
    }

    @Test
    void aStateThatWasSetWhileNobodyListenedIsKnownAfterwards() {
        house.asterisk().phone("208", "--never");
        var anna = anna("208");
        logIn(anna);
        house.asterisk().kill();
        house.asterisk().restart();
        house.awaitConnected();
        // The queue's logins do not outlive a power cut unless Asterisk is told to keep them, and so it shows.
        Await.until(
                "she is out of the queue",
                Duration.ofSeconds(20),
                () -> !seat(anna).getBoolean("member", true));
    }

    /** Who lets the product only listen reads which right its orders lack. */
    @Test
    void withoutTheRightOrdersAreRefusedInWords() {
        RealAsterisk asterisk = RealAsterisk.start();
        asterisk.managerMay("reporting");
        ZurufServer.Builder server = RealHouse.at(ZurufServer.named("presence-listens"), asterisk.amiPort());
        try (RealHouse listening = RealHouse.open(asterisk, server)) {
            listening.awaitConnected();
            var anna = ApiClient.agent(listening.server().base(), "anna", RealHouse.PASSWORD, "207");
            awaitQueue(anna);
            var refused = anna.put(
                            "presence/pause",
                            Json.createObjectBuilder().add("reason", "Schulung").build())
                    .expect(409)
                    .object();
            assertEquals("ZURUF-PBX-RIGHT", refused.getString("code"));
            assertTrue(refused.getString("detail").contains("das Recht „agent“ fehlt"), refused.toString());
        }
    }

    @Test
    void theSupervisorSeesWhoWaits() throws Exception {
        var screens = new Screens();
        try (Screen sabine = screens.desktop(house.server().base(), "sabine", RealHouse.PASSWORD)) {
            var page = sabine.page();
            page.getByTestId("nav-board").click();
            var queue = page.locator("[data-testid=board-queue][data-queue=" + QUEUE + "]");
            assertThat(queue).hasAttribute("data-waiting", "0");
            var call = house.asterisk().call(QUEUES_NUMBER, "--cancel", "6000");
            assertThat(queue).hasAttribute("data-waiting", "1");
            assertThat(queue.getByTestId("board-longest")).isVisible();
            sabine.isAccessible();
            over(call);
            assertThat(queue).hasAttribute("data-waiting", "0");
            assertThat(page.getByTestId("board-formula")).containsText("20");
        } finally {
            screens.close();
        }
    }
}

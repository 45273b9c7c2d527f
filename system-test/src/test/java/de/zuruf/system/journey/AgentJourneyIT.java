package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.zuruf.system.client.ApiClient;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent's day at the real telephone system, on the embedded database. */
@ExtendWith(SharedHouse.class)
class AgentJourneyIT {

    private static RealHouse house;
    private static Screens screens;

    @BeforeAll
    static void open(RealHouse shared) {
        house = shared;
        screens = new Screens();
    }

    @AfterAll
    static void close() {
        if (screens != null) {
            screens.close();
        }
    }

    @BeforeEach
    void morning() {
        house.tidy("anna");
        house.tidy("ben");
    }

    @AfterEach
    void hangUp() {
        house.asterisk().clear();
    }

    private Screen desk(String user, String extension) {
        return screens.desktop(house.server().base(), user, RealHouse.PASSWORD).at(extension);
    }

    private static LocatorAssertions.IsVisibleOptions within(int seconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
    }

    @Test
    void anAbandonedCallStandsOnTheCallbackListAndNothingIsOnAnotherAgentsScreen() {
        String number = "+496990009101";
        try (Screen anna = desk("anna", "201");
                Screen ben = desk("ben", "203")) {
            house.asterisk().phone("201", "--never");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", number, "--cancel", "4000");
            assertThat(anna.card("RINGING")).isVisible(within(10));
            assertThat(ben.id("call-card")).hasCount(0);
            assertThat(ben.id("desk-ready")).isVisible();

            assertThat(anna.card("RINGING")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            var waiting = anna.id("callback-item")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(Pattern.compile("90009\\s?101")));
            assertThat(waiting).isVisible(within(10));
            // The colleague sees it too: the list is the queue's.
            assertThat(ben.id("callback-item")).not().hasCount(0);
            anna.isAccessible();
            waiting.getByTestId("callback-claim").click();
            assertThat(ben.id("callback-claimed").first()).isVisible(within(10));
            waiting.getByTestId("callback-done").click();
            assertThat(waiting).hasCount(0);
        }
    }

    @Test
    void ofAllThatRingOnlyTheOneWhoAnswersKeepsTheCard() {
        String number = house.callerWith("CROSS_SELL", Set.of());
        try (Screen anna = desk("anna", "201");
                Screen ben = desk("ben", "202")) {
            house.asterisk().phone("201", "--never");
            house.asterisk().phone("202", "--ring", "3000");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", number, "--hold", "4000");
            assertThat(anna.card("RINGING")).isVisible(within(10));
            assertThat(ben.card("RINGING")).isVisible(within(10));
            assertThat(ben.card("TALKING")).isVisible(within(10));
            assertThat(anna.card("RINGING")).hasCount(0);
            assertThat(anna.card("TALKING")).hasCount(0);
            assertThat(ben.card("WRAP_UP")).isVisible(within(15));
        }
    }

    @Test
    void aNoteSurvivesReloadSecondTabAndLostConnection() {
        String number = house.callerWith("QUOTE_FOLLOW_UP", Set.of());
        try (Screen anna = desk("anna", "201")) {
            house.asterisk().phone("201", "--ring", "1000");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", number, "--hold", "120000");
            assertThat(anna.card("TALKING")).isVisible(within(15));
            anna.id("note-input").fill("Angebot liegt beim Einkauf");
            assertThat(anna.page().locator("[data-testid=note-state][data-state=saved]"))
                    .isVisible(within(10));

            anna.page().reload();
            assertThat(anna.card("TALKING")).isVisible(within(10));
            assertThat(anna.id("note-input")).hasValue("Angebot liegt beim Einkauf");

            Page second = anna.secondTab();
            assertThat(second.locator("[data-testid=call-card][data-state=TALKING]"))
                    .isVisible(within(10));
            assertThat(second.getByTestId("note-input")).hasValue("Angebot liegt beim Einkauf");
            second.close();

            anna.offline(true);
            anna.id("note-input").fill("Angebot liegt beim Einkauf, Antwort bis Freitag");
            assertThat(anna.id("connection-lost")).isVisible(within(40));
            anna.page().waitForTimeout(1500);
            anna.offline(false);
            assertThat(anna.page().locator("[data-testid=note-state][data-state=saved]"))
                    .isVisible(within(60));
            assertThat(anna.id("connection-lost"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            int call = Integer.parseInt(anna.id("call-card").getAttribute("data-call-id"));
            assertEquals(
                    "Angebot liegt beim Einkauf, Antwort bis Freitag",
                    house.signedIn("anna")
                            .get("calls/" + call)
                            .object()
                            .getJsonObject("note")
                            .getString("text"));
        }
    }

    @Test
    void aCallThatEndsWhileTheLineIsCutIsNotShownAsRingingAfterwards() {
        try (Screen anna = desk("anna", "201")) {
            house.asterisk().phone("201", "--never");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+496990009102", "--cancel", "6000");
            assertThat(anna.card("RINGING")).isVisible(within(10));
            anna.offline(true);
            Await.until(
                    "the caller has given up",
                    Duration.ofSeconds(20),
                    () -> house.signedIn("anna")
                            .get("callbacks")
                            .array()
                            .toString()
                            .contains("90009102"));
            anna.offline(false);
            assertThat(anna.card("RINGING")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(45_000));
        }
    }

    @Test
    void aHostileCallerNameIsTextAndNothingElse() {
        String name =
                "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>" + "\u202e" + "x".repeat(300);
        try (Screen anna = desk("anna", "201")) {
            house.asterisk().phone("201", "--ring", "3000");
            house.asterisk()
                    .call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+496990009103", "--name", name, "--hold", "3000");
            assertThat(anna.card("RINGING")).isVisible(within(10));
            assertTrue(anna.id("call-card").textContent().contains("<script>"), "the name is shown as it came");
            assertEquals(null, anna.page().evaluate("() => window.hacked ?? null"));
            double width = ((Number) anna.page().evaluate("() => document.documentElement.scrollWidth")).doubleValue();
            assertTrue(width <= 1440, "the page has become " + width + " pixels wide");
            anna.isAccessible();
            assertThat(anna.card("WRAP_UP")).isVisible(within(20));
        }
    }

    @Test
    void anUnknownCallerIsCapturedAsALead() {
        try (Screen anna = desk("anna", "201")) {
            house.asterisk().phone("201", "--ring", "1000");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+494066969104", "--hold", "30000");
            assertThat(anna.card("TALKING")).isVisible(within(15));
            assertThat(anna.id("lead-form")).isVisible();
            anna.id("lead-company").fill("Neubau Kessel & Söhne");
            anna.id("lead-person").fill("Ina Kessel");
            anna.id("lead-intent-POTENTIAL_KEY_ACCOUNT").check();
            anna.id("lead-save").click();
            int call = Integer.parseInt(anna.id("call-card").getAttribute("data-call-id"));
            JsonObject lead = Await.until(
                    "the lead is kept",
                    Duration.ofSeconds(10),
                    () -> house.signedIn("anna").get("calls/" + call).object().get("lead") instanceof JsonObject found
                            ? found
                            : null,
                    found -> found != null);
            assertEquals("Neubau Kessel & Söhne", lead.getString("company"));
            assertEquals("POTENTIAL_KEY_ACCOUNT", lead.getString("intent"));
        }
    }

    @Test
    void aSecondRingingCallDoesNotTakeTheScreen() {
        try (Screen anna = desk("anna", "201")) {
            house.asterisk().phone("201", "--never");
            var asterisk = house.asterisk();
            asterisk.call("+493023125201", "--from", "+496990009105", "--cancel", "15000");
            assertThat(anna.card("RINGING")).isVisible(within(10));
            String first = anna.id("call-card").getAttribute("data-call-id");
            asterisk.call("+493023125201", "--from", "+496990009106", "--cancel", "12000");
            assertThat(anna.id("strip-call")).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            assertEquals(first, anna.id("call-card").getAttribute("data-call-id"), "a new call took the screen");
            assertEquals(first, anna.id("strip-call").first().getAttribute("data-call-id"));
        }
    }

    @Test
    void theServersViewAndAsterisksAgreeAfterManyShortCalls() throws InterruptedException {
        ApiClient agent = house.signedIn("anna");
        agent.put(
                        "session/extension",
                        Json.createObjectBuilder()
                                .add("extension", "201")
                                .add("takeOver", true)
                                .build())
                .expect(200);
        house.asterisk().phone("201", "--ring", "200", "--talk", "200");
        List<Process> calls = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> house.asterisk()
                        .call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+49699000911" + i, "--hold", "20000"))
                .toList();
        for (Process call : calls) {
            assertTrue(call.waitFor(60, TimeUnit.SECONDS));
        }
        assertFalse(
                house.asterisk().console("core", "show", "channels", "count").contains("1 active call"));
        Await.until(
                "all calls are over and answered",
                Duration.ofSeconds(10),
                () -> agent.get("calls?mine=true&limit=50").array().getValuesAs(JsonObject.class).stream()
                                .filter(call -> call.getJsonObject("caller")
                                        .getString("number", "")
                                        .startsWith("+49699000911"))
                                .filter(call -> call.containsKey("endedAt") && !call.isNull("endedAt"))
                                .count()
                        == 6);
    }
}

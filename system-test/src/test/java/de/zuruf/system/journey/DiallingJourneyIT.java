package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import de.zuruf.system.client.ApiClient;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents do with their telephones from the browser, at a real Asterisk. */
@ExtendWith(SharedHouse.class)
class DiallingJourneyIT {

    /** In docs/demo-company.md. */
    private static final String CUSTOMER = "+493023125377";

    private static RealHouse house;

    @BeforeAll
    static void open(RealHouse shared) {
        house = shared;
        house.awaitConnected();
    }

    @AfterEach
    void tidy() {
        house.empty();
    }

    private static ApiClient agent(String user, String extension) {
        return ApiClient.agent(house.server().base(), user, RealHouse.PASSWORD, extension);
    }

    /** The agent's newest call with that number, as his list shows it. */
    private static JsonObject newest(ApiClient agent, String number) {
        return agent.get("calls?mine=true&limit=50").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(row -> number.equals(row.getJsonObject("caller").getString("number", null)))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aClickOnACustomersNumberCallsHim() {
        house.asterisk().phone("201", "--ring", "2500");
        house.asterisk().phone("outside", "--ring", "2500");
        ApiClient anna = house.signedIn("anna");
        int party = anna.get("customers?q=" + CUSTOMER.replace("+", "%2B"))
                .expect(200)
                .array()
                .getJsonObject(0)
                .getInt("partyId");
        try (Desk desk = Desk.open(house, "anna", "201")) {
            Screen screen = desk.screen();
            screen.go("customers/" + party);
            screen.page()
                    .locator("[data-testid=customer-dial][href='tel:" + CUSTOMER + "']")
                    .first()
                    .click();
            assertThat(screen.id("dial-number")).containsText("030 23125377");
            assertThat(screen.id("dial-who")).not().hasText("");
            assertThat(screen.id("dial-confirm")).isFocused();
            screen.isAccessible();
            screen.picture("anrufen");
            screen.page().keyboard().press("Enter");
            screen.go("");
            assertThat(screen.card("DIALLING")).isVisible();
            screen.isAccessible();
            assertThat(screen.card("TALKING")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
            screen.id("call-hang-up").click();
            assertThat(screen.card("WRAP_UP")).isVisible();
            screen.isAccessible();
        }
        JsonObject row = newest(anna, CUSTOMER);
        assertNotNull(row);
        assertTrue(row.getBoolean("outgoing"));
        assertEquals(party, row.getInt("partyId"));
        assertEquals("ANSWERED", row.getString("endCause"));
        assertTrue(Instant.parse(row.getString("answeredAt")).isAfter(Instant.parse(row.getString("startedAt"))));
        assertTrue(Instant.parse(row.getString("endedAt")).isAfter(Instant.parse(row.getString("answeredAt"))));
        Await.until(
                "nothing goes on at the telephone system",
                Duration.ofSeconds(10),
                () -> house.asterisk()
                        .console("core", "show", "channels", "count")
                        .contains("0 active channels"));
    }

    @Test
    void whoeverDoesNotPickUpHisOwnTelephoneCallsNobody() {
        house.asterisk().phone("201", "--ring", "300", "--reject");
        ApiClient anna = agent("anna", "201");
        try (var stream = anna.stream()) {
            stream.await("snapshot", any -> true);
            dial(anna, "+494066969333", 202);
            stream.await("call", card -> card.getString("state").equals("DIALLING"));
            stream.await("call", card -> card.getString("state").equals("GONE") && card.getBoolean("outgoing"));
        }
        assertNull(newest(anna, "+494066969333"));
    }

    @Test
    void aTelephoneThatIsNotThereIsTold() {
        ApiClient anna = agent("anna", "204");
        try (var stream = anna.stream()) {
            stream.await("snapshot", any -> true);
            dial(anna, "+494066969334", 202);
            stream.await("call", card -> card.getString("state").equals("GONE") && card.getBoolean("outgoing"));
        }
        assertNull(newest(anna, "+494066969334"));
        // The next one is not held off by it.
        dial(anna, "+494066969334", 202);
    }

    private static JsonObject dial(ApiClient agent, String number, int status) {
        var answer = agent.post(
                "calls/dial",
                Json.createObjectBuilder()
                        .add("key", UUID.randomUUID().toString())
                        .add("number", number)
                        .build());
        answer.expect(status);
        return answer.body().isEmpty() ? null : answer.object();
    }

    @Test
    void aColleagueIsDialledInside() {
        house.asterisk().phone("201", "--ring", "300");
        house.asterisk().phone("207", "--ring", "5000");
        ApiClient anna = agent("anna", "201");
        ApiClient ben = agent("ben", "207");
        try (var stream = ben.stream()) {
            stream.await("snapshot", any -> true);
            assertNull(dial(anna, "207", 204));
            JsonObject card = stream.await("call", c -> c.getString("state").equals("RINGING"))
                    .object();
            assertTrue(card.getBoolean("internal"));
            assertEquals("201", card.getJsonObject("caller").getString("number"));
        }
    }

    @Test
    void theCardGoesAlongWithATransferFromTheBrowser() throws Exception {
        house.asterisk().phone("201", "--ring", "500");
        house.asterisk().phone("207", "--ring", "6000");
        Process call;
        ApiClient list = house.signedIn("anna");
        try (Desk annas = Desk.open(house, "anna", "201");
                Desk bens = Desk.open(house, "ben", "207")) {
            Screen anna = annas.screen();
            Screen ben = bens.screen();
            call = house.asterisk().call("+493023125201", "--from", CUSTOMER, "--hold", "60000");
            assertThat(anna.card("TALKING")).isVisible();
            anna.id("note-input").fill("Braucht das Angebot bis Freitag");
            Await.until(
                    "the note is kept",
                    Duration.ofSeconds(10),
                    () -> newest(list, CUSTOMER).getBoolean("noted"));
            anna.id("call-transfer").click();
            anna.page()
                    .locator("[data-testid=transfer-person][data-extension='207']")
                    .check();
            anna.isAccessible();
            anna.picture("weiterleiten");
            anna.id("transfer-send").click();
            assertThat(anna.card("WRAP_UP")).isVisible();
            assertThat(ben.card("RINGING").or(ben.card("TALKING"))).isVisible();
            assertThat(ben.id("note-input")).hasValue("Braucht das Angebot bis Freitag");
            assertThat(ben.id("call-transfers")).isVisible();
            assertThat(ben.card("TALKING")).isVisible();
            ben.id("call-hang-up").click();
            assertThat(ben.card("WRAP_UP")).isVisible();
        }
        assertTrue(call.waitFor(30, TimeUnit.SECONDS));
        RealAsterisk.end(call);
    }
}

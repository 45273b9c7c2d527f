package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import de.zuruf.system.client.ApiClient;
import de.zuruf.system.pbx.RealAsterisk;
import jakarta.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking a colleague while the caller waits, and parking him, from the browser at a real Asterisk. */
@ExtendWith(SharedHouse.class)
class HoldJourneyIT {

    /** In docs/demo-company.md. */
    private static final String CUSTOMER = "+493023125377";

    private static final String NOTE = "Fragt nach Sonderkonditionen";

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

    /** Asterisk types the number as slowly as a person would. */
    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    }

    private static void ask(Screen screen, String extension) {
        screen.page().keyboard().press("w");
        screen.id("transfer-target").fill(extension);
        screen.id("transfer-ask").check();
        screen.isAccessible();
        screen.picture("rueckfrage");
        screen.id("transfer-send").click();
    }

    private static void away(Screen screen) {
        screen.page().locator("call-card article").first().focus();
    }

    private static JsonObject call(ApiClient agent, int id) {
        return agent.get("calls/" + id).expect(200).object();
    }

    private static int shownCall(Screen screen) {
        return Integer.parseInt(screen.card("TALKING").getAttribute("data-call-id"));
    }

    @Test
    void theCardGoesAlongWhenACallerIsConnectedAfterAsking() throws Exception {
        house.asterisk().phone("201", "--ring", "500", "--then", "speak");
        house.asterisk().phone("207", "--ring", "2500", "--then", "speak");
        Process caller;
        try (Desk annas = Desk.open(house, "anna", "201");
                Desk bens = Desk.open(house, "ben", "207")) {
            Screen anna = annas.screen();
            Screen ben = bens.screen();
            caller = house.asterisk().call("+493023125201", "--from", CUSTOMER, "--hold", "90000");
            assertThat(anna.card("TALKING")).isVisible();
            int id = shownCall(anna);
            anna.id("note-input").fill(NOTE);
            away(anna);
            ask(anna, "207");
            assertThat(anna.id("call-consultation")).isVisible(soon());
            assertThat(anna.id("call-connect")).isDisabled();
            // Whom she asks sees a colleague who calls, not the customer.
            assertThat(ben.page().locator("call-card article[data-caller=INTERNAL]"))
                    .isVisible(soon());
            assertThat(anna.page().locator("[data-testid=call-consultation][data-reached=true]"))
                    .isVisible(soon());
            assertThat(anna.id("call-held")).isVisible();
            anna.isAccessible();
            anna.picture("rueckfrage-im-gespraech");
            away(anna);
            anna.page().keyboard().press("v");
            assertThat(anna.card("WRAP_UP")).isVisible(soon());
            var bensCard = ben.page().locator("call-card article[data-state=TALKING][data-call-id='" + id + "']");
            assertThat(bensCard).isVisible(soon());
            assertThat(bensCard.locator("[data-testid=note-input]")).hasValue(NOTE);
            assertThat(bensCard.locator("[data-testid=call-transfers]")).isVisible();
            ben.page()
                    .locator("call-card article[data-call-id='" + id + "'] [data-testid=call-hang-up]")
                    .click();
            assertThat(ben.page().locator("call-card article[data-state=WRAP_UP][data-call-id='" + id + "']"))
                    .isVisible(soon());
            JsonObject transfer =
                    call(house.signedIn("ben"), id).getJsonArray("transfers").getJsonObject(0);
            assertTrue(transfer.getBoolean("asked"));
        }
        assertTrue(caller.waitFor(30, TimeUnit.SECONDS));
        RealAsterisk.end(caller);
    }

    @Test
    void afterAskingTheCallerIsTakenBack() {
        house.asterisk().phone("201", "--ring", "500", "--then", "speak");
        house.asterisk().phone("207", "--ring", "500", "--then", "speak");
        try (Desk annas = Desk.open(house, "anna", "201")) {
            Screen anna = annas.screen();
            Process caller = house.asterisk().call("+493023125201", "--from", CUSTOMER, "--hold", "90000");
            assertThat(anna.card("TALKING")).isVisible();
            away(anna);
            ask(anna, "207");
            assertThat(anna.page().locator("[data-testid=call-consultation][data-reached=true]"))
                    .isVisible(soon());
            away(anna);
            anna.page().keyboard().press("z");
            assertThat(anna.id("call-consultation")).not().isVisible();
            assertThat(anna.id("call-held")).not().isVisible();
            assertThat(anna.id("call-park")).isVisible();
            assertEquals(
                    0,
                    call(house.signedIn("anna"), shownCall(anna))
                            .getJsonArray("transfers")
                            .size());
            anna.id("call-hang-up").click();
            assertThat(anna.card("WRAP_UP")).isVisible(soon());
            RealAsterisk.end(caller);
        }
    }

    @Test
    void aCallThatTheDialplanLetsNobodyAskInSaysSo() {
        // +4930231253NN has no t.
        house.asterisk().phone("201", "--ring", "500");
        house.asterisk().phone("207", "--never");
        try (Desk annas = Desk.open(house, "anna", "201")) {
            Screen anna = annas.screen();
            Process caller = house.asterisk().call("+493023125301", "--from", CUSTOMER, "--hold", "90000");
            assertThat(anna.card("TALKING")).isVisible();
            away(anna);
            anna.expectTrouble(true);
            ask(anna, "207");
            assertThat(anna.id("transfer-error")).containsText("nicht für dieses Gespräch");
            anna.expectTrouble(false);
            anna.page().keyboard().press("Escape");
            assertThat(anna.id("call-consultation")).not().isVisible();
            anna.id("call-hang-up").click();
            assertThat(anna.card("WRAP_UP")).isVisible(soon());
            RealAsterisk.end(caller);
        }
    }

    @Test
    void aParkedCallerIsFetched() {
        house.asterisk().phone("201", "--ring", "500");
        try (Desk annas = Desk.open(house, "anna", "201")) {
            Screen anna = annas.screen();
            Process caller = house.asterisk().call("+493023125201", "--from", CUSTOMER, "--hold", "90000");
            assertThat(anna.card("TALKING")).isVisible();
            int id = shownCall(anna);
            away(anna);
            anna.page().keyboard().press("p");
            assertThat(anna.id("call-parked")).containsText("701");
            anna.isAccessible();
            anna.picture("geparkt");
            away(anna);
            anna.page().keyboard().press("p");
            assertThat(anna.card("TALKING")).isVisible(soon());
            assertEquals(id, shownCall(anna));
            assertThat(anna.id("call-parked")).not().isVisible();
            anna.id("call-hang-up").click();
            assertThat(anna.card("WRAP_UP")).isVisible(soon());
            RealAsterisk.end(caller);
        }
    }
}

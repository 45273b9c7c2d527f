package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import de.zuruf.system.client.ApiClient;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The coverage matrix at the supervisor's desk, on the field's telephone and on paper. It needs no telephone system. */
class CoverageJourneyIT {

    private static final String PASSWORD = "zuruf";

    private static ZurufServer server;
    private static Screens screens;

    @BeforeAll
    static void open() {
        server = ZurufServer.named("coverage")
                .database(Database.embedded())
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .prepare();
        server.start();
        server.awaitUsable();
        screens = new Screens();
    }

    @AfterAll
    static void close() {
        if (screens != null) {
            screens.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static JsonObject entry(ApiClient client, int at) {
        return client.get("coverage").expect(200).object().getJsonArray("rows").getJsonObject(at);
    }

    /** Somebody else at another desk changes a segment. */
    private static void elsewhere(int at, String segment, String strategy, String criteria) {
        ApiClient other = ApiClient.signedIn(server.base(), "sabine", PASSWORD);
        JsonObject entry = entry(other, at);
        JsonObject row = Json.createObjectBuilder(entry.getJsonObject("row"))
                .add("strategy", strategy)
                .add("criteria", criteria)
                .build();
        other.put(
                        "coverage/" + segment,
                        Json.createObjectBuilder()
                                .add("baseVersion", entry.getInt("version"))
                                .add("row", row)
                                .build())
                .expect(200);
    }

    @Test
    void ofTwoWhoChangeASegmentTheLaterOneDecidesAndLosesNothing() {
        try (Screen sabine = screens.desktop(server.base(), "sabine", PASSWORD).withoutDemoPanel()) {
            sabine.id("nav-coverage").click();
            assertThat(sabine.id("coverage-segment")).hasCount(4);
            sabine.isAccessible();
            sabine.page()
                    .locator("[data-segment=A]")
                    .getByTestId("coverage-edit")
                    .click();
            assertThat(sabine.id("coverage-save")).isDisabled();
            sabine.page().locator("#strategy").fill("Meine Strategie");
            sabine.page().locator("[id='measures.NEW']").fill("Meine Maßnahme");
            assertThat(sabine.id("coverage-save")).isEnabled();
            sabine.isAccessible();

            elsewhere(0, "A", "Andere Strategie", "Andere Kriterien");
            sabine.page().reload();
            assertThat(sabine.page().locator("#strategy")).hasValue("Meine Strategie");
            assertThat(sabine.id("coverage-draft")).isVisible();
            sabine.expectTrouble(true);
            sabine.id("coverage-save").click();
            assertThat(sabine.id("coverage-conflict")).containsText("Sabine Winter hat dieses Segment geändert");
            assertThat(sabine.id("coverage-taken")).containsText("Andere Kriterien");
            assertThat(sabine.id("coverage-asked")).hasCount(1);
            assertThat(sabine.id("coverage-asked")).containsText("Meine Strategie");
            sabine.isAccessible();
            sabine.expectTrouble(false);
            sabine.id("coverage-choose-theirs").check();
            assertThat(sabine.page().locator("#strategy")).hasValue("Andere Strategie");
            sabine.id("coverage-choose-mine").check();
            sabine.id("coverage-save").click();
            assertThat(sabine.id("coverage-conflict")).hasCount(0);
            assertThat(sabine.id("coverage-save")).isDisabled();

            JsonObject row = entry(ApiClient.signedIn(server.base(), "anna", PASSWORD), 0)
                    .getJsonObject("row");
            assertEquals("Meine Strategie", row.getString("strategy"));
            assertEquals("Andere Kriterien", row.getString("criteria"));

            sabine.page()
                    .locator("[data-testid=coverage-version][data-version='1']")
                    .getByTestId("coverage-restore")
                    .click();
            assertThat(sabine.page().locator("[data-testid=coverage-version][data-version='4']"))
                    .isVisible();
            assertThat(sabine.page().locator("#strategy")).not().hasValue("Meine Strategie");
            sabine.id("coverage-back").click();
            assertThat(sabine.id("coverage-matrix")).not().containsText("Andere Kriterien");
        }
    }

    @Test
    void whatIsRefusedIsToldAtItsField() {
        try (Screen sabine = screens.desktop(server.base(), "sabine", PASSWORD).withoutDemoPanel()) {
            sabine.go("coverage/B");
            sabine.page().locator("#visitsPerYear").fill("500");
            sabine.page().locator("#visitsPerYear").blur();
            sabine.expectTrouble(true);
            sabine.id("coverage-save").click();
            assertThat(sabine.page().locator("[data-field=visitsPerYear]")).containsText("Von 0 bis 366.");
            assertThat(sabine.page().locator("#visitsPerYear")).isFocused();
            sabine.isAccessible();
            sabine.page().locator("#visitsPerYear").fill("2");
            sabine.page().locator("#callsPerYear").fill("2");
            sabine.page().locator("#callsPerYear").blur();
            assertThat(sabine.id("coverage-doubt")).containsText("im Schnitt 91 Tage");
            sabine.id("coverage-discard").click();
            assertThat(sabine.id("coverage-save")).isDisabled();
        }
    }

    @Test
    void theFieldReadsOnItsTelephoneAndEntersAnAbsence() {
        String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
        ApiClient anna = ApiClient.signedIn(server.base(), "anna", PASSWORD);
        int party = anna.get("customers?q=gmbh&limit=100").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(hit -> hit.getString("owner", "").equals("Frank Sommer"))
                .findFirst()
                .orElseThrow()
                .getInt("partyId");
        try (Screen frank = screens.phone(server.base(), "frank", PASSWORD)) {
            frank.id("nav-coverage").click();
            assertThat(frank.page().locator("[data-segment=A]")).isVisible();
            frank.page().locator("[data-testid=coverage-choose-B]").check(new Locator.CheckOptions().setForce(true));
            assertThat(frank.page().locator("[data-segment=B]")).isVisible();
            assertThat(frank.page().locator("[data-segment=A]")).isHidden();
            assertThat(frank.id("coverage-edit")).hasCount(0);
            assertTrue(
                    (Boolean) frank.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    "nothing is wider than the screen");
            frank.isAccessible();

            frank.go("coverage?party=" + party);
            var field = frank.page().locator("[data-role=FIELD_SALES]");
            assertThat(field).hasAttribute("data-person", "e-frank");
            frank.id("absence-from").fill(today);
            frank.id("absence-to").fill(today);
            frank.id("absence-enter").click();
            assertThat(frank.page().locator("[data-testid=absence][data-person=e-frank]"))
                    .containsText("Gisela Brandt vertritt.");
            frank.page().reload();
            assertThat(field).hasAttribute("data-person", "e-gisela");
            assertThat(field).containsText("Vertretung für Frank Sommer bis ");
            frank.isAccessible();
            frank.id("absence-remove").click();
            assertThat(frank.page().locator("[data-testid=absence][data-person=e-frank]"))
                    .hasCount(0);
        }
    }

    @Test
    void onPaperThereIsTheWholeMatrixAndNothingElse() {
        try (Screen anna = screens.phone(server.base(), "anna", PASSWORD)) {
            anna.go("coverage");
            assertThat(anna.id("coverage-segment")).hasCount(4);
            anna.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            anna.page().setViewportSize(1100, 800);
            for (int i = 0; i < 4; i++) {
                assertThat(anna.id("coverage-segment").nth(i)).isVisible();
            }
            assertThat(anna.id("nav-coverage")).isHidden();
            assertThat(anna.id("absences")).isHidden();
            assertThat(anna.id("coverage-formula")).isVisible();
        }
    }
}

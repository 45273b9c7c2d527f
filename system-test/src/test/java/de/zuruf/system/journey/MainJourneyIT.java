package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.TestDatabases;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The main job, end to end: a call reaches the right screen while it rings, and what comes of it reaches the field, the
 * supervisor and the CRM. On PostgreSQL, as in production, where it is there.
 */
class MainJourneyIT {

    /** In docs/demo-company.md: usually every 21 days, last time 39 days ago; owner Frank Sommer. */
    private static final String CALLER = "+493023125311";

    private static final String COMPANY = "Mahnke & Kaminski Blechtechnik GmbH";

    @Test
    void fromTheRingToTheFieldTheSupervisorAndTheCrm() {
        String database =
                TestDatabases.available().reduce((first, last) -> last).orElseThrow();
        try (RealHouse house = RealHouse.open("journey-main", TestDatabases.of(database, "zuruf_journey"));
                var screens = new Screens();
                Screen anna = screens.desktop(house.server().base(), "anna", RealHouse.PASSWORD);
                Screen ben = screens.desktop(house.server().base(), "ben", RealHouse.PASSWORD)
                        .at("203");
                Screen frank = screens.phone(house.server().base(), "frank", RealHouse.PASSWORD)) {
            int answeredBefore = answeredToday(house);
            anna.isAccessible();
            anna.at("201");
            anna.isAccessible();
            anna.withoutDemoPanel();
            frank.go("handoffs");
            assertThat(frank.id("inbox").or(frank.id("inbox-empty"))).isVisible();
            int inboxBefore = frank.id("inbox-item").count();

            house.asterisk().phone("201", "--ring", "9000");
            Process call = house.asterisk()
                    .call(RealAsterisk.QUEUE_VERTRIEB, "--from", CALLER, "--name", "Mahnke", "--hold", "30000");

            // The card, while it rings.
            Locator ringing = anna.card("RINGING");
            assertThat(ringing).isVisible();
            assertThat(anna.id("call-company")).containsText(COMPANY);
            assertThat(anna.id("call-contact")).containsText("Stefan Krahl");
            assertThat(anna.id("call-owner")).containsText("Frank Sommer");
            assertThat(anna.id("call-segment")).isVisible();
            Locator prompt = anna.id("prompt-ORDER_RHYTHM");
            assertThat(prompt.getByTestId("prompt-reason")).containsText("39");
            assertTrue(call.isAlive());
            assertThat(ringing).isVisible();
            anna.picture("ringing-call");
            anna.isAccessible();
            assertThat(ben.id("call-card")).hasCount(0);

            // He answers, ticks, notes, hands over: the handoff in two clicks.
            assertThat(anna.card("TALKING")).isVisible(visibleWithin(20));
            prompt.getByTestId("prompt-done").click();
            assertThat(prompt.getByTestId("prompt-answer")).isVisible();
            anna.id("note-input").fill("Bestellt seit September beim Wettbewerb, unzufrieden mit der Lieferzeit dort");
            assertThat(anna.page().locator("[data-testid=note-state][data-state=saved]"))
                    .isVisible();
            anna.id("handoff-open").click();
            assertThat(anna.id("handoff-recipient")).hasValue("e-frank");
            assertThat(anna.id("handoff-said")).hasValue(Pattern.compile("Wettbewerb"));
            anna.isAccessible();
            anna.picture("uebergabe");
            anna.id("handoff-send").click();
            assertThat(anna.id("handoff-form")).hasCount(0);
            assertThat(anna.id("call-handoffs")).isVisible();

            // The owner has it on his phone, and says so.
            assertThat(frank.id("inbox-item"))
                    .hasCount(inboxBefore + 1, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            frank.isAccessible();
            frank.id("inbox-item")
                    .filter(new Locator.FilterOptions().setHasText(COMPANY))
                    .first()
                    .click();
            assertThat(frank.id("handoff-company")).containsText(COMPANY);
            frank.isAccessible();
            frank.picture("uebergaben-telefon");
            assertFitsThePhone(frank);
            frank.id("handoff-acknowledge").click();
            assertThat(frank.page().locator("[data-testid=handoff-detail][data-state=ACKNOWLEDGED]"))
                    .isVisible();

            // And answers with a visit report.
            frank.id("report-open").click();
            frank.id("report-topic").first().fill("Rahmenvertrag Hydraulik");
            frank.id("report-mood-GOOD").check();
            if (frank.id("report-commitment-text").count() == 0) {
                frank.id("report-add-commitment").click();
            }
            frank.id("report-commitment-text").first().fill("Angebot bis Freitag");
            frank.id("report-next-step").fill("Termin mit dem Einkaufsleiter");
            frank.isAccessible();
            frank.dismissToasts();
            frank.picture("besuchsbericht");
            assertFitsThePhone(frank);
            frank.id("report-send").click();
            assertThat(frank.page().locator("[data-testid=handoff-detail][data-state=ANSWERED]"))
                    .isVisible();

            // The caller hangs up; the agent closes the card.
            assertThat(anna.card("WRAP_UP")).isVisible(visibleWithin(60));
            anna.id("disposition-INQUIRY").check(new Locator.CheckOptions().setForce(true));
            anna.isAccessible();
            anna.picture("nachbearbeitung");
            assertThat(anna.id("open-handoffs")).hasCount(0);
            anna.id("call-finish").click();
            assertThat(anna.card("WRAP_UP")).hasCount(0);
            anna.go("handoffs");
            anna.id("handoffs-all").check(new Locator.CheckOptions().setForce(true));
            assertThat(anna.id("inbox-item").first()).containsText(COMPANY);
            anna.isAccessible();

            // The customer's page tells of both.
            anna.go("customers");
            anna.isAccessible();
            anna.id("customer-search-input").first().fill("Mahnke");
            anna.id("customer-hit").first().click();
            assertThat(anna.id("customer-page")).isVisible();
            assertThat(anna.id("customer-history")).containsText("Rahmenvertrag Hydraulik");
            anna.isAccessible();
            anna.picture("kunde");

            // The supervisor's figures contain the call.
            Await.until(
                    "the call is counted", Duration.ofSeconds(10), () -> answeredToday(house) == answeredBefore + 1);
            try (Screen sabine = screens.desktop(house.server().base(), "sabine", RealHouse.PASSWORD)) {
                sabine.go("reports");
                assertThat(sabine.id("report-calls")).isVisible();
                sabine.id("preset-today").or(sabine.id("filter-to")).first().isVisible();
                assertThat(sabine.id("service-level-formula")).isVisible();
                assertThat(sabine.id("total-answered")).not().hasText("0");
                assertThat(sabine.id("prompts-table")).isVisible();
                assertThat(sabine.id("handoffs-table")).isVisible();
                sabine.isAccessible();
                sabine.withoutDemoPanel().picture("auswertung");
            }
            try (Screen otto = screens.desktop(house.server().base(), "otto", RealHouse.PASSWORD)) {
                otto.go("operation");
                assertThat(otto.id("operation-page")).isVisible();
                otto.isAccessible();
            }

            // The CRM gets call, handoff and visit report.
            Path export = house.server().data();
            for (String text :
                    new String[] {"Bestellt seit September beim Wettbewerb", "Rahmenvertrag Hydraulik", "e-frank"}) {
                Await.until(
                        "the export holds " + text,
                        Duration.ofSeconds(60),
                        () -> exported(export).contains(text));
            }
        }
    }

    private static LocatorAssertions.IsVisibleOptions visibleWithin(int seconds) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(seconds * 1000.0);
    }

    private static void assertFitsThePhone(Screen phone) {
        Object width = phone.page().evaluate("() => document.documentElement.scrollWidth");
        assertTrue(((Number) width).intValue() <= 390, "the page is " + width + " pixels wide");
    }

    private static int answeredToday(RealHouse house) {
        String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
        JsonObject report = house.signedIn("sabine")
                .get("reports/calls?from=" + today + "&to=" + today + "&interval=day")
                .expect(200)
                .object();
        assertFalse(report.getBoolean("withheld"));
        return report.getJsonObject("total").getInt("answered");
    }

    /** All files that have been written for the CRM. */
    private static String exported(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            var all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDemoCompanysDocumentNamesTheCaller() throws IOException {
        // The constants above must stay those of the generated page.
        String page = Files.readString(ZurufServer.checkout().resolve("docs/demo-company.md"));
        String row =
                page.lines().filter(line -> line.contains(CALLER)).findFirst().orElse("");
        assertTrue(row.contains(COMPANY) && row.contains("39"), row);
        assertEquals(1, page.lines().filter(line -> line.contains(CALLER)).count());
    }
}

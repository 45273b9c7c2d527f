package de.zuruf.system.fault;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import de.zuruf.system.journey.Desk;
import de.zuruf.system.journey.RealHouse;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The telephone system vanishes in the middle of calls, and comes back. The connector speaks TLS with it. */
class AsteriskKilledIT {

    @Test
    void theConnectorIsBackWithinTenSecondsAndNoGhostCallIsLeft() {
        try (RealHouse house = RealHouse.openSecured("pbx-killed", Database.embedded());
                Desk anna = Desk.open(house, "anna", "201");
                Desk ben = Desk.open(house, "ben", "208")) {
            house.asterisk().phone("201", "--never");
            house.asterisk().phone("208", "--ring", "500");
            house.asterisk().call("+493023125208", "--from", "+496990009121", "--hold", "240000");
            assertThat(ben.screen().card("TALKING")).isVisible();
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+496990009122", "--cancel", "240000");
            assertThat(anna.screen().card("RINGING")).isVisible();

            house.asterisk().kill();
            Await.until("the loss is noticed", Duration.ofSeconds(10), () -> !house.isConnected());
            house.asterisk().restart();
            long back = System.nanoTime();
            Await.until("the connector is back", Duration.ofSeconds(10), house::isConnected);
            assertTrue(Duration.ofNanos(System.nanoTime() - back).toSeconds() < 10);

            assertThat(anna.screen().card("RINGING"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            assertThat(ben.screen().card("TALKING"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            // What was being done with the call that was cut is not lost: it waits to be wrapped up.
            assertThat(ben.screen().card("WRAP_UP")).isVisible();

            // And calls arrive again.
            house.asterisk().clear();
            house.asterisk().phone("201", "--never");
            house.asterisk().call(RealAsterisk.QUEUE_VERTRIEB, "--from", "+496990009123", "--cancel", "4000");
            assertThat(anna.screen().card("RINGING")).isVisible();
            String today = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Berlin"))
                    .toString();
            JsonObject report = house.signedIn("sabine")
                    .get("reports/calls?from=" + today + "&to=" + today + "&interval=day")
                    .expect(200)
                    .object();
            assertEquals(1, report.getJsonArray("gaps").size(), "the report says what it cannot know");
        }
    }
}

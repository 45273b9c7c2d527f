package de.zuruf.system.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, without a window; every person gets a profile of his own. */
final class Screens implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    Screens() {
        // Two cores carry telephone system, server, database and browsers at once.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("ZURUF_CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        // The language of the browser's own controls, such as the date field.
                        .setEnv(environment())
                        .setArgs(List.of(
                                "--lang=de-DE",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking")));
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("LANGUAGE", "de");
        return environment;
    }

    Screen desktop(URI server, String user, String password) {
        return new Screen(browser, server, user, password, 1440, 900, false);
    }

    Screen phone(URI server, String user, String password) {
        return new Screen(browser, server, user, password, 390, 844, true);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

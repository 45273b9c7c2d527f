package de.zuruf.system.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ScreenshotAnimations;
import de.zuruf.system.server.ZurufServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * One person's browser, signed in. What the browser's console calls an error fails the test when the screen is closed, unless it
 * was to be expected.
 */
public final class Screen implements AutoCloseable {

    private static final boolean KEEP_PICTURES = Boolean.getBoolean("screenshots");

    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final String user;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private volatile boolean troubleExpected;

    Screen(Browser browser, URI server, String user, String password, int width, int height, boolean mobile) {
        this.server = server;
        this.user = user;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(mobile)
                .setIsMobile(mobile)
                .setDeviceScaleFactor(KEEP_PICTURES ? 2 : 1)
                .setLocale("de-DE")
                .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(15_000);
        context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        page = newPage();
        page.navigate(server.toString());
        id("sign-in-user").fill(user);
        id("sign-in-password").fill(password);
        id("sign-in-submit").click();
        assertThat(id("user-menu")).isVisible();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            // Asking who is signed in is answered 401 to somebody who is not.
            boolean askedWhoIAm = message.location().contains("/api/session")
                    || message.location().contains("/api/demo/accounts");
            if (message.type().equals("error") && !askedWhoIAm && !troubleExpected) {
                errors.add(message.text() + " (" + message.location() + ")");
            }
        });
        opened.onPageError(error -> errors.add(error));
        return opened;
    }

    /** Binds the agent to his telephone. */
    Screen at(String extension) {
        id("extension-input").fill(extension);
        id("extension-bind").click();
        assertThat(id("desk-ready")).isVisible();
        return this;
    }

    public Page page() {
        return page;
    }

    /** {@return a further tab of the same browser, on the same page} */
    Page secondTab() {
        Page tab = newPage();
        tab.navigate(page.url());
        return tab;
    }

    public Locator id(String testId) {
        return page.getByTestId(testId);
    }

    /** {@return the card that is shown, in this state} */
    public Locator card(String state) {
        return page.locator("[data-testid=call-card][data-state=" + state + "]");
    }

    void go(String fragment) {
        page.navigate(server + "#/" + fragment);
    }

    /** Errors of the console are to be expected from now on or not any more: the line is cut on purpose. */
    void expectTrouble(boolean expected) {
        troubleExpected = expected;
    }

    void offline(boolean cut) {
        if (cut) {
            expectTrouble(true);
        }
        context.setOffline(cut);
    }

    /** Fails on any violation of WCAG 2.2 AA that axe finds on the page as it stands. */
    void isAccessible() {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertEquals(
                "",
                violations.stream()
                        .map(rule -> rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                                        .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining("\n")),
                "axe on " + page.url() + " as " + user);
    }

    /** Closes what the page says for a moment. */
    void dismissToasts() {
        for (Locator toast : page.locator("toast-region button.icon").all()) {
            toast.click();
        }
    }

    /** Folds the panel that simulates calls, which covers a corner of the desk. */
    Screen withoutDemoPanel() {
        if (id("demo-search").isVisible()) {
            id("demo-toggle").click();
        }
        return this;
    }

    /** Writes a picture for README and guides, if the system property {@code screenshots} is true. */
    void picture(String name) {
        if (KEEP_PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(ZurufServer.checkout().resolve("docs/images").resolve(name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    @Override
    public void close() {
        context.tracing()
                .stop(new Tracing.StopOptions()
                        .setPath(Path.of(System.getProperty("server.usr"))
                                .resolve("traces/" + user + "-" + System.nanoTime() + ".zip")));
        context.close();
        assertEquals("", String.join("\n", errors), "errors on the console of " + user);
    }
}

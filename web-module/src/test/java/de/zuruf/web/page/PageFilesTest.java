package de.zuruf.web.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/classes/de/zuruf/web/page/PageFiles.class",
                "/web-inf/lib",
                "/META-INF/MANIFEST.MF",
                "/app/../WEB-INF/web.xml",
                "/app\\..\\secret",
                "/app/",
                "/index.html\0.js"
            })
    void whatIsNotMeantForBrowsersIsHidden(String path) {
        assertTrue(PageFiles.hidden(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/app/call/call-card.js", "/webjars/lit/3.3.2/index.js"})
    void filesOfThePageAreNot(String path) {
        assertFalse(PageFiles.hidden(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ab\"", "W/\"ab\"", "\"xy\", \"ab\"", "*"})
    void oneTagOfManyIsEnough(String header) {
        assertTrue(PageFiles.matches(header, "\"ab\""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ab", "\"abc\"", "W/\"a\"", ",,,"})
    void anythingElseIsAnotherContent(String header) {
        assertFalse(PageFiles.matches(header, "\"ab\""));
    }
}

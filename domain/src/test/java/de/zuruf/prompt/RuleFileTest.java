package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rules xmlns="urn:zuruf:prompt-rules:1">
              <!-- why -->
              <rule id="care" version="3" occasion="CARE_CALL" priority="7" selling="true" value-classes="A  B"
                    phases="REGULAR" valid-from="2026-01-01" valid-to="2026-12-31">
                <condition><![CDATA[ daysSinceLastContact > 90 && valueClass == "A" ]]></condition>
                <title><de>Titel</de><en>Title</en></title>
                <text><de>Zwei
                    Zeilen</de><en>Two lines</en></text>
                <reason><de>Grund</de><en>Reason</en></reason>
                <questions><question><de>Wie?</de><en>How?</en></question></questions>
              </rule>
            </rules>
            """;

    private static List<PromptRule> read(String xml) {
        return RuleFile.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static RuleProblem problem(String xml) {
        return assertThrows(RuleBookException.class, () -> read(xml)).problems().get(0);
    }

    @Test
    void readsAllThereIs() {
        PromptRule rule = read(GOOD).get(0);
        assertEquals("care", rule.id());
        assertEquals(3, rule.version());
        assertEquals(Set.of(ValueClass.A, ValueClass.B), rule.valueClasses());
        assertEquals(Set.of(LifecyclePhase.REGULAR), rule.phases());
        assertEquals("daysSinceLastContact > 90 && valueClass == \"A\"", rule.condition());
        assertTrue(rule.sells());
        assertEquals("Zwei Zeilen", rule.text().de());
        assertEquals(new Questions(List.of("Wie?"), List.of("How?")), rule.questions());
        assertEquals(LocalDate.of(2026, 12, 31), rule.validTo());
        assertEquals(1, RuleBook.of(List.of(rule)).rules().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "version=\"3\" # version=\"three\" # version # 5",
                "version=\"3\" # # version # 5",
                "id=\"care\" # # id # 5",
                "CARE_CALL # COFFEE # occasion # 5",
                "\"A  B\" # \"A Z\" # value-classes # 5",
                "selling=\"true\" # selling=\"yes\" # selling # 5",
                "2026-01-01 # 1.1.2026 # valid-from # 5",
                "priority # prio # prio # 5",
                "condition> # bedingung> # condition # 6",
                "<en>Title</en> # # en # 7",
                "<reason><de>Grund</de><en>Reason</en></reason> # # reason # 11",
                "</questions> # </questions>and # file # 12",
                "prompt-rules:1 # prompt-rules:2 # rules # 2",
                "</rules> # <rules> # rule # 13",
            })
    void tellsWhereItIsWrong(String from, String to, String part, int line) {
        RuleProblem problem = problem(GOOD.replace(from, to == null ? "" : to));
        assertEquals(part, problem.part());
        assertEquals(line, problem.line());
        assertTrue(problem.column() > 0);
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String external = """
                <?xml version="1.0"?><!DOCTYPE rules [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                """;
        assertThrows(
                RuleBookException.class,
                () -> read(GOOD.replaceFirst("<\\?xml.*\\?>\\s*", external).replace("Titel", "&x;")));
        String laughs = """
                <?xml version="1.0"?><!DOCTYPE rules [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
                """;
        assertThrows(
                RuleBookException.class,
                () -> read(GOOD.replaceFirst("<\\?xml.*\\?>\\s*", laughs).replace("Titel", "&d;")));
    }

    @Test
    void whatIsNoXmlOrTooLargeIsRefused() {
        assertEquals("file", problem("").part());
        assertEquals("file", problem("{}").part());
        assertEquals("file", problem("\u0000").part());
        assertEquals("file", problem(GOOD + " ".repeat(RuleFile.MAXIMUM_BYTES)).part());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> problem("<a>".repeat(300_000)));
        assertThrows(
                RuleBookException.class,
                () -> RuleFile.read(new ByteArrayInputStream(new byte[] {'<', (byte) 0xFF, (byte) 0xFE})));
    }

    @Test
    void twoHundredRulesAreEnough() {
        String rule = GOOD.substring(GOOD.indexOf("<rule "), GOOD.indexOf("</rules>"));
        assertEquals("rules", problem(GOOD.replace(rule, rule.repeat(201))).part());
    }
}

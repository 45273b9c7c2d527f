package de.zuruf.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.prompt.RuleBookException;
import de.zuruf.prompt.RuleProblem;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingRulesTest {

    /** A Sunday. */
    private static final LocalDateTime AT = LocalDateTime.parse("2026-11-22T08:05:59");

    private static RoutingFacts.Customer customer(ValueClass valueClass, LifecyclePhase phase, int complaints) {
        return new RoutingFacts.Customer(valueClass, phase, new BigDecimal("1200.50"), complaints, false, true, true);
    }

    private static RoutingFacts facts(RoutingFacts.Customer customer, String country) {
        return new RoutingFacts(customer, country, false, "03023125100", "de", AT);
    }

    private static RoutingRule rule(String id, int position, String condition, String queue, Integer priority) {
        return new RoutingRule(id, 1, position, condition, queue, priority, null, null, null);
    }

    private static RoutingDecision starters(RoutingFacts facts) {
        return RoutingRules.of(RoutingRules.starterRules()).decide(facts);
    }

    @Test
    void aKeyAccountIsAVipAndGoesToHisOwnerFirst() {
        RoutingDecision decision = starters(facts(customer(ValueClass.A, LifecyclePhase.REGULAR, 0), "DE"));
        assertEquals(new RoutingDecision(null, 20, true, true, null, List.of("key-account"), List.of()), decision);
    }

    @Test
    void aComplaintComesEarlierAndEarliestWithAKeyAccount() {
        RoutingDecision key = starters(facts(customer(ValueClass.A, LifecyclePhase.AT_RISK, 1), "DE"));
        assertEquals(30, key.priority());
        assertEquals(List.of("key-account-complaint"), key.rules());
        RoutingDecision small = starters(facts(customer(ValueClass.D, LifecyclePhase.REGULAR, 2), "DE"));
        assertEquals(10, small.priority());
        assertFalse(small.vip());
        assertFalse(small.toOwner());
    }

    @Test
    void anUnknownCallerTakesTheDialplansOwnWay() {
        for (RoutingFacts facts : List.of(facts(null, null), facts(null, "AT"))) {
            assertEquals(new RoutingDecision(null, null, false, false, null, List.of(), List.of()), starters(facts));
        }
    }

    @Test
    void aCallerFromAbroadIsGreetedInEnglishWhoeverHeIs() {
        assertEquals("en", starters(facts(null, "US")).language());
        RoutingDecision key = starters(facts(customer(ValueClass.A, LifecyclePhase.REGULAR, 0), "GB"));
        assertEquals("en", key.language());
        assertEquals(List.of("key-account", "from-abroad"), key.rules());
    }

    @Test
    void eachPartIsDecidedByTheFirstRuleThatSaysSomethingAboutIt() {
        RoutingRules rules = RoutingRules.of(List.of(
                rule("third", 30, "true", "spaet", 3),
                rule("second", 20, "known", "mitte", null),
                rule("first", 10, "true", null, 1),
                rule("not", 5, "weekday == 1", "montag", 9)));
        assertEquals(
                List.of("not", "first", "second", "third"),
                rules.rules().stream().map(RoutingRule::id).toList());
        RoutingDecision known = rules.decide(facts(customer(ValueClass.B, LifecyclePhase.NEW, 0), "DE"));
        assertEquals("mitte", known.queue());
        assertEquals(1, known.priority());
        assertEquals(List.of("first", "second"), known.rules());
        assertEquals(List.of("first", "third"), rules.decide(facts(null, null)).rules());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    known && valueClass == "B" && phase == "NEW"
                    revenue12m > 1200.0 && revenue12m < 1201.0
                    openComplaints == 2 && !paymentBlocked
                    ownerPresent && ownerReachable && !withheld
                    country == "DE" && language == "de"
                    dialled.startsWith("03023125") && dialled.size() == 11
                    time >= "08:00" && time < "08:06" && weekday == 7 && today == "2026-11-22"
                    """)
    void aConditionSeesEveryFact(String condition) {
        RoutingRules rules = RoutingRules.of(List.of(rule("r", 1, condition, "q", null)));
        assertEquals(
                "q",
                rules.decide(facts(customer(ValueClass.B, LifecyclePhase.NEW, 2), "DE"))
                        .queue());
    }

    @Test
    void everyFactIsSetForEveryCaller() {
        RoutingFacts least = new RoutingFacts(null, null, true, null, null, AT);
        for (RoutingFact fact : RoutingFact.values()) {
            assertTrue(least.variables().containsKey(fact.variable()), fact.variable());
        }
    }

    @Test
    void everyFactIsDocumented() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "connect-asterisk.md"));
        for (RoutingFact fact : RoutingFact.values()) {
            assertTrue(guide.contains("`" + fact.variable() + "`"), fact.variable());
        }
    }

    @Test
    void aRuleThatFailsDecidesNothingAndHoldsUpNoOther() {
        RoutingRules rules = RoutingRules.of(
                List.of(rule("fails", 1, "10 / openComplaints > 1", "nie", 5), rule("holds", 2, "true", "doch", null)));
        RoutingDecision decision = rules.decide(facts(null, null));
        assertEquals("doch", decision.queue());
        assertNull(decision.priority());
        assertEquals(List.of("fails"), decision.failed());
        assertEquals(List.of("holds"), decision.rules());
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndAllOfIt() {
        RuleBookException refused = assertThrows(
                RuleBookException.class,
                () -> RoutingRules.of(List.of(
                        new RoutingRule("Umlaut ä", 0, -1, "true", "a,b", 1_001, null, null, "d"),
                        rule("position", 1, "known &&\n  segment == 1", "q", null),
                        rule("text", 1, "\"A\"", "q", null),
                        rule("empty", 1, " ", "q", null),
                        rule("nothing", 1, "true", null, null),
                        rule("nothing", 1, "true", "q", null))));
        List<String> told = refused.problems().stream()
                .map(p -> p.ruleId() + " " + p.part() + " " + p.line() + ":" + p.column())
                .toList();
        assertEquals(
                List.of(
                        "Umlaut ä id 0:0",
                        "Umlaut ä version 0:0",
                        "Umlaut ä position 0:0",
                        "Umlaut ä queue 0:0",
                        "Umlaut ä priority 0:0",
                        "Umlaut ä language 0:0",
                        "position condition 2:3",
                        "text condition 1:1",
                        "empty condition 0:0",
                        "nothing rule 0:0",
                        "nothing id 0:0"),
                told);
        RuleProblem first = refused.problems().get(0);
        assertTrue(first.message().de().contains("64"), first.toString());
    }

    @Test
    void tooManyRulesAreRefused() {
        List<RoutingRule> many = Collections.nCopies(RoutingRules.MAXIMUM_RULES + 1, rule("one", 1, "true", "q", null));
        assertThrows(RuleBookException.class, () -> RoutingRules.of(many));
    }
}

package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StarterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final RuleBook BOOK = RuleBook.of(RuleFile.starterRules());

    private static PromptFacts.Builder regular() {
        return PromptFacts.builder()
                .set(PromptFact.VALUE_CLASS, ValueClass.A)
                .set(PromptFact.PHASE, LifecyclePhase.REGULAR)
                .set(PromptFact.COMPANY, "Hansen Anlagenbau GmbH")
                .set(PromptFact.OWNER_NAME, "Frank Sommer")
                .set(PromptFact.ORDER_COUNT, 40)
                .set(PromptFact.DAYS_SINCE_FIRST_ORDER, 900)
                .set(PromptFact.FIRST_ORDER_ON, TODAY.minusDays(900))
                .set(PromptFact.LAST_ORDER_ON, LocalDate.of(2026, 10, 14))
                .set(PromptFact.DAYS_SINCE_LAST_ORDER, 39)
                .set(PromptFact.RHYTHM_KNOWN, true)
                .set(PromptFact.USUAL_DAYS, 21)
                .set(PromptFact.SPREAD_DAYS, 4);
    }

    private static PromptFacts.Builder withQuote(PromptFacts.Builder facts) {
        return facts.set(PromptFact.OPEN_QUOTES, 1)
                .set(PromptFact.QUOTE_ID, "AN-2041")
                .set(PromptFact.QUOTE_SUBJECT, "Dichtungssätze")
                .set(PromptFact.QUOTE_AMOUNT, new BigDecimal("18400.00"))
                .set(PromptFact.QUOTE_ON, TODAY.minusDays(16))
                .set(PromptFact.QUOTE_DAYS, 16);
    }

    private static PromptFacts.Builder withCrossSell(PromptFacts.Builder facts) {
        return facts.set(PromptFact.CROSS_SELL_PRODUCT, "Fettpresse")
                .set(PromptFact.CROSS_SELL_BECAUSE, "Schmierfett")
                .set(PromptFact.CROSS_SELL_BOTH, 23)
                .set(PromptFact.CROSS_SELL_PEERS, 25)
                .set(PromptFact.CROSS_SELL_PERCENT, 92);
    }

    private static PromptFacts.Builder withComplaint(PromptFacts.Builder facts) {
        return facts.set(PromptFact.OPEN_COMPLAINTS, 1)
                .set(PromptFact.COMPLAINT_ID, "RE-77")
                .set(PromptFact.COMPLAINT_SUBJECT, "Falsche Dichtung geliefert")
                .set(PromptFact.COMPLAINT_ON, LocalDate.of(2026, 11, 18))
                .set(PromptFact.COMPLAINT_DAYS, 4);
    }

    private static List<String> shown(PromptFacts.Builder facts) {
        return BOOK.evaluate(facts.build(), TODAY).shown().stream()
                .map(SelectedPrompt::ruleId)
                .toList();
    }

    @Test
    void theFirstFiveOccasionsHaveRules() {
        assertEquals(
                Set.of(
                        Occasion.WELCOME_CALL,
                        Occasion.ORDER_RHYTHM,
                        Occasion.CROSS_SELL,
                        Occasion.QUOTE_FOLLOW_UP,
                        Occasion.COMPLAINT),
                BOOK.rules().stream().map(PromptRule::occasion).collect(Collectors.toSet()));
    }

    @Test
    void everyRuleAsksOpenQuestionsInBothLanguages() {
        for (PromptRule rule : BOOK.rules()) {
            assertTrue(rule.questions().de().size() >= 2, rule.id());
            for (String question : rule.questions().de()) {
                assertTrue(question.matches("(Wie|Was|Wer|Wen|Wo|Woher|Womit|Worauf) .*\\?"), question);
            }
            for (String question : rule.questions().en()) {
                assertTrue(question.matches("(How|What|Who|Where) .*\\?"), question);
            }
            assertFalse(rule.text().de().equals(rule.text().en()));
        }
    }

    @Test
    void anOrdinaryCallBringsNothing() {
        assertEquals(List.of(), shown(regular()));
        assertEquals(List.of(), shown(PromptFacts.builder()));
    }

    @Test
    void aKeyAccountIsWelcomedOtherwiseThanOthers() {
        PromptFacts.Builder facts = regular()
                .set(PromptFact.PHASE, LifecyclePhase.NEW)
                .set(PromptFact.ORDER_COUNT, 1)
                .set(PromptFact.DAYS_SINCE_FIRST_ORDER, 12);
        assertEquals(List.of("welcome-key-account"), shown(facts));
        assertEquals(List.of("welcome"), shown(facts.set(PromptFact.VALUE_CLASS, ValueClass.B)));
        assertEquals(List.of(), shown(facts.set(PromptFact.WELCOMED, true)));
        assertEquals(
                List.of(), shown(facts.set(PromptFact.WELCOMED, false).set(PromptFact.DAYS_SINCE_FIRST_ORDER, 61)));
    }

    @Test
    void aKeyAccountWithoutOwnerIsWelcomedAllTheSame() {
        PromptFacts.Builder facts = PromptFacts.builder()
                .set(PromptFact.VALUE_CLASS, ValueClass.A)
                .set(PromptFact.ORDER_COUNT, 1)
                .set(PromptFact.FIRST_ORDER_ON, TODAY.minusDays(3))
                .set(PromptFact.DAYS_SINCE_FIRST_ORDER, 3);
        assertEquals(List.of("welcome"), shown(facts));
    }

    @Test
    void silenceIsAskedAboutWithItsFigures() {
        PromptFacts.Builder facts = regular().set(PromptFact.RHYTHM_UNUSUAL, true);
        SelectedPrompt prompt = BOOK.evaluate(facts.build(), TODAY).shown().get(0);
        assertEquals("order-rhythm", prompt.ruleId());
        assertFalse(prompt.selling());
        assertEquals(
                "Üblich alle 21 ± 4 Tage, jetzt 39; letzte Bestellung am 14.10.2026.",
                prompt.reason().de());
        facts.set(PromptFact.VANISHED_GROUP, "Dichtungen")
                .set(PromptFact.VANISHED_PRESENT, 8)
                .set(PromptFact.VANISHED_EARLIER, 9)
                .set(PromptFact.VANISHED_MISSING, 3);
        assertEquals(
                "Üblich alle 21 ± 4 Tage, jetzt 39; Dichtungen fehlt in den letzten 3 Bestellungen.",
                BOOK.evaluate(facts.build(), TODAY).shown().get(0).reason().de());
        assertEquals(List.of("order-rhythm-group"), shown(facts.set(PromptFact.RHYTHM_UNUSUAL, false)));
    }

    @Test
    void volumeIsAskedAbout() {
        assertEquals(List.of("order-rhythm-drop"), shown(regular().set(PromptFact.VOLUME_FACTOR, 0.5)));
        assertEquals(List.of("order-rhythm-jump"), shown(regular().set(PromptFact.VOLUME_FACTOR, 2.0)));
        assertEquals(List.of(), shown(regular().set(PromptFact.VOLUME_FACTOR, 0.9)));
    }

    @Test
    void anOpenQuoteIsFollowedUp() {
        SelectedPrompt prompt =
                BOOK.evaluate(withQuote(regular()).build(), TODAY).shown().get(0);
        assertEquals("Angebot AN-2041 nachfassen", prompt.title().de());
        assertEquals(
                "Dichtungssätze über 18.400 €, seit 16 Tagen offen.",
                prompt.reason().de());
        assertTrue(prompt.selling());
        assertEquals(List.of(), shown(withQuote(regular()).set(PromptFact.QUOTE_DAYS, 6)));
        assertEquals(List.of(), shown(withQuote(regular()).set(PromptFact.PAYMENT_BLOCKED, true)));
    }

    @Test
    void crossSellingNamesItsReason() {
        SelectedPrompt prompt =
                BOOK.evaluate(withCrossSell(regular()).build(), TODAY).shown().get(0);
        assertEquals(
                "23 von 25 vergleichbaren Kunden, die Schmierfett beziehen, kaufen auch Fettpresse (92 %).",
                prompt.reason().de());
        assertEquals(List.of(), shown(withCrossSell(regular()).set(PromptFact.PHASE, LifecyclePhase.LEAD)));
    }

    @Test
    void aComplaintComesFirstAndNothingIsSold() {
        PromptSelection selection =
                BOOK.evaluate(withComplaint(withCrossSell(withQuote(regular()))).build(), TODAY);
        assertEquals(
                List.of("complaint"),
                selection.shown().stream().map(SelectedPrompt::ruleId).toList());
        assertEquals(
                Set.of(Occasion.QUOTE_FOLLOW_UP, Occasion.CROSS_SELL),
                Set.copyOf(selection.suppressed().orElseThrow().occasions()));
        assertEquals(
                "Jetzt nicht verkaufen: Reklamation RE-77 vom 18.11.2026 ist noch offen: Falsche Dichtung geliefert.",
                selection.suppressed().orElseThrow().reason().de());
        assertEquals(List.of(), selection.failures());
    }
}

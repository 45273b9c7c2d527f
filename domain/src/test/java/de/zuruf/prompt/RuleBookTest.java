package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.prompt.PromptSelection.NotShown;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PromptFacts NO_FACTS = PromptFacts.builder().build();

    /** A rule to be bent in one place by each test. */
    private static final class Draft {
        private String id = "rule";
        private int version = 1;
        private Occasion occasion = Occasion.CARE_CALL;
        private Set<ValueClass> valueClasses = Set.of();
        private Set<LifecyclePhase> phases = Set.of();
        private String condition = "true";
        private int priority = 100;
        private boolean selling;
        private boolean suppressesSelling;
        private String title = "Titel";
        private String reason = "Grund";
        private Questions questions = Questions.NONE;
        private LocalDate validFrom;
        private LocalDate validTo;

        PromptRule rule() {
            return new PromptRule(
                    id,
                    version,
                    occasion,
                    valueClasses,
                    phases,
                    condition,
                    priority,
                    selling,
                    suppressesSelling,
                    Bilingual.same(title),
                    Bilingual.same("Text"),
                    Bilingual.same(reason),
                    questions,
                    validFrom,
                    validTo);
        }

        static Draft of(String id, Occasion occasion, int priority) {
            Draft draft = new Draft();
            draft.id = id;
            draft.occasion = occasion;
            draft.priority = priority;
            return draft;
        }
    }

    private static PromptRule condition(String condition) {
        Draft draft = new Draft();
        draft.condition = condition;
        return draft.rule();
    }

    private static List<String> shown(PromptSelection selection) {
        return selection.shown().stream().map(SelectedPrompt::ruleId).toList();
    }

    private static NotShownReason why(PromptSelection selection, String id) {
        return selection.notShown().stream()
                .filter(n -> n.ruleId().equals(id))
                .map(NotShown::reason)
                .findFirst()
                .orElseThrow();
    }

    private static RuleProblem onlyProblem(PromptRule rule) {
        RuleBookException refused = assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(rule)));
        assertEquals(1, refused.problems().size(), () -> refused.problems().toString());
        assertEquals("ZURUF-RULE", refused.code());
        return refused.problems().get(0);
    }

    // ---- what is refused

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "openComplaints >> 0 # 1 # 17",
                "daysSinceLastOrdr > 3 # 1 # 1",
                "orderCount > 'x' # 1 # 12",
                "orderCount + 1 # 1 # 12",
                "company # 1 # 1",
                "welcomed && (1 # 1 # 15",
                "valueClass.startsWith(3) # 1 # 22",
                "System.exit(1) # 1 # 1",
                "groups.map(g, g).size() > 0 # 1 # 11",
            })
    void errorsAreReportedWithTheirPlace(String condition, int line, int column) {
        RuleBookException refused =
                assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(condition(condition))));
        RuleProblem problem = refused.problems().get(0);
        assertEquals("rule", problem.ruleId());
        assertEquals("condition", problem.part());
        assertEquals(
                line + "/" + column,
                problem.line() + "/" + problem.column(),
                problem.message().en());
        assertFalse(problem.message().de().isBlank());
    }

    @Test
    void theLineCountsInAConditionOfSeveralLines() {
        RuleProblem problem = onlyProblem(condition("orderCount > 0 &&\n  unknown > 1"));
        assertEquals(2, problem.line());
        assertEquals(3, problem.column());
    }

    @Test
    void hugeAndDeepConditionsAreRefused() {
        assertEquals(
                "condition",
                onlyProblem(condition("true || ".repeat(200) + "true")).part());
        for (String deep : List.of(
                "(".repeat(400) + "true" + ")".repeat(400),
                "!(".repeat(200) + "true" + ")".repeat(200),
                "true" + " ? true".repeat(60) + " : false".repeat(60),
                "[".repeat(300) + "]".repeat(300) + " == []")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(condition(deep)))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u0000",
                "true;",
                "${true}",
                "#{1}",
                "a.b.c.d",
                "🙂",
                "'",
                "\"\\u12\"",
                "has(company)"
            })
    void nonsenseIsRefusedNotThrownOver(String condition) {
        assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(condition(condition))));
    }

    @Test
    void everythingThatIsWrongIsTold() {
        Draft draft = new Draft();
        draft.id = "Not An Id";
        draft.version = 0;
        draft.occasion = null;
        draft.priority = -1;
        draft.condition = "nothing";
        draft.title = "{unknown} x";
        draft.reason = "x".repeat(501);
        draft.validFrom = TODAY;
        draft.validTo = TODAY.minusDays(1);
        draft.questions = new Questions(Collections.nCopies(6, "?"), Collections.nCopies(6, "?"));
        RuleBookException refused = assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(draft.rule())));
        assertEquals(
                List.of(
                        "id",
                        "version",
                        "occasion",
                        "priority",
                        "validTo",
                        "condition",
                        "title.de",
                        "title.en",
                        "reason.de",
                        "reason.en",
                        "questions"),
                refused.problems().stream().map(RuleProblem::part).toList());
        assertEquals(refused.problems(), refused.details().get("problems"));
    }

    @Test
    void anIdOccursOnce() {
        RuleBookException refused = assertThrows(
                RuleBookException.class, () -> RuleBook.of(List.of(condition("true"), condition("false"))));
        assertEquals("id", refused.problems().get(0).part());
        assertThrows(
                RuleBookException.class,
                () -> RuleBook.of(IntStream.range(0, 201)
                        .mapToObj(i -> Draft.of("r" + i, Occasion.CARE_CALL, 1).rule())
                        .toList()));
    }

    @ParameterizedTest
    @CsvSource({"{usualDays,1", "x {company} },13", "a {orderCount|one},4", "{company|a|b},2", "{},2", "{{company}},2"})
    void malformedTextsAreReportedWithTheirPlace(String title, int column) {
        Draft draft = new Draft();
        draft.title = title;
        RuleBookException refused = assertThrows(RuleBookException.class, () -> RuleBook.of(List.of(draft.rule())));
        assertEquals("title.de", refused.problems().get(0).part());
        assertEquals(1, refused.problems().get(0).line());
        assertEquals(column, refused.problems().get(0).column());
    }

    // ---- what is run

    @Test
    void factsThatAreNotSetHaveEmptyValues() {
        StringBuilder all = new StringBuilder("true");
        for (PromptFact fact :
                List.of(PromptFact.COMPANY, PromptFact.FIRST_ORDER_ON, PromptFact.PHASE, PromptFact.VANISHED_GROUP)) {
            all.append(" && ").append(fact.variable()).append(" == ''");
        }
        all.append(" && usualDays == 0 && revenue12m == 0.0 && volumeFactor == 0.0 && crossSellPercent == 0")
                .append(" && !welcomed && size(groups) == 0");
        assertEquals(
                List.of("rule"),
                shown(RuleBook.of(List.of(condition(all.toString()))).evaluate(NO_FACTS, TODAY)));
    }

    @Test
    void conditionsSeeFactsAsTheirTypes() {
        PromptFacts facts = PromptFacts.builder()
                .set(PromptFact.COMPANY, "Hansen")
                .set(PromptFact.REVENUE_12M, new BigDecimal("1000.50"))
                .set(PromptFact.FIRST_ORDER_ON, LocalDate.of(2026, 2, 3))
                .set(PromptFact.GROUPS, List.of("DICHT", "LAGER"))
                .set(PromptFact.ORDER_COUNT, 7)
                .set(PromptFact.VALUE_CLASS, ValueClass.A)
                .set(PromptFact.WELCOMED, true)
                .build();
        String condition = "company.startsWith('Han') && revenue12m > 1000 && revenue12m * 2.0 == 2001.0"
                + " && firstOrderOn < '2026-03-01' && 'DICHT' in groups && groups.exists(g, g.matches('LA.*'))"
                + " && orderCount == 7 && valueClass in ['A', 'B'] && welcomed";
        assertEquals(
                List.of("rule"),
                shown(RuleBook.of(List.of(condition(condition))).evaluate(facts, TODAY)));
    }

    @Test
    void aRuleThatFailsDoesNotTouchTheOthers() {
        Draft failing = Draft.of("failing", Occasion.CARE_CALL, 200);
        failing.condition = "10 / orderCount > 1";
        Draft index = Draft.of("index", Occasion.NEED_CHANGE, 190);
        index.condition = "groups[3] == 'x'";
        Draft number = Draft.of("number", Occasion.NEED_CHANGE, 180);
        number.condition = "int(company) > 1";
        PromptFacts facts =
                PromptFacts.builder().set(PromptFact.COMPANY, "Geheim GmbH").build();
        PromptSelection selection = RuleBook.of(List.of(
                        failing.rule(),
                        index.rule(),
                        number.rule(),
                        Draft.of("fine", Occasion.REFERRAL, 1).rule()))
                .evaluate(facts, TODAY);
        assertEquals(List.of("fine"), shown(selection));
        assertEquals(3, selection.failures().size());
        assertEquals("DIVIDE_BY_ZERO", selection.failures().get(0).message());
        assertEquals(NotShownReason.FAILED, why(selection, "failing"));
        assertFalse(selection.failures().toString().contains("Geheim"));
    }

    @Test
    void loopsAreBounded() {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "g" + i).toList();
        PromptFacts facts = PromptFacts.builder().set(PromptFact.GROUPS, many).build();
        RuleBook book = RuleBook.of(
                List.of(condition("groups.all(a, groups.all(b, groups.all(c, groups.all(d, a + b + c + d != ''))))")));
        PromptSelection selection = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> book.evaluate(facts, TODAY));
        assertEquals(NotShownReason.FAILED, why(selection, "rule"));
        RuleBook once = RuleBook.of(List.of(condition("groups.exists(g, g == 'g199')")));
        assertEquals(List.of("rule"), shown(once.evaluate(facts, TODAY)));
    }

    @Test
    void expensivePatternsAreNone() {
        PromptFacts facts = PromptFacts.builder()
                .set(PromptFact.COMPANY, "a".repeat(200) + "!")
                .build();
        RuleBook book = RuleBook.of(List.of(condition("company.matches('^(a+)+$')")));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> book.evaluate(facts, TODAY));
    }

    @Test
    void rulesApplyToTheirClassesPhasesAndDays() {
        Draft classes = Draft.of("classes", Occasion.CARE_CALL, 5);
        classes.valueClasses = Set.of(ValueClass.A, ValueClass.B);
        Draft phases = Draft.of("phases", Occasion.NEED_CHANGE, 4);
        phases.phases = Set.of(LifecyclePhase.NEW);
        Draft early = Draft.of("early", Occasion.REFERRAL, 3);
        early.validFrom = TODAY.plusDays(1);
        Draft late = Draft.of("late", Occasion.REFERRAL, 2);
        late.validTo = TODAY.minusDays(1);
        Draft today = Draft.of("today", Occasion.REFERRAL, 1);
        today.validFrom = TODAY;
        today.validTo = TODAY;
        RuleBook book = RuleBook.of(List.of(classes.rule(), phases.rule(), early.rule(), late.rule(), today.rule()));
        PromptSelection selection = book.evaluate(
                PromptFacts.builder()
                        .set(PromptFact.VALUE_CLASS, ValueClass.C)
                        .set(PromptFact.PHASE, LifecyclePhase.LOST)
                        .build(),
                TODAY);
        assertEquals(List.of("today"), shown(selection));
        assertEquals(NotShownReason.VALUE_CLASS, why(selection, "classes"));
        assertEquals(NotShownReason.PHASE, why(selection, "phases"));
        assertEquals(NotShownReason.NOT_VALID, why(selection, "early"));
        assertEquals(NotShownReason.NOT_VALID, why(selection, "late"));
        assertEquals(
                List.of("classes", "phases", "today"),
                shown(book.evaluate(
                        PromptFacts.builder()
                                .set(PromptFact.VALUE_CLASS, ValueClass.B)
                                .set(PromptFact.PHASE, LifecyclePhase.NEW)
                                .build(),
                        TODAY)));
    }

    @Test
    void atMostThreeOnePerOccasionByPriorityThenId() {
        List<PromptRule> rules = new ArrayList<>(List.of(
                Draft.of("e", Occasion.NEED_CHANGE, 10).rule(),
                Draft.of("d", Occasion.CARE_CALL, 20).rule(),
                Draft.of("c", Occasion.REFERRAL, 20).rule(),
                Draft.of("b", Occasion.CARE_CALL, 20).rule(),
                Draft.of("a", Occasion.CHURN_RISK, 20).rule()));
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(rules, new Random(i));
            PromptSelection selection = RuleBook.of(rules).evaluate(NO_FACTS, TODAY);
            assertEquals(List.of("a", "b", "c"), shown(selection));
            assertEquals(NotShownReason.SAME_OCCASION, why(selection, "d"));
            assertEquals(NotShownReason.TOO_MANY, why(selection, "e"));
        }
    }

    @Test
    void aComplaintSilencesAllSelling() {
        Draft complaint = Draft.of("complaint", Occasion.COMPLAINT, 1);
        complaint.suppressesSelling = true;
        complaint.reason = "Reklamation {complaintId}";
        Draft sellingCare = Draft.of("selling-care", Occasion.CARE_CALL, 60);
        sellingCare.selling = true;
        RuleBook book = RuleBook.of(List.of(
                complaint.rule(),
                Draft.of("cross", Occasion.CROSS_SELL, 90).rule(),
                Draft.of("quote", Occasion.QUOTE_FOLLOW_UP, 80).rule(),
                sellingCare.rule(),
                Draft.of("need", Occasion.NEED_CHANGE, 50).rule()));
        PromptFacts facts =
                PromptFacts.builder().set(PromptFact.COMPLAINT_ID, "RE-77").build();
        PromptSelection selection = book.evaluate(facts, TODAY);
        assertEquals(List.of("need", "complaint"), shown(selection));
        PromptSelection.Suppression suppression = selection.suppressed().orElseThrow();
        assertEquals("complaint", suppression.byRuleId());
        assertEquals(
                Set.of(Occasion.CROSS_SELL, Occasion.QUOTE_FOLLOW_UP, Occasion.CARE_CALL),
                Set.copyOf(suppression.occasions()));
        assertEquals(
                "Jetzt nicht verkaufen: Reklamation RE-77", suppression.reason().de());
        assertEquals(NotShownReason.SUPPRESSED, why(selection, "cross"));

        // Its own text lacks a fact: silence holds all the same.
        PromptSelection wordless = book.evaluate(NO_FACTS, TODAY);
        assertEquals(List.of("need"), shown(wordless));
        assertEquals(
                "Jetzt nicht verkaufen.",
                wordless.suppressed().orElseThrow().reason().de());
    }

    @Test
    void whoCannotTellDoesNotSell() {
        Draft complaint = Draft.of("complaint", Occasion.COMPLAINT, 1);
        complaint.suppressesSelling = true;
        complaint.condition = "1 / openComplaints > 0";
        PromptSelection selection = RuleBook.of(List.of(
                        complaint.rule(),
                        Draft.of("cross", Occasion.CROSS_SELL, 90).rule()))
                .evaluate(NO_FACTS, TODAY);
        assertEquals(List.of(), shown(selection));
        assertTrue(selection.suppressed().isPresent());
    }

    @Test
    void nothingIsSuppressedWhereNothingWouldBeSold() {
        Draft complaint = Draft.of("complaint", Occasion.COMPLAINT, 1);
        complaint.suppressesSelling = true;
        assertEquals(
                Optional.empty(),
                RuleBook.of(List.of(complaint.rule())).evaluate(NO_FACTS, TODAY).suppressed());
    }

    @Test
    void textsAreFilledInBothLanguages() {
        Draft draft = new Draft();
        draft.title = "{quoteId} {quoteDays|Tag|Tage}";
        draft.reason = "{revenue12m} {crossSellPercent} {volumeFactor} {firstOrderOn} {welcomed} {groups} {orderCount}";
        draft.questions = new Questions(List.of("{ownerName}?", "{quoteId}?"), List.of("{ownerName}?", "{quoteId}?"));
        PromptFacts.Builder builder = PromptFacts.builder()
                .set(PromptFact.QUOTE_ID, "AN-1")
                .set(PromptFact.QUOTE_DAYS, 16)
                .set(PromptFact.REVENUE_12M, new BigDecimal("1234567.50"))
                .set(PromptFact.CROSS_SELL_PERCENT, 92)
                .set(PromptFact.VOLUME_FACTOR, 0.449)
                .set(PromptFact.FIRST_ORDER_ON, LocalDate.of(2026, 2, 3))
                .set(PromptFact.WELCOMED, false)
                .set(PromptFact.GROUPS, List.of("A", "B"))
                .set(PromptFact.ORDER_COUNT, 12345);
        RuleBook book = RuleBook.of(List.of(draft.rule()));
        SelectedPrompt prompt = book.evaluate(builder.build(), TODAY).shown().get(0);
        assertEquals("AN-1 16 Tage", prompt.title().de());
        assertEquals(
                "1.234.568 € 92 % 0,4 3.2.2026 nein A, B 12.345",
                prompt.reason().de());
        assertEquals(
                "€1,234,568 92% 0.4 3 Feb 2026 no A, B 12,345", prompt.reason().en());
        assertEquals(List.of("AN-1?"), prompt.questions().de());
        SelectedPrompt oneDay = book.evaluate(
                        builder.set(PromptFact.QUOTE_DAYS, 1).build(), TODAY)
                .shown()
                .get(0);
        assertEquals("AN-1 1 Tag", oneDay.title().de());
    }

    @Test
    void hostileFactsStayTextAndAreCut() {
        Draft draft = new Draft();
        draft.title = "{company}";
        PromptFacts facts = PromptFacts.builder()
                .set(PromptFact.COMPANY, "<script>{city}\u202E\u0000" + "x".repeat(300))
                .set(PromptFact.CITY, "Berlin")
                .build();
        String title = RuleBook.of(List.of(draft.rule()))
                .evaluate(facts, TODAY)
                .shown()
                .get(0)
                .title()
                .de();
        assertTrue(title.startsWith("<script>{city} xxx"), title);
        assertEquals(PromptFacts.MAXIMUM_TEXT, title.length());
    }

    @Test
    void factsOfAnotherTypeAreRefused() {
        PromptFacts.Builder builder = PromptFacts.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.ORDER_COUNT, "7"));
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.REVENUE_12M, 1.0));
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.VOLUME_FACTOR, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.WELCOMED, "true"));
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.FIRST_ORDER_ON, "2026-11-22"));
        assertThrows(IllegalArgumentException.class, () -> builder.set(PromptFact.COMPANY, 7));
        builder.set(PromptFact.COMPANY, null).set(PromptFact.CITY, "  ");
        assertFalse(builder.build().has(PromptFact.COMPANY));
        assertFalse(builder.build().has(PromptFact.CITY));
    }

    @Test
    void manyThreadsMayAskAtOnce() {
        RuleBook book = RuleBook.of(RuleFile.starterRules());
        PromptFacts facts = PromptFacts.builder()
                .set(PromptFact.OPEN_QUOTES, 1)
                .set(PromptFact.QUOTE_DAYS, 9)
                .set(PromptFact.QUOTE_ID, "AN-1")
                .set(PromptFact.QUOTE_SUBJECT, "Dichtungen")
                .set(PromptFact.QUOTE_AMOUNT, BigDecimal.TEN)
                .build();
        PromptSelection expected = book.evaluate(facts, TODAY);
        assertEquals(List.of("quote-follow-up"), shown(expected));
        assertTrue(IntStream.range(0, 5_000)
                .parallel()
                .allMatch(i -> book.evaluate(facts, TODAY).equals(expected)));
    }
}

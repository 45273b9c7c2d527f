package de.zuruf.segment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.Rhythm;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Lifecycle LIFECYCLE = Lifecycle.standard();

    /** What these lead to is not left again by figures alone. */
    private static final Set<LifecycleTrigger> ONE_WAY =
            EnumSet.of(LifecycleTrigger.START, LifecycleTrigger.ESTABLISHED, LifecycleTrigger.SILENCE);

    /** Facts to be varied. */
    private static final class Given {
        private LocalDate customerSince = LocalDate.of(2020, 1, 1);
        private LocalDate first = LocalDate.of(2020, 1, 1);
        private LocalDate last = DAY.minusDays(10);
        private int orderDays = 100;
        private Rhythm rhythm;
        private Double stillCustomer;
        private Double silence;
        private LocalDate cancelledOn;
        private LocalDate returnedOn;
        private Double growth;

        LifecycleFacts facts() {
            return new LifecycleFacts(
                    customerSince,
                    first,
                    last,
                    orderDays,
                    rhythm,
                    stillCustomer,
                    silence,
                    cancelledOn,
                    returnedOn,
                    growth);
        }

        Given lastOrder(LocalDate on) {
            last = on;
            return this;
        }

        Given noOrders() {
            first = null;
            last = null;
            orderDays = 0;
            return this;
        }

        Given model(double p, double pValue) {
            stillCustomer = p;
            silence = pValue;
            return this;
        }
    }

    private static LifecycleState at(LifecycleState before, Given given, LocalDate day) {
        return LIFECYCLE.step(before, given.facts(), day).state();
    }

    private static LifecycleState regular() {
        LifecycleState state = at(null, new Given(), DAY);
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        return state;
    }

    @Test
    void aWholeLife() {
        List<LifecycleTransition> told = new ArrayList<>();
        LifecycleState state = null;
        Given lead = new Given().noOrders();
        lead.customerSince = null;
        state = told(told, state, lead, LocalDate.of(2023, 1, 1));
        state = told(told, state, lead, LocalDate.of(2023, 1, 2));
        Given orders = new Given();
        orders.first = LocalDate.of(2023, 2, 1);
        orders.last = LocalDate.of(2023, 2, 1);
        orders.orderDays = 1;
        state = told(told, state, orders, LocalDate.of(2023, 2, 1));
        orders.last = LocalDate.of(2023, 4, 20);
        orders.orderDays = 3;
        state = told(told, state, orders, LocalDate.of(2023, 5, 2));
        orders.last = LocalDate.of(2024, 1, 20);
        orders.orderDays = 12;
        state = told(told, state, orders, LocalDate.of(2024, 2, 1));
        orders.model(0.7, 0.015);
        state = told(told, state, orders, LocalDate.of(2024, 4, 1));
        orders.lastOrder(LocalDate.of(2024, 4, 2)).model(0.95, 1);
        state = told(told, state, orders, LocalDate.of(2024, 4, 2));
        orders.model(0.05, 0.001);
        state = told(told, state, orders, LocalDate.of(2024, 12, 1));
        orders.lastOrder(LocalDate.of(2025, 2, 3)).model(0.9, 1);
        state = told(told, state, orders, LocalDate.of(2025, 2, 3));
        orders.lastOrder(LocalDate.of(2026, 1, 30));
        state = told(told, state, orders, LocalDate.of(2026, 2, 3));
        orders.cancelledOn = LocalDate.of(2026, 3, 1);
        state = told(told, state, orders, LocalDate.of(2026, 3, 1));
        orders.lastOrder(LocalDate.of(2026, 3, 2));
        state = told(told, state, orders, LocalDate.of(2026, 3, 2));
        assertEquals(
                List.of(
                        "1.1.2023 null LEAD START noch keine Bestellung",
                        "1.2.2023 LEAD NEW FIRST_ORDER erste Bestellung am 1.2.2023",
                        "2.5.2023 NEW DEVELOPING ESTABLISHED 3 Bestellungen seit dem 1.2.2023",
                        "1.2.2024 DEVELOPING REGULAR ESTABLISHED 12 Bestellungen seit dem 1.2.2023",
                        "1.4.2024 REGULAR AT_RISK RISK seit 72 Tagen keine Bestellung; eine so lange Pause kommt bei seinem"
                                + " Rhythmus in 2 % der Fälle vor",
                        "2.4.2024 AT_RISK REGULAR RECOVERED letzte Bestellung am 2.4.2024, 12 Bestellungen seit dem 1.2.2023",
                        "1.12.2024 REGULAR LOST SILENCE seit 243 Tagen keine Bestellung; mit 5 % Wahrscheinlichkeit noch Kunde",
                        "3.2.2025 LOST REGAINED RETURN bestellt seit dem 3.2.2025 wieder; galt seit dem 1.12.2024 als verloren",
                        "3.2.2026 REGAINED REGULAR ESTABLISHED 12 Bestellungen seit dem 1.2.2023",
                        "1.3.2026 REGULAR LOST NOTICE gekündigt am 1.3.2026",
                        "2.3.2026 LOST REGAINED RETURN bestellt seit dem 2.3.2026 wieder; galt seit dem 1.3.2026 als verloren"),
                told.stream()
                        .map(t -> de.zuruf.wording.Written.day(t.on()).de() + " " + t.from() + " " + t.to() + " "
                                + t.trigger() + " " + t.reason().de())
                        .toList());
        assertEquals(
                new Bilingual(
                        "zurückgewonnener Kunde seit dem 2.3.2026: bestellt seit dem 2.3.2026 wieder; galt seit dem 1.3.2026 als verloren",
                        "regained customer since 2 Mar 2026: orders again since 2 Mar 2026; was held for lost since 1 Mar 2026"),
                state.words(LocalDate.of(2026, 3, 2)));
    }

    private static LifecycleState told(
            List<LifecycleTransition> told, LifecycleState state, Given given, LocalDate day) {
        LifecycleStep step = LIFECYCLE.step(state, given.facts(), day);
        told.addAll(step.transitions());
        return step.state();
    }

    @Test
    void theTableAllowsWhatItSays() {
        assertTrue(LifecycleTrigger.FIRST_ORDER.allows(LifecyclePhase.LEAD, LifecyclePhase.NEW));
        assertTrue(LifecycleTrigger.START.allows(null, LifecyclePhase.LOST));
        assertFalse(LifecycleTrigger.START.allows(LifecyclePhase.LEAD, LifecyclePhase.NEW));
        assertFalse(LifecycleTrigger.RISK.allows(null, LifecyclePhase.AT_RISK));
        assertFalse(LifecycleTrigger.CORRECTION.allows(LifecyclePhase.NEW, LifecyclePhase.NEW));
        assertTrue(LifecycleTrigger.OVERRIDE_SET.allows(LifecyclePhase.NEW, LifecyclePhase.NEW));
        // However it is judged, nobody gets from lost to regular, from regular to new, or to be a lead again.
        Set<LifecycleTrigger> corrections = EnumSet.of(LifecycleTrigger.CORRECTION);
        for (LifecycleTrigger trigger : LifecycleTrigger.values()) {
            if (!trigger.byPerson() && !corrections.contains(trigger)) {
                assertFalse(trigger.allows(LifecyclePhase.LOST, LifecyclePhase.REGULAR), trigger.name());
                assertFalse(trigger.allows(LifecyclePhase.REGULAR, LifecyclePhase.NEW), trigger.name());
                for (LifecyclePhase phase : LifecyclePhase.values()) {
                    assertFalse(trigger.allows(phase, LifecyclePhase.LEAD), trigger.name());
                }
            }
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new LifecycleTransition(
                        DAY,
                        LifecyclePhase.LOST,
                        LifecyclePhase.REGULAR,
                        LifecycleTrigger.RECOVERED,
                        Bilingual.EMPTY,
                        false));
    }

    @Test
    void aRiskEndsOnlyWhenFiguresAreClearlyBetter() {
        LifecycleState state = at(regular(), new Given().model(0.49, 0.5), DAY.plusDays(1));
        assertEquals(LifecyclePhase.AT_RISK, state.judged());
        state = at(state, new Given().model(0.6, 0.5), DAY.plusDays(40));
        assertEquals(LifecyclePhase.AT_RISK, state.judged(), "better, but not clearly");
        state = at(state, new Given().model(0.7, 0.05), DAY.plusDays(41));
        assertEquals(LifecyclePhase.AT_RISK, state.judged(), "the silence is not usual yet");
        state = at(state, new Given().model(0.7, 0.2), DAY.plusDays(42));
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        // Within two weeks figures alone do not turn it around again.
        assertEquals(
                LifecyclePhase.REGULAR,
                at(state, new Given().model(0.2, 0.5), DAY.plusDays(55)).judged());
        assertEquals(
                LifecyclePhase.AT_RISK,
                at(state, new Given().model(0.2, 0.5), DAY.plusDays(56)).judged());
    }

    @Test
    void anOrderEndsARiskAtOnce() {
        LifecycleState state = at(regular(), new Given().model(0.3, 0.01), DAY.plusDays(1));
        Given ordered = new Given().lastOrder(DAY.plusDays(2)).model(0.55, 1);
        LifecycleStep step = LIFECYCLE.step(state, ordered.facts(), DAY.plusDays(2));
        assertEquals(LifecyclePhase.REGULAR, step.state().judged());
        assertEquals(LifecycleTrigger.RECOVERED, step.transitions().get(0).trigger());
        // But not one that is so much smaller.
        ordered.growth = 0.3;
        assertEquals(LifecyclePhase.AT_RISK, at(state, ordered, DAY.plusDays(2)).judged());
    }

    @Test
    void aModelThatKnowsTooLittleOfHimIsNotAsked() {
        Given once = new Given().model(0.2, 0.001);
        once.orderDays = 2;
        once.first = DAY.minusDays(100);
        assertEquals(LifecyclePhase.DEVELOPING, at(null, once, DAY).judged());
        once.orderDays = 3;
        assertEquals(LifecyclePhase.AT_RISK, at(null, once, DAY).judged());
    }

    @Test
    void aSeasonalCustomerIsNotAtRiskBecauseTheModelKnowsHisRhythm() {
        Given seasonal = new Given().lastOrder(DAY.minusDays(200)).model(0.9, 0.4);
        assertEquals(LifecyclePhase.REGULAR, at(null, seasonal, DAY).judged());
        seasonal.stillCustomer = null;
        seasonal.silence = null;
        assertEquals(LifecyclePhase.AT_RISK, at(null, seasonal, DAY).judged());
    }

    @Test
    void aRegainedCustomerCanBeAtRiskAndIsRegainedAgain() {
        Given lost = new Given().lastOrder(DAY.minusDays(400));
        LifecycleState state = at(null, lost, DAY);
        assertEquals(LifecyclePhase.LOST, state.judged());
        state = at(state, new Given().lastOrder(DAY.plusDays(5)).model(0.9, 1), DAY.plusDays(5));
        assertEquals(LifecyclePhase.REGAINED, state.judged());
        // The year of silence is in every comparison with the year before.
        Given shrunk = new Given().lastOrder(DAY.plusDays(5)).model(0.9, 0.5);
        shrunk.growth = 0.1;
        assertEquals(
                LifecyclePhase.REGAINED, at(state, shrunk, DAY.plusDays(60)).judged());
        state = at(state, new Given().lastOrder(DAY.plusDays(5)).model(0.3, 0.01), DAY.plusDays(100));
        assertEquals(LifecyclePhase.AT_RISK, state.judged());
        state = at(state, new Given().lastOrder(DAY.plusDays(101)).model(0.8, 1), DAY.plusDays(101));
        assertEquals(LifecyclePhase.REGAINED, state.judged());
        assertEquals(DAY.plusDays(5), state.regainedOn());
        state = at(state, new Given().lastOrder(DAY.plusDays(300)).model(0.8, 1), DAY.plusDays(369));
        assertEquals(LifecyclePhase.REGAINED, state.judged());
        state = at(state, new Given().lastOrder(DAY.plusDays(300)).model(0.8, 1), DAY.plusDays(370));
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        assertNull(state.regainedOn());
    }

    @Test
    void aLostCustomerIsNotFoundAgainByAModel() {
        LifecycleState state = at(null, new Given().lastOrder(DAY.minusDays(400)), DAY);
        Given hopeful = new Given().lastOrder(DAY.minusDays(200)).model(0.99, 1);
        // Nor by an order that he had placed before: that was a mistake, which is corrected.
        LifecycleStep corrected = LIFECYCLE.step(state, hopeful.facts(), DAY.plusDays(1));
        assertEquals(LifecycleTrigger.CORRECTION, corrected.transitions().get(0).trigger());
        assertEquals(LifecyclePhase.REGULAR, corrected.state().judged());
        LifecycleState silent =
                at(regular(), new Given().lastOrder(DAY.minusDays(10)).model(0.05, 0.001), DAY.plusDays(200));
        assertEquals(LifecyclePhase.LOST, silent.judged());
        assertEquals(
                LifecyclePhase.LOST,
                at(silent, new Given().model(0.99, 1), DAY.plusDays(230)).judged());
    }

    @Test
    void aNoticeWithdrawnWasNone() {
        Given cancelled = new Given();
        cancelled.cancelledOn = DAY.plusDays(1);
        LifecycleState state = at(regular(), cancelled, DAY.plusDays(1));
        assertEquals(LifecyclePhase.LOST, state.judged());
        assertEquals(
                LifecyclePhase.LOST, at(state, new Given(), DAY.plusDays(2)).judged());
        state = at(state, new Given(), DAY.plusDays(15));
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        assertEquals(LifecycleTrigger.CORRECTION, state.trigger());
        // The same notice a second time is no new event: it, too, has to stand for two weeks.
        assertEquals(
                LifecyclePhase.REGULAR, at(state, cancelled, DAY.plusDays(16)).judged());
        assertEquals(LifecyclePhase.LOST, at(state, cancelled, DAY.plusDays(29)).judged());
    }

    @Test
    void datesOfTheFutureHaveNotHappened() {
        Given future = new Given().lastOrder(LocalDate.of(2099, 1, 1));
        future.cancelledOn = LocalDate.of(2098, 1, 1);
        LifecycleState state = at(null, future, DAY);
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        assertNull(state.lastOrderOn());
        assertNull(state.cancelledOn());
        Given lost = new Given().lastOrder(DAY.minusDays(400));
        LifecycleState gone = at(null, lost, DAY);
        assertEquals(LifecyclePhase.LOST, at(gone, future, DAY.plusDays(1)).judged());
        assertEquals(
                LifecyclePhase.REGAINED,
                at(gone, new Given().lastOrder(DAY.plusDays(3)), DAY.plusDays(3))
                        .judged());
        Given firstTomorrow = new Given().lastOrder(DAY.plusDays(1));
        firstTomorrow.first = DAY.plusDays(1);
        firstTomorrow.orderDays = 1;
        assertEquals(LifecyclePhase.NEW, at(null, firstTomorrow, DAY).judged());
    }

    @Test
    void ordersTakenBackMakeALeadAgain() {
        Given none = new Given().noOrders();
        none.customerSince = null;
        LifecycleState state = at(regular(), none, DAY.plusDays(1));
        assertEquals(LifecyclePhase.LEAD, state.judged());
        assertEquals(LifecycleTrigger.CORRECTION, state.trigger());
        none.customerSince = DAY.minusDays(30);
        assertEquals(
                "Kunde seit dem 23.10.2026, noch keine Bestellung",
                at(null, none, DAY).reason().de());
        assertEquals(LifecyclePhase.LEAD, at(null, none, DAY).judged());
        none.customerSince = DAY.minusDays(365);
        assertEquals(LifecyclePhase.LOST, at(null, none, DAY).judged());
    }

    @Test
    void historyThatArrivesLateIsACorrection() {
        Given lead = new Given().noOrders();
        lead.customerSince = null;
        LifecycleState state = at(null, lead, DAY);
        LifecycleStep step = LIFECYCLE.step(state, new Given().facts(), DAY.plusDays(1));
        assertEquals(LifecyclePhase.REGULAR, step.state().judged());
        assertEquals(LifecycleTrigger.CORRECTION, step.transitions().get(0).trigger());
    }

    @Test
    void factsOfADayBeforeChangeNothing() {
        LifecycleState state = regular();
        LifecycleStep step = LIFECYCLE.step(state, new Given().model(0.1, 0).facts(), DAY.minusDays(1));
        assertEquals(new LifecycleStep(state, List.of()), step);
    }

    @Test
    void aPersonOverrulesForATime() {
        LifecycleState state = regular();
        PhaseOverride override = PhaseOverride.entered(
                LifecyclePhase.AT_RISK, " F. Beispiel ", "Einkäufer\nwechselt", DAY.plusDays(40), DAY);
        LifecycleStep set = LIFECYCLE.overrule(state, override);
        assertEquals(
                List.of(new LifecycleTransition(
                        DAY,
                        LifecyclePhase.REGULAR,
                        LifecyclePhase.AT_RISK,
                        LifecycleTrigger.OVERRIDE_SET,
                        new Bilingual(
                                "Vorgabe von F. Beispiel bis 1.1.2027: Einkäufer wechselt",
                                "set by F. Beispiel until 1 Jan 2027: Einkäufer wechselt"),
                        false)),
                set.transitions());
        state = set.state();
        assertEquals(LifecyclePhase.AT_RISK, state.shown(DAY));
        assertEquals(LifecyclePhase.REGULAR, state.judged());
        assertEquals(
                "gefährdeter Kunde (Vorgabe von F. Beispiel bis 1.1.2027: Einkäufer wechselt); ohne Vorgabe wäre er Stammkunde"
                        + " seit dem 22.11.2026: 100 Bestellungen seit dem 1.1.2020",
                state.words(DAY).de());
        // The judgement goes on underneath.
        LifecycleStep lost = LIFECYCLE.step(state, new Given().model(0.05, 0).facts(), DAY.plusDays(39));
        assertEquals(
                List.of(),
                lost.transitions().stream().filter(t -> !t.underneath()).toList());
        Given gone = new Given().model(0.05, 0).lastOrder(DAY.minusDays(190));
        lost = LIFECYCLE.step(state, gone.facts(), DAY.plusDays(39));
        assertTrue(lost.transitions().get(0).underneath());
        assertEquals(LifecyclePhase.LOST, lost.state().judged());
        assertEquals(LifecyclePhase.AT_RISK, lost.state().shown(DAY.plusDays(40)));
        // Shown correctly on the day after, whether a job ran or not; the transition has that day even when it ran
        // late.
        assertEquals(LifecyclePhase.LOST, lost.state().shown(DAY.plusDays(41)));
        LifecycleStep expired = LIFECYCLE.step(lost.state(), gone.facts(), DAY.plusDays(45));
        assertEquals(1, expired.transitions().size());
        LifecycleTransition back = expired.transitions().get(0);
        assertEquals(DAY.plusDays(41), back.on());
        assertEquals(LifecyclePhase.AT_RISK, back.from());
        assertEquals(LifecyclePhase.LOST, back.to());
        assertEquals(LifecycleTrigger.OVERRIDE_EXPIRED, back.trigger());
        assertTrue(
                back.reason().de().startsWith("Vorgabe von F. Beispiel galt bis 1.1.2027; seit "),
                back.reason().de());
        assertNull(expired.state().override());
        assertEquals(
                List.of(),
                LIFECYCLE.step(expired.state(), gone.facts(), DAY.plusDays(46)).transitions());
    }

    @Test
    void anOverrulingIsReplacedOrTakenBack() {
        LifecycleState state = regular();
        state = LIFECYCLE
                .overrule(state, PhaseOverride.entered(LifecyclePhase.LOST, "A", "x", DAY.plusDays(9), DAY))
                .state();
        LifecycleStep second = LIFECYCLE.overrule(
                state, PhaseOverride.entered(LifecyclePhase.REGULAR, "B", "y", DAY.plusDays(9), DAY.plusDays(1)));
        assertEquals(LifecyclePhase.LOST, second.transitions().get(0).from());
        LifecycleStep lifted = LIFECYCLE.lift(second.state(), "C", DAY.plusDays(2));
        assertEquals(
                LifecycleTrigger.OVERRIDE_LIFTED, lifted.transitions().get(0).trigger());
        assertEquals(LifecyclePhase.REGULAR, lifted.state().shown(DAY.plusDays(2)));
        assertThrows(ConflictException.class, () -> LIFECYCLE.lift(lifted.state(), "C", DAY.plusDays(2)));
        assertThrows(ConflictException.class, () -> LIFECYCLE.lift(second.state(), "C", DAY.plusDays(99)));
    }

    @Test
    void anOverrulingNeedsAReasonAndAnEnd() {
        assertRefused("phase", null, "A", "x", DAY);
        assertRefused("by", LifecyclePhase.NEW, " ", "x", DAY);
        assertRefused("reason", LifecyclePhase.NEW, "A", null, DAY);
        assertRefused("reason", LifecyclePhase.NEW, "A", "\u0000\u202e", DAY);
        assertRefused("reason", LifecyclePhase.NEW, "A", "x".repeat(1_000_000), DAY);
        assertRefused("until", LifecyclePhase.NEW, "A", "x", null);
        assertRefused("until", LifecyclePhase.NEW, "A", "x", DAY.minusDays(1));
        assertRefused("until", LifecyclePhase.NEW, "A", "x", DAY.plusYears(2).plusDays(1));
        assertRefused("until", LifecyclePhase.NEW, "A", "x", LocalDate.MAX);
    }

    private static void assertRefused(String field, LifecyclePhase phase, String by, String reason, LocalDate until) {
        assertEquals(
                field,
                assertThrows(InvalidInputException.class, () -> PhaseOverride.entered(phase, by, reason, until, DAY))
                        .field()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void absurdProbabilitiesAreRefused(double p) {
        assertThrows(IllegalArgumentException.class, () -> new Given().facts().withModel(p, null));
        assertThrows(IllegalArgumentException.class, () -> new Given().facts().withModel(null, p));
    }

    @Test
    void absurdFactsAreRefused() {
        Given half = new Given();
        half.last = null;
        assertThrows(IllegalArgumentException.class, half::facts);
        Given negative = new Given();
        negative.orderDays = -1;
        assertThrows(IllegalArgumentException.class, negative::facts);
        Given nan = new Given();
        nan.growth = Double.NaN;
        assertThrows(IllegalArgumentException.class, nan::facts);
    }

    /**
     * Whatever is reported, plausible or not: the table holds (a transition that it does not allow cannot be made), the same day twice
     * changes nothing, figures alone turn nobody around within two weeks, and a replay gives the same life.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nobodyChangesBackAndForth(long seed) {
        Random random = new Random(seed);
        Set<LifecycleTrigger> seen = EnumSet.noneOf(LifecycleTrigger.class);
        for (int customer = 0; customer < 60; customer++) {
            boolean absurd = customer % 2 == 0;
            TreeMap<LocalDate, LifecycleFacts> days = new TreeMap<>();
            List<LifecycleTransition> lived = new ArrayList<>();
            LifecycleState state = null;
            Given given = new Given().noOrders();
            given.customerSince = null;
            double p = 0.6;
            LocalDate day = DAY;
            LocalDate lastOrder = null;
            LocalDate lastNotice = null;
            LocalDate turned = null;
            for (int i = 0; i < 700; i++) {
                day = day.plusDays(1 + (random.nextInt(50) == 0 ? random.nextInt(20) : 0));
                if (random.nextInt(absurd ? 20 : 60) == 0) {
                    given.last = day.minusDays(random.nextInt(absurd ? 500 : 2));
                    given.first = given.first == null || given.first.isAfter(given.last) ? given.last : given.first;
                    given.orderDays++;
                    p = 0.9;
                }
                p = absurd ? random.nextDouble() : Math.max(0, Math.min(1, p - 0.005 + 0.06 * random.nextGaussian()));
                if (given.last != null) {
                    given.model(p, absurd ? random.nextDouble() * random.nextDouble() : Math.min(1, p * p));
                    given.growth = absurd ? Double.valueOf(random.nextDouble() * 2) : null;
                }
                if (random.nextInt(absurd ? 30 : 400) == 0) {
                    given.cancelledOn = random.nextBoolean() ? null : day.minusDays(random.nextInt(3));
                }
                if (absurd && random.nextInt(200) == 0) {
                    given.noOrders();
                }
                LifecycleFacts facts = given.facts();
                days.put(day, facts);
                LifecycleStep step = LIFECYCLE.step(state, facts, day);
                LifecycleStep again = LIFECYCLE.step(step.state(), facts, day);
                assertEquals(new LifecycleStep(step.state(), List.of()), again);
                assertTrue(step.transitions().size() <= 1);
                boolean event = later(facts.lastOrderOn(), lastOrder) || later(facts.cancelledOn(), lastNotice);
                lastOrder = later(facts.lastOrderOn(), lastOrder) ? facts.lastOrderOn() : lastOrder;
                lastNotice = later(facts.cancelledOn(), lastNotice) ? facts.cancelledOn() : lastNotice;
                for (LifecycleTransition t : step.transitions()) {
                    assertTrue(
                            turned == null
                                    || ONE_WAY.contains(t.trigger())
                                    || event && t.trigger() != LifecycleTrigger.RISK
                                    || ChronoUnit.DAYS.between(turned, day) >= 14,
                            () -> "turned around: " + lived + ", then " + t);
                    turned = t.trigger() == LifecycleTrigger.START || t.trigger() == LifecycleTrigger.ESTABLISHED
                            ? turned
                            : day;
                }
                state = step.state();
                lived.addAll(step.transitions());
            }
            LifecycleStep replayed = LIFECYCLE.replay(days, List.of());
            assertEquals(lived, replayed.transitions());
            assertEquals(state, replayed.state());
            lived.forEach(t -> seen.add(t.trigger()));
        }
        assertEquals(
                EnumSet.range(LifecycleTrigger.START, LifecycleTrigger.CORRECTION),
                seen,
                "the simulation meets everything");
    }

    private static boolean later(LocalDate day, LocalDate than) {
        return day != null && (than == null || day.isAfter(than));
    }

    @Test
    void aNoisyModelTurnsACustomerAroundRarely() {
        Random random = new Random(11);
        LifecycleState state = regular();
        int changes = 0;
        for (int i = 1; i <= 150; i++) {
            Given given = new Given()
                    .lastOrder(DAY.minusDays(10))
                    .model(Math.max(0.2, Math.min(0.9, 0.55 + 0.02 * random.nextGaussian())), 0.3);
            LifecycleStep step = LIFECYCLE.step(state, given.facts(), DAY.plusDays(i));
            changes += step.transitions().size();
            state = step.state();
        }
        assertTrue(changes <= 1, "between the thresholds nothing moves, changes: " + changes);
    }

    @Test
    void aReplayKnowsOfOverrulings() {
        TreeMap<LocalDate, LifecycleFacts> days = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            days.put(DAY.plusDays(i), new Given().facts());
        }
        PhaseOverride override = new PhaseOverride(LifecyclePhase.AT_RISK, "A", "x", DAY.plusDays(3), DAY.plusDays(9));
        LifecycleStep replayed = LIFECYCLE.replay(days, List.of(override));
        assertEquals(
                List.of(LifecycleTrigger.START, LifecycleTrigger.OVERRIDE_SET, LifecycleTrigger.OVERRIDE_EXPIRED),
                replayed.transitions().stream()
                        .map(LifecycleTransition::trigger)
                        .toList());
        assertEquals(DAY.plusDays(10), replayed.transitions().get(2).on());
        assertNull(LIFECYCLE.replay(new TreeMap<>(), List.of(override)).state());
    }
}

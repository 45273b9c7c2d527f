package de.zuruf.segment.lifecycle;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.Rhythm;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.Written;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/**
 * The state machine of a relationship. What follows what is the table in {@link LifecycleTrigger}. Pure functions of the state before, the
 * facts and the day; the same days give the same life.
 *
 * <p>One who is judged for the first time, or anew after a correction, has the first of these phases that applies:
 *
 * <ol>
 *   <li>no order: LEAD, or LOST for one who gave notice or has been a customer for a year;
 *   <li>notice given and no order since: LOST;
 *   <li>silent for a year and for four usual gaps, or improbable to be a customer still: LOST;
 *   <li>unusually silent, or rather improbable to be a customer still: AT_RISK;
 *   <li>ordered again within the last year after a notice or a year's silence: REGAINED;
 *   <li>revenue fell below half of the year before: AT_RISK;
 *   <li>first order less than 90 days ago: NEW;
 *   <li>fewer than five order days or less than a year: DEVELOPING;
 *   <li>otherwise REGULAR.
 * </ol>
 *
 * <p>From then on the phase before counts as well: LOST is left by an order only; a risk ends by an order, or when the figures are clearly
 * better than where it began; and a change for better or worse that comes from figures alone (not from an order or a notice) is not
 * made within {@linkplain LifecycleSettings#minimumStay() two weeks} after another, so that nobody changes back and forth.
 */
public final class Lifecycle {

    private final LifecycleSettings settings;

    /** @param settings where phases begin and end */
    public Lifecycle(LifecycleSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /** {@return the machine with {@link LifecycleSettings#DEFAULT}} */
    public static Lifecycle standard() {
        return new Lifecycle(LifecycleSettings.DEFAULT);
    }

    /**
     * Judges a day.
     *
     * @param before state of the latest day that was judged; null at the first time. Facts of a day before that one change nothing
     * @param facts  of the day
     * @param today  the day
     */
    public LifecycleStep step(LifecycleState before, LifecycleFacts facts, LocalDate today) {
        if (before == null) {
            return start(facts, today);
        }
        if (today.isBefore(before.evaluatedOn())) {
            return new LifecycleStep(before, List.of());
        }
        List<LifecycleTransition> transitions = new ArrayList<>(2);
        LifecycleState state = expire(before, today, transitions);
        LocalDate lastOrder = past(facts.lastOrderOn(), today);
        LocalDate notice = past(facts.cancelledOn(), today);
        boolean ordered = later(lastOrder, state.lastOrderOn());
        boolean noticed = later(notice, state.cancelledOn());
        Verdict verdict = next(state, facts, today, ordered, noticed);
        LifecycleState remembered =
                state.with(today, ordered ? lastOrder : state.lastOrderOn(), noticed ? notice : state.cancelledOn());
        if (verdict == null || verdict.phase == state.judged() || !verdict.event && !settled(state, today)) {
            return new LifecycleStep(remembered, transitions);
        }
        boolean established = verdict.trigger == LifecycleTrigger.ESTABLISHED;
        transitions.add(new LifecycleTransition(
                today,
                state.judged(),
                verdict.phase,
                verdict.trigger,
                verdict.reason,
                state.overrideOn(today).isPresent()));
        return new LifecycleStep(
                new LifecycleState(
                        verdict.phase,
                        today,
                        verdict.trigger,
                        verdict.reason,
                        regainedOn(verdict, state),
                        established ? state.turnedOn() : today,
                        remembered.lastOrderOn(),
                        remembered.cancelledOn(),
                        today,
                        state.override()),
                transitions);
    }

    /**
     * Overrules the judgement from today on. The judgement goes on underneath; an overruling that is still valid is replaced.
     *
     * @param state    of the latest day that was judged
     * @param override see {@link PhaseOverride#entered}
     */
    public LifecycleStep overrule(LifecycleState state, PhaseOverride override) {
        List<LifecycleTransition> transitions = new ArrayList<>(2);
        LocalDate today = override.from();
        LifecycleState current = expire(state, today, transitions);
        transitions.add(new LifecycleTransition(
                today, current.shown(today), override.phase(), LifecycleTrigger.OVERRIDE_SET, override.words(), false));
        return new LifecycleStep(current.with(override), transitions);
    }

    /**
     * Takes an overruling back.
     *
     * @param by    name of the person
     * @param today the person's day
     * @throws ConflictException when nothing is overruled today
     */
    public LifecycleStep lift(LifecycleState state, String by, LocalDate today) {
        List<LifecycleTransition> transitions = new ArrayList<>(2);
        LifecycleState current = expire(state, today, transitions);
        PhaseOverride override = current.overrideOn(today)
                .orElseThrow(() -> new ConflictException(
                        "ZURUF-NO-OVERRIDE",
                        new Bilingual("Es gibt keine gültige Vorgabe.", "Nothing is overruled at present.")));
        String name = Written.plain(by, 100);
        transitions.add(new LifecycleTransition(
                today,
                override.phase(),
                current.judged(),
                LifecycleTrigger.OVERRIDE_LIFTED,
                new Bilingual(
                        "Vorgabe zurückgenommen von " + name + "; "
                                + current.reason().de(),
                        "taken back by " + name + "; " + current.reason().en()),
                false));
        return new LifecycleStep(current.with((PhaseOverride) null), transitions);
    }

    /**
     * Lives a life once more: the same days and overrulings give the same states and transitions as they did day by day.
     *
     * @param days      facts by the day on which they were judged
     * @param overrides each takes effect on its first day, after that day's judgement, in the order given
     * @return the last state, null without days, and all transitions
     */
    public LifecycleStep replay(NavigableMap<LocalDate, LifecycleFacts> days, Collection<PhaseOverride> overrides) {
        List<PhaseOverride> waiting = new ArrayList<>(overrides);
        waiting.sort(Comparator.comparing(PhaseOverride::from));
        List<LifecycleTransition> transitions = new ArrayList<>();
        LifecycleState state = null;
        for (Map.Entry<LocalDate, LifecycleFacts> day : days.entrySet()) {
            while (state != null && !waiting.isEmpty() && waiting.get(0).from().isBefore(day.getKey())) {
                LifecycleStep overruled = overrule(state, waiting.remove(0));
                transitions.addAll(overruled.transitions());
                state = overruled.state();
            }
            LifecycleStep step = step(state, day.getValue(), day.getKey());
            transitions.addAll(step.transitions());
            state = step.state();
        }
        while (state != null && !waiting.isEmpty()) {
            LifecycleStep overruled = overrule(state, waiting.remove(0));
            transitions.addAll(overruled.transitions());
            state = overruled.state();
        }
        return new LifecycleStep(state, transitions);
    }

    /** What a day's facts come to. An event is a dated one, an order or a notice that was not known before. */
    private record Verdict(
            LifecyclePhase phase, LifecycleTrigger trigger, Bilingual reason, LocalDate regainedOn, boolean event) {

        Verdict(LifecyclePhase phase, LifecycleTrigger trigger, Bilingual reason, boolean event) {
            this(phase, trigger, reason, null, event);
        }

        Verdict by(LifecycleTrigger newTrigger, boolean newEvent) {
            return new Verdict(phase, newTrigger, reason, regainedOn, newEvent);
        }
    }

    private LifecycleStep start(LifecycleFacts facts, LocalDate today) {
        Verdict verdict = anew(facts, today);
        return new LifecycleStep(
                new LifecycleState(
                        verdict.phase,
                        today,
                        LifecycleTrigger.START,
                        verdict.reason,
                        verdict.regainedOn,
                        null,
                        past(facts.lastOrderOn(), today),
                        past(facts.cancelledOn(), today),
                        today,
                        null),
                List.of(new LifecycleTransition(
                        today, null, verdict.phase, LifecycleTrigger.START, verdict.reason, false)));
    }

    /** Falls back on the day after the last one of an overruling, even when it is noticed later. */
    private static LifecycleState expire(LifecycleState state, LocalDate today, List<LifecycleTransition> transitions) {
        PhaseOverride override = state.override();
        if (override == null || !today.isAfter(override.until())) {
            return state;
        }
        Bilingual until = Written.day(override.until());
        String name = Written.plain(override.by(), 100);
        transitions.add(new LifecycleTransition(
                override.until().plusDays(1),
                override.phase(),
                state.judged(),
                LifecycleTrigger.OVERRIDE_EXPIRED,
                new Bilingual(
                        "Vorgabe von " + name + " galt bis " + until.de() + "; "
                                + state.reason().de(),
                        "what " + name + " had set ended on " + until.en() + "; "
                                + state.reason().en()),
                false));
        return state.with((PhaseOverride) null);
    }

    private boolean settled(LifecycleState state, LocalDate today) {
        return state.turnedOn() == null || !today.isBefore(state.turnedOn().plusDays(settings.minimumStay()));
    }

    private static LocalDate regainedOn(Verdict verdict, LifecycleState before) {
        return switch (verdict.phase) {
            case REGAINED -> verdict.regainedOn == null ? before.regainedOn() : verdict.regainedOn;
            case AT_RISK -> before.regainedOn();
            default -> null;
        };
    }

    /** {@return what follows the state; null when nothing does} */
    private Verdict next(
            LifecycleState state, LifecycleFacts facts, LocalDate today, boolean ordered, boolean noticed) {
        LifecyclePhase judged = state.judged();
        LocalDate notice = past(facts.cancelledOn(), today);
        if (notice != null
                && (facts.lastOrderOn() == null || !facts.lastOrderOn().isAfter(notice))) {
            return judged == LifecyclePhase.LOST ? null : cancelled(notice, noticed);
        }
        if (facts.lastOrderOn() == null) {
            return anew(facts, today).by(LifecycleTrigger.CORRECTION, false);
        }
        return switch (judged) {
            case LEAD -> {
                Verdict verdict = anew(facts, today);
                yield verdict.by(
                        verdict.phase == LifecyclePhase.NEW
                                ? LifecycleTrigger.FIRST_ORDER
                                : LifecycleTrigger.CORRECTION,
                        ordered);
            }
            case LOST -> lost(state, facts, today, ordered);
            default -> living(state, facts, today, ordered);
        };
    }

    private Verdict lost(LifecycleState state, LifecycleFacts facts, LocalDate today, boolean ordered) {
        if (gone(facts, today) != null) {
            return null;
        }
        LocalDate last = facts.lastOrderOn();
        boolean byNotice = state.cancelledOn() != null;
        if (ordered && (last.isAfter(state.since()) || byNotice && last.isAfter(state.cancelledOn()))) {
            Bilingual day = Written.day(last);
            Bilingual lost = Written.day(state.since());
            return new Verdict(
                    LifecyclePhase.REGAINED,
                    LifecycleTrigger.RETURN,
                    new Bilingual(
                            "bestellt seit dem " + day.de() + " wieder; galt seit dem " + lost.de() + " als verloren",
                            "orders again since " + day.en() + "; was held for lost since " + lost.en()),
                    last,
                    true);
        }
        // An order of the time before that came late, or a notice withdrawn: he should not have been held for lost.
        boolean withdrawn = byNotice && facts.cancelledOn() == null && state.trigger() != LifecycleTrigger.SILENCE;
        return ordered || withdrawn ? anew(facts, today).by(LifecycleTrigger.CORRECTION, ordered) : null;
    }

    private Verdict living(LifecycleState state, LifecycleFacts facts, LocalDate today, boolean ordered) {
        LifecyclePhase judged = state.judged();
        Bilingual gone = gone(facts, today);
        if (gone != null) {
            return new Verdict(LifecyclePhase.LOST, LifecycleTrigger.SILENCE, gone, true);
        }
        boolean regained = state.regainedOn() != null
                && ChronoUnit.DAYS.between(state.regainedOn(), today) < settings.regainedDays();
        // An order asks the question of the risk afresh; figures alone must get clearly better.
        boolean calming = judged == LifecyclePhase.AT_RISK && !ordered;
        Bilingual risk = silent(facts, today, calming);
        if (risk == null && !regained) {
            risk = shrinking(facts, calming);
        }
        if (judged == LifecyclePhase.AT_RISK) {
            if (risk != null) {
                return null;
            }
            LifecyclePhase phase = regained ? LifecyclePhase.REGAINED : known(facts, today);
            return new Verdict(phase, LifecycleTrigger.RECOVERED, recovered(facts), state.regainedOn(), ordered);
        }
        if (risk != null) {
            return new Verdict(LifecyclePhase.AT_RISK, LifecycleTrigger.RISK, risk, false);
        }
        LifecyclePhase mature = mature(facts, today);
        boolean established = switch (judged) {
            case NEW -> mature != LifecyclePhase.NEW;
            case DEVELOPING -> mature == LifecyclePhase.REGULAR;
            case REGAINED -> !regained;
            default -> false;
        };
        return established ? new Verdict(known(facts, today), LifecycleTrigger.ESTABLISHED, orders(facts), true) : null;
    }

    /** Judges without knowing of a time before. */
    private Verdict anew(LifecycleFacts facts, LocalDate today) {
        LocalDate notice = past(facts.cancelledOn(), today);
        if (notice != null
                && (facts.lastOrderOn() == null || !facts.lastOrderOn().isAfter(notice))) {
            return cancelled(notice, false);
        }
        if (facts.lastOrderOn() == null) {
            return withoutOrders(facts, today);
        }
        Bilingual gone = gone(facts, today);
        if (gone != null) {
            return begun(LifecyclePhase.LOST, gone);
        }
        Bilingual silent = silent(facts, today, false);
        if (silent != null) {
            return begun(LifecyclePhase.AT_RISK, silent);
        }
        LocalDate regained = later(facts.returnedOn(), notice) ? facts.returnedOn() : notice;
        if (regained != null && ChronoUnit.DAYS.between(regained, today) < settings.regainedDays()) {
            Bilingual day = Written.day(regained);
            return new Verdict(
                    LifecyclePhase.REGAINED,
                    LifecycleTrigger.START,
                    new Bilingual("bestellt seit dem " + day.de() + " wieder", "orders again since " + day.en()),
                    regained,
                    false);
        }
        Bilingual shrinking = shrinking(facts, false);
        if (shrinking != null) {
            return begun(LifecyclePhase.AT_RISK, shrinking);
        }
        LifecyclePhase mature = mature(facts, today);
        if (mature == LifecyclePhase.NEW) {
            Bilingual day = Written.day(facts.firstOrderOn());
            return begun(mature, new Bilingual("erste Bestellung am " + day.de(), "first order on " + day.en()));
        }
        return begun(mature, orders(facts));
    }

    private static Verdict begun(LifecyclePhase phase, Bilingual reason) {
        return new Verdict(phase, LifecycleTrigger.START, reason, false);
    }

    private Verdict withoutOrders(LifecycleFacts facts, LocalDate today) {
        if (facts.customerSince() == null) {
            return begun(LifecyclePhase.LEAD, new Bilingual("noch keine Bestellung", "no order yet"));
        }
        Bilingual day = Written.day(facts.customerSince());
        // Whoever became a customer this year may still be about to order.
        return ChronoUnit.DAYS.between(facts.customerSince(), today) < settings.lostDays()
                ? begun(
                        LifecyclePhase.LEAD,
                        new Bilingual(
                                "Kunde seit dem " + day.de() + ", noch keine Bestellung",
                                "customer since " + day.en() + ", no order yet"))
                : begun(
                        LifecyclePhase.LOST,
                        new Bilingual(
                                "Kunde seit dem " + day.de() + ", keine Bestellung bekannt",
                                "customer since " + day.en() + ", no order known"));
    }

    private static Verdict cancelled(LocalDate on, boolean event) {
        Bilingual day = Written.day(on);
        return new Verdict(
                LifecyclePhase.LOST,
                LifecycleTrigger.NOTICE,
                new Bilingual("gekündigt am " + day.de(), "gave notice on " + day.en()),
                event);
    }

    /** {@return why he is lost, though he gave no notice; null when he is not} */
    private Bilingual gone(LifecycleFacts facts, LocalDate today) {
        long silent = silentDays(facts, today);
        long gaps = facts.rhythm() == null ? 0 : 4L * facts.rhythm().usualDays();
        if (silent >= Math.max(settings.lostDays(), gaps)) {
            return noOrderFor(silent);
        }
        if (modelCounts(facts)
                && facts.stillCustomer() != null
                && facts.stillCustomer() < settings.lostProbability()
                && silent >= settings.lostSoonestDays()) {
            return probability(facts.stillCustomer(), silent);
        }
        return null;
    }

    /**
     * {@return why his silence is a risk; null when it is none}
     *
     * @param calming whether he is at risk already and only clearly better figures end it
     */
    private Bilingual silent(LifecycleFacts facts, LocalDate today, boolean calming) {
        long silent = silentDays(facts, today);
        boolean model = modelCounts(facts);
        if (model
                && facts.silence() != null
                && (calming ? facts.silence() <= settings.calmSilence() : facts.silence() <= settings.riskSilence())) {
            Bilingual days = noOrderFor(silent);
            Bilingual rare = smallShare(facts.silence());
            return new Bilingual(
                    days.de() + "; eine so lange Pause kommt bei seinem Rhythmus in " + rare.de() + " der Fälle vor",
                    days.en() + "; a pause this long happens in " + rare.en() + " of the cases in his rhythm");
        }
        if (model
                && facts.stillCustomer() != null
                && facts.stillCustomer() < (calming ? settings.calmProbability() : settings.riskProbability())) {
            return probability(facts.stillCustomer(), silent);
        }
        if (model && (facts.silence() != null || facts.stillCustomer() != null)) {
            return null;
        }
        Rhythm rhythm = facts.rhythm();
        if (rhythm == null) {
            return silent >= settings.riskDays() ? noOrderFor(silent) : null;
        }
        return rhythm.unusual() && silent >= settings.riskGaps() * rhythm.usualDays() ? rhythm.words() : null;
    }

    private Bilingual shrinking(LifecycleFacts facts, boolean calming) {
        Double growth = facts.growthFactor();
        if (growth == null || growth >= (calming ? settings.calmGrowth() : settings.riskGrowth())) {
            return null;
        }
        // Returns can outweigh orders.
        Bilingual percent = Written.percent(Math.min(100, Math.round((1 - growth) * 100)));
        return new Bilingual(
                "Umsatz der letzten zwölf Monate " + percent.de() + " unter dem Vorjahr",
                "revenue of the last twelve months " + percent.en() + " below the year before");
    }

    private boolean modelCounts(LifecycleFacts facts) {
        return facts.orderDays() >= settings.modelOrders();
    }

    private LifecyclePhase mature(LifecycleFacts facts, LocalDate today) {
        long known = ChronoUnit.DAYS.between(facts.firstOrderOn(), today);
        if (known < settings.newDays()) {
            return LifecyclePhase.NEW;
        }
        return facts.orderDays() < settings.regularOrders() || known < settings.regularDays()
                ? LifecyclePhase.DEVELOPING
                : LifecyclePhase.REGULAR;
    }

    /** {@return what he is who is new no more} */
    private LifecyclePhase known(LifecycleFacts facts, LocalDate today) {
        LifecyclePhase mature = mature(facts, today);
        return mature == LifecyclePhase.NEW ? LifecyclePhase.DEVELOPING : mature;
    }

    private static Bilingual recovered(LifecycleFacts facts) {
        Bilingual day = Written.day(facts.lastOrderOn());
        Bilingual orders = orders(facts);
        return new Bilingual(
                "letzte Bestellung am " + day.de() + ", " + orders.de(),
                "latest order on " + day.en() + ", " + orders.en());
    }

    private static Bilingual orders(LifecycleFacts facts) {
        Bilingual day = Written.day(facts.firstOrderOn());
        Bilingual count = Written.number(facts.orderDays());
        return facts.orderDays() == 1
                ? new Bilingual("1 Bestellung seit dem " + day.de(), "1 order since " + day.en())
                : new Bilingual(
                        count.de() + " Bestellungen seit dem " + day.de(), count.en() + " orders since " + day.en());
    }

    private static Bilingual noOrderFor(long days) {
        Bilingual number = Written.number(days);
        return new Bilingual(
                "seit " + number.de() + (days == 1 ? " Tag" : " Tagen") + " keine Bestellung",
                "no order for " + number.en() + (days == 1 ? " day" : " days"));
    }

    private static Bilingual probability(double stillCustomer, long silent) {
        Bilingual days = noOrderFor(silent);
        Bilingual percent = smallShare(stillCustomer);
        return new Bilingual(
                days.de() + "; mit " + percent.de() + " Wahrscheinlichkeit noch Kunde",
                days.en() + "; a customer still with a probability of " + percent.en());
    }

    private static Bilingual smallShare(double share) {
        return share < 0.005 ? new Bilingual("unter 1 %", "under 1%") : Written.percent(Math.round(100 * share));
    }

    private static long silentDays(LifecycleFacts facts, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(facts.lastOrderOn(), today));
    }

    /** {@return the day; null when it is in the future: a wrong year must not outdo all that comes} */
    private static LocalDate past(LocalDate day, LocalDate today) {
        return day == null || day.isAfter(today) ? null : day;
    }

    private static boolean later(LocalDate day, LocalDate than) {
        return day != null && (than == null || day.isAfter(than));
    }
}

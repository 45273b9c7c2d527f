package de.zuruf.segment;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A phase and why.
 *
 * @param phase  the phase
 * @param reason one sentence with the figures behind it
 */
public record LifecycleJudgement(LifecyclePhase phase, Bilingual reason) {

    private static final int LOST_DAYS = 365;
    private static final int REGAINED_DAYS = 365;
    private static final int RISK_DAYS = 180;
    private static final double RISK_GAPS = 2.5;
    private static final double RISK_GROWTH = 0.5;
    private static final int NEW_DAYS = 90;
    private static final int REGULAR_DAYS = 365;

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /**
     * Judges by the first of these that applies:
     * <ol>
     *   <li>no order: LEAD, or LOST for one who was a customer;
     *   <li>notice given and no order since: LOST;
     *   <li>silent for a year and for four usual gaps: LOST;
     *   <li>ordered again within the last year after a notice or a year's silence: REGAINED;
     *   <li>unusually silent for two and a half usual gaps (without rhythm: 180 days), or revenue fell below half of the
     *       year before: AT_RISK;
     *   <li>first order less than 90 days ago: NEW;
     *   <li>fewer than five order days or less than a year: DEVELOPING;
     *   <li>otherwise REGULAR.
     * </ol>
     *
     * @param facts of one customer
     * @param today the day for which it is judged
     */
    public static LifecycleJudgement of(LifecycleFacts facts, LocalDate today) {
        CustomerFigures figures = facts.figures();
        if (figures.lastOrderOn() == null) {
            return withoutOrders(facts);
        }
        LocalDate last = figures.lastOrderOn();
        long silent = ChronoUnit.DAYS.between(last, today);
        LocalDate cancelled = facts.cancelledOn();
        if (cancelled != null && !last.isAfter(cancelled)) {
            return cancelled(cancelled);
        }
        Optional<Rhythm> rhythm = Rhythm.of(figures, today);
        long lostAfter = Math.max(LOST_DAYS, rhythm.map(r -> 4L * r.usualDays()).orElse(0L));
        if (silent >= lostAfter) {
            return judged(
                    LifecyclePhase.LOST,
                    "seit " + silent + " Tagen keine Bestellung",
                    "no order for " + silent + " days");
        }
        LocalDate regained = later(figures.returnedOn(), cancelled);
        if (regained != null && ChronoUnit.DAYS.between(regained, today) < REGAINED_DAYS) {
            return judged(
                    LifecyclePhase.REGAINED,
                    "bestellt seit dem " + day(regained, GERMAN) + " wieder",
                    "orders again since " + day(regained, ENGLISH));
        }
        Optional<LifecycleJudgement> risk = risk(figures, rhythm, silent, today);
        if (risk.isPresent()) {
            return risk.get();
        }
        long known = ChronoUnit.DAYS.between(figures.firstOrderOn(), today);
        if (known < NEW_DAYS) {
            return judged(
                    LifecyclePhase.NEW,
                    "erste Bestellung am " + day(figures.firstOrderOn(), GERMAN),
                    "first order on " + day(figures.firstOrderOn(), ENGLISH));
        }
        LifecyclePhase phase = figures.orderDays() < Rhythm.MINIMUM_ORDERS || known < REGULAR_DAYS
                ? LifecyclePhase.DEVELOPING
                : LifecyclePhase.REGULAR;
        return judged(
                phase,
                figures.orderDays() + (figures.orderDays() == 1 ? " Bestellung" : " Bestellungen") + " seit dem "
                        + day(figures.firstOrderOn(), GERMAN),
                figures.orderDays() + (figures.orderDays() == 1 ? " order" : " orders") + " since "
                        + day(figures.firstOrderOn(), ENGLISH));
    }

    private static LifecycleJudgement withoutOrders(LifecycleFacts facts) {
        if (facts.cancelledOn() != null) {
            return cancelled(facts.cancelledOn());
        }
        return facts.customerSince() == null
                ? judged(LifecyclePhase.LEAD, "noch keine Bestellung", "no order yet")
                : judged(
                        LifecyclePhase.LOST,
                        "Kunde seit dem " + day(facts.customerSince(), GERMAN) + ", keine Bestellung bekannt",
                        "customer since " + day(facts.customerSince(), ENGLISH) + ", no order known");
    }

    private static LifecycleJudgement cancelled(LocalDate on) {
        return judged(LifecyclePhase.LOST, "gekündigt am " + day(on, GERMAN), "gave notice on " + day(on, ENGLISH));
    }

    private static Optional<LifecycleJudgement> risk(
            CustomerFigures figures, Optional<Rhythm> rhythm, long silent, LocalDate today) {
        boolean tooSilent = rhythm.map(r -> r.unusual() && silent >= RISK_GAPS * r.usualDays())
                .orElse(silent >= RISK_DAYS);
        if (tooSilent) {
            return Optional.of(judged(
                    LifecyclePhase.AT_RISK,
                    rhythm.map(r -> r.words().de()).orElse("seit " + silent + " Tagen keine Bestellung"),
                    rhythm.map(r -> r.words().en()).orElse("no order for " + silent + " days")));
        }
        return figures.growthFactor(today).filter(f -> f < RISK_GROWTH).map(f -> {
            long percent = Math.round((1 - f) * 100);
            return judged(
                    LifecyclePhase.AT_RISK,
                    "Umsatz der letzten zwölf Monate " + percent + " % unter dem Vorjahr",
                    "revenue of the last twelve months " + percent + "% below the year before");
        });
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static LifecycleJudgement judged(LifecyclePhase phase, String de, String en) {
        return new LifecycleJudgement(phase, new Bilingual(de, en));
    }

    private static String day(LocalDate day, DateTimeFormatter format) {
        return day.format(format);
    }
}

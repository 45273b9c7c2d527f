package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * How unusual the present pause of a customer is.
 *
 * @param usualDays   median of his latest gaps, up to {@value #LATEST_GAPS}, in days, at least 1
 * @param pauseDays   since his latest order
 * @param lastOrderOn its day
 * @param probability share of comparable pauses of active customers that last at least as long, 0 to 1
 * @param modelled    the same as the purchase model alone has it, 0 to 1; tells apart what is beyond all that was seen
 * @param season      when he usually rests, which is taken into account
 * @param formerYears in how many former years he paused likewise at this time; then it is no alarm, and both probabilities are 1
 */
public record Silence(
        int usualDays,
        int pauseDays,
        LocalDate lastOrderOn,
        double probability,
        double modelled,
        Optional<QuietSeason> season,
        Optional<FormerYears> formerYears) {

    /** A pause is unusual when fewer last as long: of a hundred pauses of active customers, five. */
    public static final double LEVEL = 0.05;

    /** With fewer order days nobody has a rhythm. */
    public static final int FEWEST_ORDER_DAYS = PauseStart.FEWEST_REPEATS + 1;

    private static final int LATEST_GAPS = 12;

    /** {@return the silence of a customer; empty with fewer than {@value #FEWEST_ORDER_DAYS} order days, and where no model is known} */
    static Optional<Silence> of(OrderHistory history, RhythmModels models, int today) {
        var days = history.days;
        var last = days.length - 1;
        if (days.length < FEWEST_ORDER_DAYS || models.purchases().isEmpty()) {
            return Optional.empty();
        }
        var start = new PauseStart(new PauseModel(models.purchases().get()), days, last, models.season());
        var modelled = modelled(start, today);
        return Optional.of(new Silence(
                usual(days),
                today - days[last],
                history.day(last),
                models.pauses().probability(start.group(), modelled),
                modelled,
                start.season(),
                start.formerYears(today)));
    }

    /** {@return the model's probability; 1 for what was so in former years} */
    static double modelled(PauseStart start, int until) {
        return start.formerYears(until).isPresent() ? 1 : start.silence(until);
    }

    private static int usual(int[] days) {
        var gaps = Math.min(LATEST_GAPS, days.length - 1);
        var latest = new int[gaps];
        for (var i = 0; i < gaps; i++) {
            latest[i] = days[days.length - 1 - i] - days[days.length - 2 - i];
        }
        Arrays.sort(latest);
        return gaps % 2 == 1 ? latest[gaps / 2] : (int) Math.round((latest[gaps / 2 - 1] + latest[gaps / 2]) / 2.0);
    }

    /** {@return whether he is silent for unusually long} */
    public boolean alert() {
        return probability < LEVEL;
    }

    /** {@return one sentence with the figures} */
    public Bilingual words() {
        var usually = new Bilingual(
                usualDays == 1
                        ? "Bestellt üblicherweise jeden Tag"
                        : "Bestellt üblicherweise alle " + usualDays + " Tage",
                usualDays == 1 ? "Usually orders every day" : "Usually orders every " + usualDays + " days");
        var rests = season.map(s -> new Bilingual(
                        ", " + s.words().de() + " kaum (so in " + s.quietYears() + " von "
                                + Figures.counted(s.years(), "Jahr", "Jahren") + ")",
                        ", hardly " + s.words().en() + " (so in " + s.quietYears() + " of "
                                + Figures.counted(s.years(), "year", "years") + ")"))
                .orElse(Bilingual.EMPTY);
        if (pauseDays == 0) {
            return new Bilingual(
                    usually.de() + rests.de() + "; zuletzt heute.", usually.en() + rests.en() + "; last today.");
        }
        var pause = new Bilingual(
                usually.de() + rests.de() + "; jetzt " + Figures.counted(pauseDays, "Tag", "Tage") + " Pause",
                usually.en() + rests.en() + "; now a pause of " + Figures.counted(pauseDays, "day", "days"));
        if (formerYears.isPresent()) {
            var former = formerYears.get();
            return new Bilingual(
                    pause.de() + ", um diese Zeit ebenso in " + former.likewise() + " von " + former.years()
                            + " Vorjahren.",
                    pause.en() + ", as at this time in " + former.likewise() + " of " + former.years()
                            + " former years.");
        }
        var share = Figures.share(probability);
        return new Bilingual(
                pause.de() + ": kommt bei aktivem Kunden in " + share.de() + " der Fälle vor.",
                pause.en() + ": happens with an active customer in " + share.en() + " of cases.");
    }
}

package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Revenue of the latest twelve complete calendar months against that of the twelve before, net of returns. The month that is not over is left out.
 *
 * @param now    in EUR
 * @param before in EUR, positive
 */
public record Growth(BigDecimal now, BigDecimal before) {

    private static final int YEAR = 12;

    /** {@return the growth; empty when he was no customer yet when the earlier year began, or brought nothing in it} */
    static Optional<Growth> of(OrderHistory history, LocalDate today) {
        var begin = YearMonth.from(today).minusMonths(2 * YEAR);
        if (history.orderDays() == 0 || history.day(0).isAfter(begin.atEndOfMonth())) {
            return Optional.empty();
        }
        var before = history.revenue(begin, YEAR);
        return before.signum() <= 0
                ? Optional.empty()
                : Optional.of(new Growth(history.revenue(begin.plusMonths(YEAR), YEAR), before));
    }

    /** {@return revenue now by revenue before; below 0 when more came back than went out} */
    public double factor() {
        return now.doubleValue() / before.doubleValue();
    }

    /** {@return one sentence with the figures} */
    public Bilingual words() {
        var sums = new Bilingual(
                "Umsatz der letzten zwölf Monate " + Figures.euros(now).de() + ", im Jahr davor "
                        + Figures.euros(before).de(),
                "Revenue of the last twelve months " + Figures.euros(now).en() + ", of the year before "
                        + Figures.euros(before).en());
        var percent = Figures.percent(100 * Math.abs(factor() - 1));
        if (percent.de().equals("0 %")) {
            return new Bilingual(sums.de() + ": unverändert.", sums.en() + ": unchanged.");
        }
        var less = factor() < 1;
        return new Bilingual(
                sums.de() + ": " + percent.de() + (less ? " weniger." : " mehr."),
                sums.en() + ": " + percent.en() + (less ? " less." : " more."));
    }
}

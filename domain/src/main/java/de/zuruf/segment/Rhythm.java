package de.zuruf.segment;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How often a customer usually orders, and how long he has been silent. The silence is unusual when it is longer than the
 * usual gap plus twice its spread, and at least one and a half times the usual gap.
 *
 * @param usualDays     median gap, at least 1
 * @param spreadDays    spread of the gaps, at least 1
 * @param lastOrderOn   day of the latest order
 * @param daysSinceLast days since then
 * @param unusual       longer silent than this customer's own rhythm lets expect
 * @param words         e.g. {@code üblich alle 21 ± 4 Tage, jetzt 39}
 */
public record Rhythm(
        int usualDays, int spreadDays, LocalDate lastOrderOn, int daysSinceLast, boolean unusual, Bilingual words) {

    /** Fewer order days than this are no rhythm. */
    public static final int MINIMUM_ORDERS = 5;

    /** {@return the rhythm; empty with fewer than {@value #MINIMUM_ORDERS} order days} */
    public static Optional<Rhythm> of(CustomerFigures figures, LocalDate today) {
        if (figures.orderDays() < MINIMUM_ORDERS) {
            return Optional.empty();
        }
        int usual = Math.max(1, (int) Math.round(figures.usualGap()));
        int spread = Math.max(1, (int) Math.round(figures.gapSpread()));
        int silent = (int) Math.max(0, ChronoUnit.DAYS.between(figures.lastOrderOn(), today));
        // The spread alone would make a customer who orders like clockwork unusual after three days.
        boolean unusual = silent > usual + 2 * spread && silent >= 1.5 * usual;
        return Optional.of(
                new Rhythm(usual, spread, figures.lastOrderOn(), silent, unusual, words(usual, spread, silent)));
    }

    private static Bilingual words(int usual, int spread, int silent) {
        return new Bilingual(
                usual == 1
                        ? "üblich jeden Tag, jetzt " + silent
                        : "üblich alle " + usual + " ± " + spread + " Tage, jetzt " + silent,
                usual == 1
                        ? "usually every day, now " + silent
                        : "usually every " + usual + " ± " + spread + " days, now " + silent);
    }
}

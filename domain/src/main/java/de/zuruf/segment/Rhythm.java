package de.zuruf.segment;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How often a customer usually orders, and how long he has been silent.
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
        throw new UnsupportedOperationException();
    }
}

package de.zuruf.segment.potential;

import de.zuruf.customer.SizeClass;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * The companies that one is compared with. The customer himself is one of them.
 *
 * @param industry key of their industry; null for all industries
 * @param size     their size; null for all sizes
 * @param count    how many they are
 * @param amount   EUR a year at which the upper part of them begins, not rounded
 */
public record PeerGroup(String industry, SizeClass size, int count, BigDecimal amount) {

    /** {@return e.g. {@code 48 Vergleichsbetrieben, Maschinenbau, 50–249 Beschäftigte}} */
    Bilingual words(Function<String, Bilingual> industries) {
        Bilingual number = Written.number(count);
        Bilingual kind;
        if (industry == null && size == null) {
            kind = new Bilingual("alle Branchen und Größen", "all industries and sizes");
        } else if (industry == null) {
            kind = new Bilingual(
                    "alle Branchen, " + size.words().de(),
                    "all industries, " + size.words().en());
        } else {
            Bilingual name = industries.apply(industry);
            kind = new Bilingual(
                    Written.plain(name.de(), 60) + ", "
                            + (size == null ? "alle Größen" : size.words().de()),
                    Written.plain(name.en(), 60) + ", "
                            + (size == null ? "all sizes" : size.words().en()));
        }
        return new Bilingual(
                number.de() + " Vergleichsbetrieben, " + kind.de(),
                number.en() + " comparable companies, " + kind.en());
    }
}

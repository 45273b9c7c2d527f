package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they stand in sentences. */
final class Figures {

    private Figures() {}

    /** {@return a probability in percent, from 1 % on in whole numbers} */
    static Bilingual share(double probability) {
        if (probability < 0.001) {
            return new Bilingual("weniger als 0,1 %", "less than 0.1%");
        }
        if (probability < 0.01) {
            return new Bilingual(
                    String.format(Locale.GERMAN, "%.1f %%", 100 * probability),
                    String.format(Locale.ENGLISH, "%.1f%%", 100 * probability));
        }
        return percent(100 * probability);
    }

    static Bilingual percent(double percent) {
        var rounded = Math.round(percent);
        return new Bilingual(
                String.format(Locale.GERMAN, "%,d %%", rounded), String.format(Locale.ENGLISH, "%,d%%", rounded));
    }

    /** {@return whole euros} */
    static Bilingual euros(BigDecimal amount) {
        var whole = amount.setScale(0, RoundingMode.HALF_UP).toBigInteger();
        return new Bilingual(
                String.format(Locale.GERMAN, "%,d €", whole), String.format(Locale.ENGLISH, "€%,d", whole));
    }

    static String counted(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}

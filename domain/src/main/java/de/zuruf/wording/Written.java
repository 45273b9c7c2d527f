package de.zuruf.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How amounts, numbers, days and foreign texts are written in a sentence. */
public final class Written {

    private static final DateTimeFormatter GERMAN_DAY = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Written() {}

    /** {@return whole euros, e.g. {@code 120.000 €} and {@code €120,000}; halves are rounded up} */
    public static Bilingual euros(BigDecimal amount) {
        String digits = amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
        return new Bilingual(grouped(digits, '.') + " €", "€" + grouped(digits, ','));
    }

    /** {@return a whole number, e.g. {@code 1.234} and {@code 1,234}} */
    public static Bilingual number(long number) {
        String digits = Long.toString(number);
        return new Bilingual(grouped(digits, '.'), grouped(digits, ','));
    }

    /** {@return a number with decimals and no zeros at its end, e.g. {@code 2,5} and {@code 2.5}} */
    public static Bilingual decimal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String[] parts =
                stripped.setScale(Math.max(0, stripped.scale())).toPlainString().split("\\.");
        String rest = parts.length == 1 ? "" : parts[1];
        return new Bilingual(
                grouped(parts[0], '.') + (rest.isEmpty() ? "" : "," + rest),
                grouped(parts[0], ',') + (rest.isEmpty() ? "" : "." + rest));
    }

    /** {@return a share, e.g. {@code 25 %} and {@code 25%}} */
    public static Bilingual percent(long percent) {
        return new Bilingual(percent + " %", percent + "%");
    }

    /** {@return a day, e.g. {@code 3.11.2026} and {@code 3 Nov 2026}} */
    public static Bilingual day(LocalDate day) {
        return new Bilingual(day.format(GERMAN_DAY), day.format(ENGLISH_DAY));
    }

    /**
     * {@return a text of somebody else as it may stand in a sentence: one line, without control characters and without those that
     * turn the direction of writing around, which could make the sentence say something else}
     *
     * @param limit characters after which it is cut
     */
    public static String plain(String text, int limit) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), limit));
        for (int i = 0; i < text.length() && plain.length() < limit; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                plain.append(' ');
            } else if (type != Character.FORMAT && type != Character.SURROGATE) {
                plain.appendCodePoint(c);
            }
        }
        return plain.toString().strip();
    }

    private static String grouped(String digits, char separator) {
        StringBuilder grouped = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) {
            grouped.insert(i, separator);
        }
        return grouped.toString();
    }
}

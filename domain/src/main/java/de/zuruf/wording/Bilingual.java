package de.zuruf.wording;

import java.util.Locale;
import java.util.Objects;

/**
 * One text in both languages of the product, plain text without markup.
 *
 * @param de German, never null
 * @param en English, never null
 */
public record Bilingual(String de, String en) {

    /** No text in either language. */
    public static final Bilingual EMPTY = new Bilingual("", "");

    public Bilingual {
        Objects.requireNonNull(de, "de");
        Objects.requireNonNull(en, "en");
    }

    /** {@return the same text for both languages, e.g. a name} */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    /** {@return the English text for an English locale, otherwise the German one, which is the product's default} */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : de;
    }
}

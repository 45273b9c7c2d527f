package de.zuruf.app.mirror;

import java.text.Normalizer;
import java.util.Locale;

/** How names are made comparable for the search: "Müller & Söhne" and "mueller soehne" are the same. */
public final class SearchName {
    private static final int LENGTH = 400;

    private SearchName() {}

    /**
     * @param text as a person writes it
     * @return lower-case letters, digits and single blanks, umlauts spelled out, at most 400 characters
     */
    public static String of(String text) {
        var german = text.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var plain = Normalizer.normalize(german, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        return plain.length() <= LENGTH ? plain : plain.substring(0, LENGTH);
    }
}

package de.zuruf.app.customer;

import de.zuruf.wording.Bilingual;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Names of industries; a key without a name is shown as it is, made readable. */
final class Industries {
    private static final ResourceBundle NAMES =
            ResourceBundle.getBundle("de.zuruf.app.customer.industries", Locale.ROOT);

    private Industries() {}

    static Bilingual words(String key) {
        return key == null ? null : new Bilingual(name(key, "de"), name(key, "en"));
    }

    private static String name(String key, String language) {
        try {
            return NAMES.getString(key + "." + language);
        } catch (MissingResourceException e) {
            var words = key.replace('_', ' ').toLowerCase(Locale.GERMAN);
            return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }
}

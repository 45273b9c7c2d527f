package de.zuruf.customer;

import java.util.regex.Pattern;

/**
 * A telephone number in the international form, the only one in which numbers are stored and compared.
 *
 * @param value plus sign, country code and number: 5 to 15 digits, e.g. {@code +493023125101}
 */
public record E164(String value) {
    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{4,14}");

    public E164 {
        if (value == null || !matches(value)) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** {@return whether the text has the form} */
    static boolean matches(String text) {
        return FORM.matcher(text).matches();
    }

    /** {@return the digits without the plus sign} */
    public String digits() {
        return value.substring(1);
    }

    @Override
    public String toString() {
        // A number is personal data and must not reach a log by way of a record's default text.
        return "E164[" + value.length() + " characters]";
    }
}

package de.zuruf.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import de.zuruf.wording.Bilingual;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes telephone numbers by the German plan. Immutable and thread-safe. */
public final class NumberPlan {

    /** Longest text that is read at all. */
    public static final int MAXIMUM_LENGTH = 80;

    /**
     * What a company says about its own telephones.
     *
     * @param region             ISO 3166-1 alpha-2 in whose notation numbers without country code are read
     * @param areaCode           own area code without the leading zero, for numbers typed without one; null: such
     *     numbers are refused
     * @param outsideLinePrefix  digits that the PBX puts before a caller's number, e.g. {@code 0}; empty when none
     * @param extensionMinLength shortest internal extension, at least 1
     * @param extensionMaxLength longest internal extension, at most 6
     * @param ownPrefixes        E.164 beginnings of our own number blocks, e.g. {@code +4930231250}
     * @param ownNumbers         further numbers of our own in E.164
     */
    public record Settings(
            String region,
            String areaCode,
            String outsideLinePrefix,
            int extensionMinLength,
            int extensionMaxLength,
            List<String> ownPrefixes,
            List<String> ownNumbers) {

        /** Germany, extensions of two to four digits, nothing of our own. */
        public static final Settings DEFAULT = new Settings("DE", null, "", 2, 4, List.of(), List.of());

        public Settings {
            ownPrefixes = List.copyOf(ownPrefixes);
            ownNumbers = List.copyOf(ownNumbers);
        }
    }

    private static final Pattern LABEL =
            Pattern.compile("^(?:tel|telefon|fon|phone|mobil|handy|fax)\\b[ .:]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern URI = Pattern.compile("^(?:sips?|tel):([^@;>]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()\\[\\]/.\\-]+");
    private static final Pattern TRUNK_ZERO = Pattern.compile("[(\\[] *0 *[)\\]]");
    private static final Set<String> WITHHELD =
            Set.of("anonymous", "unknown", "private", "restricted", "unavailable", "withheld", "asterisk", "<unknown>");

    private static final Bilingual TOO_LONG = new Bilingual("Zu lang für eine Rufnummer.", "Too long for a number.");
    private static final Bilingual OTHER_CHARACTERS =
            new Bilingual("Enthält Zeichen, die in keiner Rufnummer stehen.", "Has characters that no number has.");
    private static final Bilingual NO_AREA_CODE = new Bilingual("Die Vorwahl fehlt.", "The area code is missing.");
    private static final Bilingual NOT_POSSIBLE =
            new Bilingual("So eine Rufnummer gibt es nicht.", "There is no such number.");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final Settings settings;
    private final int country;

    /**
     * @param settings our own telephones
     * @throws IllegalArgumentException when a setting is out of its range
     */
    public NumberPlan(Settings settings) {
        this.settings = settings;
        this.country = phones.getCountryCodeForRegion(settings.region());
        require(country != 0, "region");
        require(settings.areaCode() == null || settings.areaCode().matches("[1-9][0-9]{1,4}"), "areaCode");
        require(settings.outsideLinePrefix().matches("[0-9]{0,3}"), "outsideLinePrefix");
        require(settings.extensionMinLength() >= 1, "extensionMinLength");
        require(
                settings.extensionMaxLength() >= settings.extensionMinLength() && settings.extensionMaxLength() <= 6,
                "extensionMaxLength");
        require(settings.ownPrefixes().stream().allMatch(p -> p.matches("\\+[1-9][0-9]{3,14}")), "ownPrefixes");
        settings.ownNumbers().forEach(E164::new);
    }

    private static void require(boolean holds, String setting) {
        if (!holds) {
            throw new IllegalArgumentException(setting + " is out of range");
        }
    }

    /**
     * Reads a number as people write it (CRM, search field).
     *
     * @param raw anything; null and blank are {@link NumberOutcome.Withheld}
     */
    public NumberOutcome normalise(String raw) {
        return read(raw, false);
    }

    /**
     * Reads a number as a telephone line signals it: strips the outside-line prefix, accepts the country code without
     * plus or zeros, knows what lines say for withheld numbers.
     *
     * @param raw anything; null and blank are {@link NumberOutcome.Withheld}
     */
    public NumberOutcome normaliseSignalled(String raw) {
        return read(raw, true);
    }

    private NumberOutcome read(String raw, boolean signalled) {
        if (raw == null || raw.isBlank()) {
            return new NumberOutcome.Withheld();
        }
        if (raw.length() > MAXIMUM_LENGTH) {
            return new NumberOutcome.NotANumber(TOO_LONG);
        }
        String text = plain(raw);
        if (text.isEmpty() || signalled && WITHHELD.contains(text.toLowerCase(Locale.ROOT))) {
            return new NumberOutcome.Withheld();
        }
        Matcher uri = URI.matcher(text);
        text = uri.find() ? uri.group(1) : LABEL.matcher(text).replaceFirst("");
        if (!WRITTEN.matcher(text).matches()) {
            return new NumberOutcome.NotANumber(OTHER_CHARACTERS);
        }
        boolean plus = text.startsWith("+");
        if (plus || text.startsWith("00")) {
            // +49 (0) 30 …: the zero in brackets is for those who dial within the country.
            text = TRUNK_ZERO.matcher(text).replaceFirst("");
        }
        return classify(digits(text), plus, signalled);
    }

    private NumberOutcome classify(String digits, boolean plus, boolean signalled) {
        String prefix = settings.outsideLinePrefix();
        if (!plus
                && digits.length() >= settings.extensionMinLength()
                && digits.length() <= settings.extensionMaxLength()) {
            return new NumberOutcome.Extension(digits);
        }
        if (plus) {
            return international(digits);
        }
        String dialled = signalled && !prefix.isEmpty() && digits.startsWith(prefix + "0")
                ? digits.substring(prefix.length())
                : digits;
        if (dialled.startsWith("00")) {
            return international(dialled.substring(2));
        }
        if (dialled.startsWith("0")) {
            return international(country + dialled.substring(1));
        }
        // Trunks often signal 4930…; a number that people write so could as well lack its area code.
        if (signalled && dialled.startsWith(String.valueOf(country)) && dialled.length() >= 10) {
            return international(dialled);
        }
        if (settings.areaCode() != null && dialled.length() <= 9) {
            return international(country + settings.areaCode() + dialled);
        }
        return new NumberOutcome.NotANumber(NO_AREA_CODE);
    }

    private NumberOutcome international(String digits) {
        String own = String.valueOf(country);
        String corrected =
                digits.startsWith(own + "0") && country == 49 ? own + digits.substring(own.length() + 1) : digits;
        if (corrected.length() < 7 || corrected.length() > 15 || corrected.startsWith("0")) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        Phonenumber.PhoneNumber parsed;
        try {
            parsed = phones.parse("+" + corrected, null);
        } catch (NumberParseException e) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        // Possible, not valid: the ranges reserved for fiction and freshly assigned blocks count as invalid.
        if (phones.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        E164 number = new E164(phones.format(parsed, PhoneNumberFormat.E164));
        return own(number) ? new NumberOutcome.Own(number) : new NumberOutcome.Valid(number);
    }

    /** {@return how the number is shown: national within the region, e.g. {@code 030 23125101}, else international} */
    public String display(E164 number) {
        try {
            Phonenumber.PhoneNumber parsed = phones.parse(number.value(), null);
            return phones.format(
                    parsed,
                    parsed.getCountryCode() == country ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number.value();
        }
    }

    /** {@return whether the number is one of our own} */
    public boolean own(E164 number) {
        return settings.ownNumbers().contains(number.value())
                || settings.ownPrefixes().stream().anyMatch(number.value()::startsWith);
    }

    /** Full-width and other digits to ASCII, dashes and blanks of all kinds to one, invisible characters away. */
    private static String plain(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        Normalizer.normalize(raw, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (type == Character.DASH_PUNCTUATION || c == 0x2212) {
                plain.append('-');
            } else if (Character.isSpaceChar(c) || Character.isWhitespace(c)) {
                plain.append(' ');
            } else if (type != Character.FORMAT) {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString().strip();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }
}

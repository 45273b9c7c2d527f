package de.zuruf.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import de.zuruf.wording.Bilingual;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes telephone numbers by the German plan. What is in doubt is no number: a caller who is not recognised is asked for his
 * name, one who is taken for somebody else is offended. Immutable and thread-safe.
 */
public final class NumberPlan {

    /** Longest text that is read at all. */
    public static final int MAXIMUM_LENGTH = 80;

    private static final int LONGEST_AREA_CODE = 5;

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
     * @param ignored            lines that are never matched to a customer ({@link NumberOutcome.Ignored}): numbers in E.164, or
     *     beginnings of such followed by {@code *}, e.g. {@code +49302312590*}. Concerns calls; a customer may note
     *     such a number and is found by it. What is our own stays so
     * @param rewrites           applied to signalled numbers before anything else looks at them; the first that fits
     */
    public record Settings(
            String region,
            String areaCode,
            String outsideLinePrefix,
            int extensionMinLength,
            int extensionMaxLength,
            List<String> ownPrefixes,
            List<String> ownNumbers,
            List<String> ignored,
            List<NumberRewrite> rewrites) {

        /** Germany, extensions of two to four digits, nothing of our own. */
        public static final Settings DEFAULT =
                new Settings("DE", null, "", 2, 4, List.of(), List.of(), List.of(), List.of());

        public Settings {
            ownPrefixes = List.copyOf(ownPrefixes);
            ownNumbers = List.copyOf(ownNumbers);
            ignored = List.copyOf(ignored);
            rewrites = List.copyOf(rewrites);
        }
    }

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:tel|telefon|mobil|handy|fax)(?:efon)?(?:-?nr|nummer)?|fon|phone|mobile|rufnummer|zentrale|[tm](?=[.:]))\\b[ .:]*",
            Pattern.CASE_INSENSITIVE);
    /** Durchwahl, as Austrians write it above all: 030 23125 DW 101. */
    private static final Pattern DIRECT_DIAL =
            Pattern.compile("(?<=[0-9]) *,? *(?:dw|durchwahl|app|apparat)[ .:]*(?=[0-9]+$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("[^<>]*<([^<>]+)>[^<>]*");
    private static final Pattern SCHEME = Pattern.compile("(?:sips?|tel):", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTEXT = Pattern.compile(";phone-context=([^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GLOBAL_CONTEXT = Pattern.compile("\\+[0-9 .()\\-]{1,15}");
    private static final Pattern POST_DIAL = Pattern.compile(";ext=", Pattern.CASE_INSENSITIVE);
    private static final Pattern WRITTEN = Pattern.compile("[(\\[]? *\\+?[0-9 ()\\[\\]/.\\-]+");
    private static final Pattern BRACKET_FIRST = Pattern.compile("^[(\\[] *(?=\\+|00)");
    private static final Pattern TRUNK_ZERO = Pattern.compile("[(\\[] *0 *[)\\]]");
    private static final Pattern ZERO_AFTER_COUNTRY = Pattern.compile("^([1-9][0-9]{0,2}) *[(\\[] *0 *[)\\]]");
    /** In Italy, San Marino and the Vatican the zero belongs to the number. */
    private static final Pattern ZERO_BELONGS = Pattern.compile("^(?:\\+|00)[ ()\\[\\]/.\\-]*(?:39|378)(?![0-9]).*");

    /** {@code *31#} (GSM and fixed lines) and {@code #31#} before a dialled number: hide mine, show mine. */
    private static final Pattern PRESENTATION = Pattern.compile("^[*#]31# *");

    /** Satellite telephones (ITU-T E.164: 870, 881), networks without a country (882, 883) and premium rate of all countries (979). */
    private static final Pattern WORLDWIDE_DEAR = Pattern.compile("\\+(?:870|88[123]|979).*");

    private static final Pattern E164_BEGINNING = Pattern.compile("\\+[1-9][0-9]{3,14}");
    private static final Pattern IGNORED = Pattern.compile("\\+[1-9][0-9]{4,14}|\\+[1-9][0-9]{3,13}\\*");

    /** What telephone systems and SIP say for a caller without number; P and O are analogue lines' private and out of area. */
    private static final Set<String> WITHHELD = Set.of(
            "anonymous",
            "anonym",
            "unknown",
            "unbekannt",
            "private",
            "restricted",
            "unavailable",
            "withheld",
            "asterisk",
            "p",
            "o");

    private static final Bilingual TOO_LONG = new Bilingual("Zu lang für eine Rufnummer.", "Too long for a number.");
    private static final Bilingual OTHER_CHARACTERS =
            new Bilingual("Enthält Zeichen, die in keiner Rufnummer stehen.", "Has characters that no number has.");
    private static final Bilingual NO_AREA_CODE = new Bilingual("Die Vorwahl fehlt.", "The area code is missing.");
    private static final Bilingual SEVERAL =
            new Bilingual("Das sind mehrere Rufnummern.", "These are several numbers.");
    private static final Bilingual WITH_POST_DIAL = new Bilingual(
            "Die Nebenstelle wird erst nach dem Verbinden gewählt.", "The extension is dialled after the connection.");
    private static final Bilingual IN_DOUBT = new Bilingual(
            "Beginnt mit der Ländervorwahl oder einer Ortsnummer.",
            "Begins with the country code or is a local number.");
    private static final Bilingual SHORT_CODE =
            new Bilingual("Eine Kurzwahl, kein Anschluss.", "A short code, no subscriber.");
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
        require(settings.areaCode() == null || settings.areaCode().matches("[1-9][0-9]{0,4}"), "areaCode");
        require(settings.outsideLinePrefix().matches("[0-9]{0,3}"), "outsideLinePrefix");
        require(settings.extensionMinLength() >= 1, "extensionMinLength");
        require(
                settings.extensionMaxLength() >= settings.extensionMinLength() && settings.extensionMaxLength() <= 6,
                "extensionMaxLength");
        settings.ownPrefixes().forEach(p -> require(E164_BEGINNING.matcher(p).matches(), "ownPrefixes '" + p + "'"));
        settings.ownNumbers().forEach(n -> require(E164.matches(n), "ownNumbers '" + n + "'"));
        settings.ignored().forEach(i -> require(IGNORED.matcher(i).matches(), "ignored '" + i + "'"));
        NumberRewrite.requireAllReachable(settings.rewrites());
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

    /**
     * Reads a number that an outcome of {@link #normaliseSignalled} gave and that was stored: E.164, or an extension.
     *
     * @param stored null is {@link NumberOutcome.Withheld}
     */
    public NumberOutcome normaliseStored(String stored) {
        return ignoring(read(stored, false));
    }

    private NumberOutcome read(String raw, boolean signalled) {
        if (raw == null || raw.isBlank()) {
            return new NumberOutcome.Withheld();
        }
        if (raw.length() > MAXIMUM_LENGTH) {
            return new NumberOutcome.NotANumber(TOO_LONG);
        }
        String text = plain(raw);
        Matcher address = NAME_AND_ADDRESS.matcher(text);
        if (signalled && address.matches()) {
            text = address.group(1).strip();
        }
        Matcher scheme = SCHEME.matcher(text);
        boolean uri = scheme.lookingAt();
        if (uri) {
            text = text.substring(scheme.end()).replaceFirst("(?i)^%2b", "+");
        }
        String parameters = "";
        if (uri || signalled) {
            text = before('@', text);
            String user = before(';', text);
            parameters = text.substring(user.length());
            text = user.strip();
        }
        if (text.isEmpty() || signalled && WITHHELD.contains(text.toLowerCase(Locale.ROOT))) {
            return new NumberOutcome.Withheld();
        }
        if (POST_DIAL.matcher(parameters).find() && !signalled) {
            // Noted as a person's line it would make everybody at that number this person; a caller is at that number.
            return new NumberOutcome.NotANumber(WITH_POST_DIAL);
        }
        if (!uri) {
            text = LABEL.matcher(text).replaceFirst("");
        }
        Matcher presentation = PRESENTATION.matcher(text);
        if (presentation.lookingAt()) {
            if (signalled) {
                // The caller's wish to be hidden, on a trunk that does not know it.
                return new NumberOutcome.Withheld();
            }
            text = text.substring(presentation.end());
        }
        if (!signalled) {
            text = DIRECT_DIAL.matcher(text).replaceFirst("-");
        }
        if (!WRITTEN.matcher(text).matches()) {
            return new NumberOutcome.NotANumber(OTHER_CHARACTERS);
        }
        return written(BRACKET_FIRST.matcher(text).replaceFirst(""), parameters, signalled);
    }

    /** A number in the characters that people write numbers with. */
    private NumberOutcome written(String text, String parameters, boolean signalled) {
        boolean plus = text.startsWith("+");
        Matcher zero = ZERO_AFTER_COUNTRY.matcher(text);
        if (zero.lookingAt() && zero.group(1).equals(String.valueOf(country))) {
            // 49 (0) 30 …: nothing but a country code stands before a zero in brackets.
            plus = true;
        }
        boolean several = several(text, plus);
        if (plus || text.startsWith("00")) {
            // +49 (0) 30 …: the zero in brackets is for those who dial within the country.
            text = TRUNK_ZERO
                    .matcher(text)
                    .replaceFirst(ZERO_BELONGS.matcher(text).matches() ? "0" : "");
        }
        if (several) {
            return new NumberOutcome.NotANumber(SEVERAL);
        }
        String digits = digits(text);
        Matcher context = CONTEXT.matcher(parameters);
        if (!plus && context.find()) {
            if (!GLOBAL_CONTEXT.matcher(context.group(1)).matches()) {
                if (digits.length() <= settings.extensionMaxLength()) {
                    // An extension of somebody else's PBX.
                    return new NumberOutcome.NotANumber(NO_AREA_CODE);
                }
            } else if (!digits.startsWith("00")) {
                digits = digits(context.group(1)) + (digits.startsWith("0") ? digits.substring(1) : digits);
                plus = true;
            }
        }
        if (!signalled) {
            return classify(digits, plus, false);
        }
        String rewritten = NumberRewrite.apply(settings.rewrites(), (plus ? "+" : "") + digits);
        plus = rewritten.startsWith("+");
        return ignoring(classify(plus ? rewritten.substring(1) : rewritten, plus, true));
    }

    /** 030 23125-101/102: a slash stands after the area code or between two numbers. */
    private static boolean several(String text, boolean plus) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        // An area code has five digits at most; with 0, 49 and 0, 0049 and 0 before it.
        int most = plus ? 8 : text.startsWith("00") ? 10 : 6;
        return digits(text.substring(0, slash)).length() > most;
    }

    private NumberOutcome classify(String digits, boolean plus, boolean signalled) {
        if (plus) {
            return international(digits);
        }
        if (country == 49 && GermanNumbers.emergency(digits)) {
            return new NumberOutcome.NotANumber(SHORT_CODE);
        }
        if (digits.length() >= settings.extensionMinLength() && digits.length() <= settings.extensionMaxLength()) {
            return new NumberOutcome.Extension(digits);
        }
        String prefix = settings.outsideLinePrefix();
        String dialled = signalled && !prefix.isEmpty() && digits.startsWith(prefix + "0")
                ? digits.substring(prefix.length())
                : digits;
        if (country == 49) {
            dialled = GermanNumbers.withoutCarrier(dialled);
        }
        if (dialled.startsWith("00")) {
            return international(dialled.substring(2));
        }
        if (dialled.startsWith("0")) {
            return international(country + dialled.substring(1));
        }
        boolean countryFirst = dialled.startsWith(String.valueOf(country));
        // Trunks often signal 4930…; a number that people write so could as well lack its area code.
        if (signalled && countryFirst && dialled.length() >= 10) {
            return international(dialled);
        }
        if (settings.areaCode() != null && dialled.length() <= 9) {
            if (country == 49 && !GermanNumbers.local(dialled)) {
                return new NumberOutcome.NotANumber(SHORT_CODE);
            }
            return signalled && countryFirst
                    ? new NumberOutcome.NotANumber(IN_DOUBT)
                    : international(country + settings.areaCode() + dialled);
        }
        return new NumberOutcome.NotANumber(NO_AREA_CODE);
    }

    private NumberOutcome international(String digits) {
        String corrected = digits.startsWith("490") ? "49" + digits.substring(3) : digits;
        if (corrected.length() < 7
                || corrected.length() > 15
                || corrected.startsWith("0")
                || corrected.startsWith("490")) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        Phonenumber.PhoneNumber parsed;
        try {
            parsed = phones.parse("+" + corrected, null);
        } catch (NumberParseException e) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        // Possible, not valid: the ranges reserved for fiction and freshly assigned blocks count as invalid.
        if (phones.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE
                || parsed.getCountryCode() == 49 && !possibleInGermany(parsed)) {
            return new NumberOutcome.NotANumber(NOT_POSSIBLE);
        }
        E164 number = new E164(phones.format(parsed, PhoneNumberFormat.E164));
        return own(number) ? new NumberOutcome.Own(number) : new NumberOutcome.Valid(number);
    }

    private boolean possibleInGermany(Phonenumber.PhoneNumber number) {
        String national = phones.getNationalSignificantNumber(number);
        // An area code alone, or with one digit: as a head number it would claim a whole area.
        return GermanNumbers.possible(national)
                && (national.length() > LONGEST_AREA_CODE + 2
                        || !GermanNumbers.geographic(national)
                        || phones.getLengthOfNationalDestinationCode(number) > 0);
    }

    private NumberOutcome ignoring(NumberOutcome outcome) {
        return outcome instanceof NumberOutcome.Valid valid && ignored(valid.number())
                ? new NumberOutcome.Ignored(valid.number())
                : outcome;
    }

    /** {@return how the number is shown: national within the region, e.g. {@code 030 23125101}, else international} */
    public String display(E164 number) {
        try {
            Phonenumber.PhoneNumber parsed = phones.parse(number.value(), null);
            if (parsed.getCountryCode() == country) {
                String national = phones.format(parsed, PhoneNumberFormat.NATIONAL);
                // A number in which no area code is known comes without its zero, and would be read as a local one.
                if (national.startsWith("0") || !"0".equals(phones.getNddPrefixForRegion(settings.region(), true))) {
                    return national;
                }
            }
            return phones.format(parsed, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number.value();
        }
    }

    /** {@return the country code of our own region, e.g. 49} */
    public int country() {
        return country;
    }

    /** {@return the number's country code, e.g. 43; 0 when there is no such country} */
    public int country(E164 number) {
        try {
            return phones.parse(number.value(), null).getCountryCode();
        } catch (NumberParseException e) {
            return 0;
        }
    }

    /** {@return the digits that a line of our own country dials: {@code 03023125101}, {@code 00442079460123}} */
    public String dialled(E164 number) {
        try {
            return digits(
                    phones.formatOutOfCountryCallingNumber(phones.parse(number.value(), null), settings.region()));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("not a number that can be dialled", e);
        }
    }

    /** {@return what the number itself says about its price} */
    public CallCost cost(E164 number) {
        if (WORLDWIDE_DEAR.matcher(number.value()).matches()) {
            return CallCost.PREMIUM;
        }
        try {
            Phonenumber.PhoneNumber parsed = phones.parse(number.value(), null);
            if (parsed.getCountryCode() == 49
                    && GermanNumbers.shortCode(phones.getNationalSignificantNumber(parsed), true) != ShortCode.NONE) {
                return CallCost.PREMIUM;
            }
            return switch (phones.getNumberType(parsed)) {
                case PREMIUM_RATE -> CallCost.PREMIUM;
                case SHARED_COST, PERSONAL_NUMBER -> CallCost.RAISED;
                default -> CallCost.USUAL;
            };
        } catch (NumberParseException e) {
            return CallCost.PREMIUM;
        }
    }

    /**
     * {@return what short number of the own country this is, in whatever notation: 112, 1 1 2, 0112 and +49 112 alike}
     *
     * @param raw anything
     */
    public ShortCode shortCode(String raw) {
        if (raw == null || raw.length() > MAXIMUM_LENGTH) {
            return ShortCode.NONE;
        }
        String text = plain(raw);
        Matcher scheme = SCHEME.matcher(text);
        text = scheme.lookingAt() ? before(';', text.substring(scheme.end())).replaceFirst("(?i)^%2b", "+") : text;
        String digits = digits(text);
        String national =
                digits.replaceFirst(text.startsWith("+") ? "^" + country + "0?" : "^(?:00" + country + "0?|0)", "");
        if (ShortNumberInfo.getInstance().isEmergencyNumber(national, settings.region())) {
            return ShortCode.EMERGENCY;
        }
        return country == 49 ? GermanNumbers.shortCode(national, national.length() < digits.length()) : ShortCode.NONE;
    }

    /** {@return ISO 3166-1 alpha-2 code of the country in whose network the number is; null when it is in none, e.g. a satellite's} */
    public String countryOf(E164 number) {
        try {
            String code = phones.getRegionCodeForNumber(phones.parse(number.value(), null));
            return code == null || code.equals("001") ? null : code;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** {@return whether the number is one of our own} */
    public boolean own(E164 number) {
        return settings.ownNumbers().contains(number.value())
                || settings.ownPrefixes().stream().anyMatch(number.value()::startsWith);
    }

    /** {@return whether the number is never matched to a customer} */
    private boolean ignored(E164 number) {
        return settings.ignored().stream()
                .anyMatch(i -> i.endsWith("*")
                        ? number.value().startsWith(i.substring(0, i.length() - 1))
                        : number.value().equals(i));
    }

    private static String before(char mark, String text) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
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

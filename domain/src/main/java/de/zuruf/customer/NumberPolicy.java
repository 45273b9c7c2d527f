package de.zuruf.customer;

import de.zuruf.customer.DialVerdict.Allowed;
import de.zuruf.customer.DialVerdict.Reason;
import de.zuruf.customer.DialVerdict.Refused;
import de.zuruf.wording.Bilingual;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What may be dialled by a click. The telephone system has its own rules, and they hold too; these are for what a slip of the
 * hand, a wrong entry in the CRM or a link from a foreign page must not do. Immutable and thread-safe.
 *
 * <p>Which numbers are dear: numbering plan of the Bundesnetzagentur for (0)137, (0)138, (0)190, (0)900 and 118xy; libphonenumber for
 * those of other countries.
 */
public final class NumberPolicy {

    /**
     * What the house decides.
     *
     * @param prefix    digits that a telephone of the house dials to get a line, at most three; empty when none
     * @param countries country codes beside our own to which calls are allowed, e.g. {@code 43}; {@code *} is all
     * @param denied    numbers in E.164, or beginnings of such followed by {@code *}, that are not dialled
     * @param allowed   the same, for numbers that are dialled although they are dear or in a country that is not allowed
     */
    public record Settings(String prefix, List<String> countries, List<String> denied, List<String> allowed) {

        /** No prefix, Austria and Switzerland beside our own country, no exceptions. */
        public static final Settings DEFAULT = new Settings("", List.of("43", "41"), List.of(), List.of());

        public Settings {
            countries = List.copyOf(countries);
            denied = List.copyOf(denied);
            allowed = List.copyOf(allowed);
        }
    }

    private static final Pattern PREFIX = Pattern.compile("[0-9]{0,3}");
    private static final Pattern COUNTRY = Pattern.compile("[1-9][0-9]{0,2}|\\*");
    private static final Pattern NUMBERS = Pattern.compile("\\+[1-9][0-9]{4,14}|\\+[1-9][0-9]{0,13}\\*");

    private static final Bilingual EMERGENCY = new Bilingual(
            "Notrufe wählt Zuruf nicht. Bitte wählen Sie 110 oder 112 direkt am Telefon.",
            "Zuruf does not dial emergency numbers. Please dial 110 or 112 at the telephone.");
    private static final Bilingual PREMIUM = new Bilingual(
            "Das ist eine teure Sondernummer (0900, 0137, 118…, Satellit). Zuruf wählt sie nicht.",
            "This is a premium-rate number (0900, 0137, 118…, satellite). Zuruf does not dial it.");
    private static final Bilingual FOREIGN = new Bilingual(
            "In dieses Land darf Zuruf nicht wählen. Erlaubte Länder legt die Administration fest.",
            "Zuruf may not dial to this country. The administrator decides which ones are allowed.");
    private static final Bilingual DENIED =
            new Bilingual("Diese Nummer hat die Administration gesperrt.", "The administrator has barred this number.");
    private static final Bilingual SHORT_CODE = new Bilingual(
            "Kurzwahlen wie 115 oder 116117 wählt Zuruf nicht. Bitte direkt am Telefon wählen.",
            "Zuruf does not dial short codes such as 115 or 116117. Please dial them at the telephone.");
    private static final Bilingual MISSING = new Bilingual("Hier steht keine Nummer.", "There is no number.");
    private static final Bilingual NO_EXTENSION = new Bilingual(
            "So beginnt keine Nebenstelle. Bitte die ganze Nummer mit Vorwahl angeben.",
            "No extension begins like this. Please give the whole number with its area code.");
    private static final Bilingual RAISED = new Bilingual(
            "Servicenummer: Der Anruf kann mehr kosten als üblich.",
            "Service number: the call may cost more than usual.");

    private final NumberPlan plan;
    private final Settings settings;

    /**
     * @param plan     the house's numbers
     * @param settings the house's decisions
     * @throws IllegalArgumentException when a setting is out of its range
     */
    public NumberPolicy(NumberPlan plan, Settings settings) {
        this.plan = plan;
        this.settings = settings;
        require(PREFIX, settings.prefix(), "prefix");
        settings.countries().forEach(c -> require(COUNTRY, c, "countries"));
        settings.denied().forEach(n -> require(NUMBERS, n, "denied"));
        settings.allowed().forEach(n -> require(NUMBERS, n, "allowed"));
    }

    private static void require(Pattern form, String value, String setting) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(setting + " '" + value + "' is out of range");
        }
    }

    /**
     * @param raw as a person or a link wrote it; anything
     * @return what becomes of it
     */
    public DialVerdict judge(String raw) {
        // Before anything is understood as something else: an area code before 112 makes it no subscriber's number.
        ShortCode code = plan.shortCode(raw);
        if (code == ShortCode.EMERGENCY) {
            return new Refused(Reason.EMERGENCY, EMERGENCY);
        }
        if (code == ShortCode.OTHER) {
            return new Refused(Reason.SHORT_CODE, SHORT_CODE);
        }
        NumberOutcome outcome = plan.normalise(raw);
        if (code == ShortCode.DEAR
                && !(outcome instanceof NumberOutcome.Valid valid && in(settings.allowed(), valid.number()))) {
            return new Refused(Reason.PREMIUM, PREMIUM);
        }
        if (outcome instanceof NumberOutcome.Extension inside) {
            // What begins as a call to the outside does may become one: 9112 where 9 gets a line is no extension.
            if (inside.extension().startsWith("0")
                    || !settings.prefix().isEmpty() && inside.extension().startsWith(settings.prefix())) {
                return new Refused(Reason.NO_NUMBER, NO_EXTENSION);
            }
            return new Allowed(inside.extension(), null, true, null);
        }
        if (outcome instanceof NumberOutcome.Own own) {
            return new Allowed(dialled(own.number()), own.number(), true, null);
        }
        if (outcome instanceof NumberOutcome.Ignored line) {
            return judge(line.number());
        }
        if (outcome instanceof NumberOutcome.Valid valid) {
            return judge(valid.number());
        }
        return new Refused(Reason.NO_NUMBER, outcome instanceof NumberOutcome.NotANumber none ? none.why() : MISSING);
    }

    private DialVerdict judge(E164 number) {
        if (in(settings.denied(), number)) {
            return new Refused(Reason.DENIED, DENIED);
        }
        CallCost cost = plan.cost(number);
        if (!in(settings.allowed(), number)) {
            if (cost == CallCost.PREMIUM) {
                return new Refused(Reason.PREMIUM, PREMIUM);
            }
            int country = plan.country(number);
            if (country != plan.country()
                    && !settings.countries().contains("*")
                    && !settings.countries().contains(String.valueOf(country))) {
                return new Refused(Reason.FOREIGN, FOREIGN);
            }
        }
        return new Allowed(dialled(number), number, false, cost == CallCost.USUAL ? null : RAISED);
    }

    private String dialled(E164 number) {
        return settings.prefix() + plan.dialled(number);
    }

    private static boolean in(List<String> numbers, E164 number) {
        return numbers.stream()
                .anyMatch(n -> n.endsWith("*")
                        ? number.value().startsWith(n.substring(0, n.length() - 1))
                        : number.value().equals(n));
    }
}

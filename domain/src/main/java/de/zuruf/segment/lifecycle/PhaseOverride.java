package de.zuruf.segment.lifecycle;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.Written;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A person knows better, for a time.
 *
 * @param phase  what is shown while it is valid
 * @param by     name of the person
 * @param reason why, one line
 * @param from   first day
 * @param until  last day, not before the first
 */
public record PhaseOverride(LifecyclePhase phase, String by, String reason, LocalDate from, LocalDate until) {

    /** Characters of a reason. */
    public static final int MAXIMUM_REASON = 300;

    /** Years after which the person must think again. */
    public static final int MAXIMUM_YEARS = 2;

    public PhaseOverride {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until " + until + " is before " + from);
        }
    }

    /**
     * {@return what a person enters today, texts trimmed}
     *
     * @param phase  to be shown
     * @param by     1 to 100 characters
     * @param reason 1 to {@value #MAXIMUM_REASON} characters
     * @param until  last day, from today to {@value #MAXIMUM_YEARS} years ahead
     * @throws InvalidInputException naming the field
     */
    public static PhaseOverride entered(
            LifecyclePhase phase, String by, String reason, LocalDate until, LocalDate today) {
        if (phase == null) {
            throw InvalidInputException.missing("phase");
        }
        String name = required("by", by, 100);
        String why = required("reason", reason, MAXIMUM_REASON);
        if (until == null) {
            throw InvalidInputException.missing("until");
        }
        if (until.isBefore(today) || until.isAfter(today.plusYears(MAXIMUM_YEARS))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Der letzte Tag muss zwischen heute und " + MAXIMUM_YEARS + " Jahren liegen.",
                            "The last day must lie between today and " + MAXIMUM_YEARS + " years from now."),
                    "until");
        }
        return new PhaseOverride(phase, name, why, today, until);
    }

    private static String required(String field, String text, int limit) {
        String plain = text == null ? "" : Written.plain(text, limit + 1);
        if (plain.isEmpty()) {
            throw InvalidInputException.missing(field);
        }
        if (plain.length() > limit) {
            throw InvalidInputException.tooLong(field, limit);
        }
        return plain;
    }

    /** {@return whether it is valid on a day} */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** {@return e.g. {@code Vorgabe von F. Beispiel bis 31.12.2026: Rahmenvertrag zugesagt}} */
    public Bilingual words() {
        Bilingual day = Written.day(until);
        String name = Written.plain(by, 100);
        String why = Written.plain(reason, MAXIMUM_REASON);
        return new Bilingual(
                "Vorgabe von " + name + " bis " + day.de() + ": " + why,
                "set by " + name + " until " + day.en() + ": " + why);
    }
}

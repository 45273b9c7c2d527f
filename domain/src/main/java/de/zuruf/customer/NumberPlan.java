package de.zuruf.customer;

import java.util.List;

/** Reads and writes telephone numbers by the German plan. Immutable and thread-safe. */
public final class NumberPlan {

    /**
     * What a company says about its own telephones.
     *
     * @param region             ISO 3166-1 alpha-2 in whose notation numbers without country code are read
     * @param areaCode           own area code without the leading zero, for numbers typed without one; null: such numbers are refused
     * @param outsideLinePrefix  digits that the PBX puts before a caller's number, e.g. {@code 0}; empty when none
     * @param extensionMinLength shortest internal extension, at least 1
     * @param extensionMaxLength longest internal extension, at most 6
     * @param ownPrefixes        E.164 beginnings of our own number blocks, e.g. {@code +493023125}
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

    private final Settings settings;

    /**
     * @param settings our own telephones
     * @throws IllegalArgumentException when a setting is out of its range
     */
    public NumberPlan(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads a number as people write it (CRM, search field).
     *
     * @param raw anything; null and blank are {@link NumberOutcome.Withheld}
     */
    public NumberOutcome normalise(String raw) {
        throw new UnsupportedOperationException("normalise " + settings);
    }

    /**
     * Reads a number as a telephone line signals it: strips the outside-line prefix, accepts the country code without
     * plus or zeros.
     *
     * @param raw anything; null and blank are {@link NumberOutcome.Withheld}
     */
    public NumberOutcome normaliseSignalled(String raw) {
        throw new UnsupportedOperationException("normaliseSignalled " + settings);
    }

    /** {@return how the number is shown: national within the region, e.g. {@code 030 23125101}, else international} */
    public String display(E164 number) {
        throw new UnsupportedOperationException("display " + number);
    }

    /** {@return whether the number is one of our own} */
    public boolean own(E164 number) {
        throw new UnsupportedOperationException("own " + number);
    }
}

package de.zuruf.segment.potential;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;

/** What a customer could buy of us in a year: an {@link Estimate} or a {@link Fact}. */
public sealed interface Potential permits Potential.Estimate, Potential.Fact {

    /** Largest amount that may be entered, EUR a year. */
    BigDecimal MAXIMUM_AMOUNT = new BigDecimal("100000000000");

    /** Characters of a note. */
    int MAXIMUM_NOTE = 500;

    /** {@return EUR a year, at least 0} */
    BigDecimal amount();

    /** {@return which of the two it is, for tables and JSON} */
    PotentialSource source();

    /**
     * {@return the amount with where it comes from, e.g. {@code geschätzt: 120.000 € im Jahr (oberes Viertel von 48 Vergleichsbetrieben,
     * Maschinenbau, 50–249 Beschäftigte)} or {@code 120.000 € im Jahr, erfragt von F. Beispiel am 3.11.2026}}
     *
     * @param industries name of an industry by its key
     */
    Bilingual words(Function<String, Bilingual> industries);

    /**
     * Computed: at least as much as the customer's own revenue, with two significant digits where it comes from others.
     *
     * @param amount       EUR a year
     * @param quantile     share of the comparable companies that buy less, between 0 and 1
     * @param peers        the comparable companies
     * @param byOwnRevenue whether the customer's own revenue is more than that of the comparable companies, and is the amount
     */
    record Estimate(BigDecimal amount, double quantile, PeerGroup peers, boolean byOwnRevenue) implements Potential {

        public Estimate {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(peers, "peers");
        }

        @Override
        public PotentialSource source() {
            return PotentialSource.ESTIMATED;
        }

        @Override
        public Bilingual words(Function<String, Bilingual> industries) {
            Bilingual euros = Written.euros(amount);
            Bilingual part = upperPart();
            Bilingual group = peers.words(industries);
            if (byOwnRevenue) {
                Bilingual begins = Written.euros(peers.amount());
                return new Bilingual(
                        "geschätzt: mindestens " + euros.de() + " im Jahr (eigener Umsatz; " + part.de() + " von "
                                + group.de() + " beginnt bei " + begins.de() + ")",
                        "estimated: at least " + euros.en() + " a year (own revenue; the " + part.en() + " of "
                                + group.en() + " begins at " + begins.en() + ")");
            }
            return new Bilingual(
                    "geschätzt: " + euros.de() + " im Jahr (" + part.de() + " von " + group.de() + ")",
                    "estimated: " + euros.en() + " a year (" + part.en() + " of " + group.en() + ")");
        }

        private Bilingual upperPart() {
            double above = 1 - quantile;
            for (int n = 2; n <= 10; n++) {
                if (Math.abs(above - 1.0 / n) < 1e-9) {
                    return UPPER_PARTS[n - 2];
                }
            }
            Bilingual percent = Written.decimal(BigDecimal.valueOf(100 * above).setScale(1, RoundingMode.HALF_UP));
            return new Bilingual("obere " + percent.de() + " %", "upper " + percent.en() + "%");
        }

        private static final Bilingual[] UPPER_PARTS = {
            new Bilingual("obere Hälfte", "upper half"),
            new Bilingual("oberes Drittel", "upper third"),
            new Bilingual("oberes Viertel", "upper quarter"),
            new Bilingual("oberes Fünftel", "upper fifth"),
            new Bilingual("oberes Sechstel", "upper sixth"),
            new Bilingual("oberes Siebtel", "upper seventh"),
            new Bilingual("oberes Achtel", "upper eighth"),
            new Bilingual("oberes Neuntel", "upper ninth"),
            new Bilingual("oberes Zehntel", "upper tenth")
        };
    }

    /**
     * Entered by a person.
     *
     * @param amount EUR a year, at least 0
     * @param by     name of the one who asked; null when the CRM delivered the figure without one
     * @param on     day on which he asked; null when not known
     * @param note   what else he heard, one line; null when nothing
     */
    record Fact(BigDecimal amount, String by, LocalDate on, String note) implements Potential {

        public Fact {
            Objects.requireNonNull(amount, "amount");
        }

        /** {@return a figure of the CRM of which nobody knows who asked; null for a null amount} */
        public static Fact ofCrm(BigDecimal amount) {
            return amount == null ? null : new Fact(amount, null, null, null);
        }

        /**
         * {@return what a person enters today, texts trimmed}
         *
         * @param amount EUR a year, 0 to {@link Potential#MAXIMUM_AMOUNT}, at most two decimals
         * @param by     1 to 100 characters
         * @param on     day on which he asked, not in the future
         * @param note   null, or at most {@value Potential#MAXIMUM_NOTE} characters
         * @param today  the person's day
         * @throws InvalidInputException naming the field
         */
        public static Fact entered(BigDecimal amount, String by, LocalDate on, String note, LocalDate today) {
            if (amount == null) {
                throw InvalidInputException.missing("amount");
            }
            // The number of digits is asked first: writing out 1e999999999 would take all memory.
            if (amount.precision() - (long) amount.scale() > 15
                    || amount.signum() < 0
                    || amount.compareTo(MAXIMUM_AMOUNT) > 0
                    || amount.stripTrailingZeros().scale() > 2) {
                throw new InvalidInputException(
                        "ZURUF-AMOUNT",
                        new Bilingual(
                                "Ein Betrag von 0 bis "
                                        + Written.euros(MAXIMUM_AMOUNT).de() + " mit höchstens zwei Nachkommastellen.",
                                "An amount from 0 to "
                                        + Written.euros(MAXIMUM_AMOUNT).en() + " with two decimals at most."),
                        "amount");
            }
            String name = by == null ? "" : Written.plain(by, 101);
            if (name.isEmpty()) {
                throw InvalidInputException.missing("by");
            }
            if (name.length() > 100) {
                throw InvalidInputException.tooLong("by", 100);
            }
            if (on == null) {
                throw InvalidInputException.missing("on");
            }
            if (on.isAfter(today)) {
                throw new InvalidInputException(
                        "ZURUF-DAY", new Bilingual("Der Tag liegt in der Zukunft.", "The day is in the future."), "on");
            }
            String more = note == null ? "" : Written.plain(note, MAXIMUM_NOTE + 1);
            if (more.length() > MAXIMUM_NOTE) {
                throw InvalidInputException.tooLong("note", MAXIMUM_NOTE);
            }
            return new Fact(amount, name, on, more.isEmpty() ? null : more);
        }

        @Override
        public PotentialSource source() {
            return PotentialSource.ENTERED;
        }

        @Override
        public Bilingual words(Function<String, Bilingual> industries) {
            Bilingual euros = Written.euros(amount);
            StringBuilder de = new StringBuilder(euros.de()).append(" im Jahr, ");
            StringBuilder en = new StringBuilder(euros.en()).append(" a year, ");
            if (by == null) {
                de.append("laut CRM");
                en.append("according to the CRM");
            } else {
                de.append("erfragt von ").append(Written.plain(by, 100));
                en.append("asked by ").append(Written.plain(by, 100));
            }
            if (on != null) {
                Bilingual day = Written.day(on);
                de.append(" am ").append(day.de());
                en.append(" on ").append(day.en());
            }
            return new Bilingual(de.toString(), en.toString());
        }
    }
}

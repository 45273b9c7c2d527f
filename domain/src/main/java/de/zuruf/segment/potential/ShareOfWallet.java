package de.zuruf.segment.potential;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The part of a customer's yearly need that he buys from us. As sure as the potential that it is computed with, and it says so.
 *
 * @param share     0 to 1
 * @param revenue   EUR in the last twelve months
 * @param potential what it is compared with
 * @param outdated  whether a figure that a person entered is less than what the customer buys from us alone: ask again
 */
public record ShareOfWallet(double share, BigDecimal revenue, Potential potential, boolean outdated) {

    /** {@return the share; empty when the potential is 0} */
    public static Optional<ShareOfWallet> of(BigDecimal revenue12m, Potential potential) {
        if (potential.amount().signum() <= 0) {
            return Optional.empty();
        }
        double share = revenue12m.signum() <= 0
                ? 0
                : revenue12m.compareTo(potential.amount()) >= 0
                        ? 1
                        : revenue12m.doubleValue() / potential.amount().doubleValue();
        boolean outdated = potential instanceof Potential.Fact && revenue12m.compareTo(potential.amount()) > 0;
        return Optional.of(new ShareOfWallet(share, revenue12m, potential, outdated));
    }

    /** {@return whether it rests on an estimate} */
    public PotentialSource source() {
        return potential.source();
    }

    /**
     * {@return e.g. {@code Lieferanteil geschätzt 25 % (30.000 € von geschätzt 120.000 € im Jahr)} or {@code Lieferanteil 25 % (30.000 € von
     * 120.000 € im Jahr, erfragt von F. Beispiel am 3.11.2026)}}
     */
    public Bilingual words() {
        Bilingual percent = percent();
        Bilingual of = Written.euros(revenue);
        if (potential instanceof Potential.Fact fact) {
            Bilingual said = fact.words(Bilingual::same);
            return outdated
                    ? new Bilingual(
                            "Lieferanteil unbekannt (Umsatz " + of.de() + ", mehr als das Potenzial: " + said.de()
                                    + "; bitte neu erfragen)",
                            "share of wallet not known (revenue " + of.en() + ", more than the potential: " + said.en()
                                    + "; please ask again)")
                    : new Bilingual(
                            "Lieferanteil " + percent.de() + " (" + of.de() + " von " + said.de() + ")",
                            "share of wallet " + percent.en() + " (" + of.en() + " of " + said.en() + ")");
        }
        Bilingual amount = Written.euros(potential.amount());
        return new Bilingual(
                "Lieferanteil geschätzt " + percent.de() + " (" + of.de() + " von geschätzt " + amount.de()
                        + " im Jahr)",
                "share of wallet, estimated " + percent.en() + " (" + of.en() + " of an estimated " + amount.en()
                        + " a year)");
    }

    private Bilingual percent() {
        if (share > 0 && share < 0.01) {
            return new Bilingual("unter 1 %", "under 1%");
        }
        // Nearly everything is not everything.
        return Written.percent(share < 1 ? Math.min(99, Math.round(100 * share)) : 100);
    }
}

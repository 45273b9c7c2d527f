package de.zuruf.segment;

import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;

/** Value of a customer by revenue and potential, {@code A} the highest. */
public enum ValueClass {
    A("Schlüsselkunde", "Key account"),
    B("Mittelstandskunde", "Mid-size account"),
    C("Kleinkunde", "Small account"),
    D("Kleinstkunde", "Very small account");

    private final Bilingual words;

    ValueClass(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the class in words} */
    public Bilingual words() {
        return words;
    }

    /** {@return the team that serves customers of this class} */
    public ServiceTeam team() {
        return switch (this) {
            case A -> ServiceTeam.KEY_ACCOUNT;
            case B -> ServiceTeam.MIDDLE;
            case C, D -> ServiceTeam.SMALL;
        };
    }

    /**
     * Size is not value: a customer counts with his revenue and with a share of what he buys elsewhere.
     *
     * @param revenue12m revenue of twelve months in EUR, never null
     * @param potential  possible revenue of a year in EUR; null when unknown
     * @param settings   the thresholds
     */
    public static ValueClass of(BigDecimal revenue12m, BigDecimal potential, ValueClassSettings settings) {
        BigDecimal elsewhere = potential == null
                ? BigDecimal.ZERO
                : potential.subtract(revenue12m).max(BigDecimal.ZERO);
        BigDecimal value = revenue12m.add(elsewhere.multiply(settings.potentialWeight()));
        if (value.compareTo(settings.fromA()) >= 0) {
            return A;
        }
        if (value.compareTo(settings.fromB()) >= 0) {
            return B;
        }
        return value.compareTo(settings.fromC()) >= 0 ? C : D;
    }
}

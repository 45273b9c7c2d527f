package de.zuruf.segment;

import de.zuruf.wording.Bilingual;

/** Where a customer stands in the life of the relationship. */
public enum LifecyclePhase {
    LEAD("Interessent", "lead"),
    NEW("Neukunde", "new customer"),
    /** Bestandskunde in Entwicklung. */
    DEVELOPING("Kunde in Entwicklung", "developing customer"),
    /** Stabiler Bestandskunde. */
    REGULAR("Stammkunde", "regular customer"),
    AT_RISK("gefährdeter Kunde", "customer at risk"),
    LOST("verlorener Kunde", "lost customer"),
    REGAINED("zurückgewonnener Kunde", "regained customer");

    private final Bilingual words;

    LifecyclePhase(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the phase in words, as they stand within a sentence} */
    public Bilingual words() {
        return words;
    }
}

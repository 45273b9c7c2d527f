package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;

/** Why the customer declined. */
public enum DeclineReason {
    NO_NEED("kein Bedarf", "no need"),
    HAS_SUPPLIER("hat einen Lieferanten", "has a supplier"),
    PRICE("Preis", "price"),
    NO_TIME("keine Zeit", "no time"),
    OTHER("anderer Grund", "other reason");

    private final Bilingual words;

    DeclineReason(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the reason in words} */
    public Bilingual words() {
        return words;
    }
}

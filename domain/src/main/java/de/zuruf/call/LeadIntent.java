package de.zuruf.call;

import de.zuruf.wording.Bilingual;

/** What an unknown caller seems to be after. */
public enum LeadIntent {
    BROCHURE_COLLECTOR("Prospektesammler", "Brochure collector"),
    POTENTIAL_KEY_ACCOUNT("möglicher Schlüsselkunde", "Potential key account"),
    UNDECIDED("noch offen", "Undecided");

    private final Bilingual words;

    LeadIntent(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the intent in words} */
    public Bilingual words() {
        return words;
    }
}

package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;

/** How much more a customer could buy. */
public enum PotentialLevel {
    HIGH("hoch", "high"),
    MIDDLE("mittel", "middle"),
    LOW("gering", "low"),
    /** Nobody has asked, and there are too few to compare with. */
    UNKNOWN("unbekannt", "not known");

    private final Bilingual words;

    PotentialLevel(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the level in words} */
    public Bilingual words() {
        return words;
    }
}

package de.zuruf.segment.coverage;

import de.zuruf.wording.Bilingual;

/** Those among whom the care of a segment is divided. */
public enum CoverageRole {
    /** Innendienst. */
    INSIDE_SALES("Innendienst", "inside sales"),
    /** Außendienst. */
    FIELD_SALES("Außendienst", "field sales"),
    MARKETING("Marketing", "marketing"),
    /** Service, technique, management, … */
    OTHERS("Weitere", "others");

    private final Bilingual words;

    CoverageRole(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the role in words} */
    public Bilingual words() {
        return words;
    }
}

package de.zuruf.handoff;

import de.zuruf.wording.Bilingual;

/** How urgent a handoff is, most urgent first. */
public enum Urgency {
    TODAY("heute", "today"),
    THIS_WEEK("diese Woche", "this week"),
    NORMAL("normal", "normal");

    private final Bilingual words;

    Urgency(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the urgency in words} */
    public Bilingual words() {
        return words;
    }
}

package de.zuruf.visit;

import de.zuruf.wording.Bilingual;

/** Role of a person in the customer's buying centre. */
public enum ParticipantRole {
    DECIDER("entscheidet", "decider"),
    INFLUENCER("beeinflusst", "influencer"),
    USER("nutzt", "user"),
    GATEKEEPER("filtert", "gatekeeper"),
    SUPPORTER("unterstützt uns", "supporter"),
    OPPONENT("ist gegen uns", "opponent"),
    UNKNOWN("Rolle unbekannt", "role unknown");

    private final Bilingual words;

    ParticipantRole(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the role in words} */
    public Bilingual words() {
        return words;
    }
}

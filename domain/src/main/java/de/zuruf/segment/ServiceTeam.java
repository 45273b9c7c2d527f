package de.zuruf.segment;

import de.zuruf.wording.Bilingual;

/** Which team serves a customer. */
public enum ServiceTeam {
    KEY_ACCOUNT("Key-Account-Betreuung", "Key account team"),
    MIDDLE("Mittelstandsbetreuung", "Mid-size team"),
    /** C and D customers: served by inside sales as a channel of its own. */
    SMALL("Telefonische Betreuung", "Telephone service team");

    private final Bilingual words;

    ServiceTeam(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the team in words} */
    public Bilingual words() {
        return words;
    }
}

package de.zuruf.customer;

import de.zuruf.wording.Bilingual;

/** Number of people at the customer. */
public enum SizeClass {
    /** 1 to 9. */
    MICRO("1–9", "1–9"),
    /** 10 to 49. */
    SMALL("10–49", "10–49"),
    /** 50 to 249. */
    MEDIUM("50–249", "50–249"),
    /** 250 and more. */
    LARGE("250 und mehr", "250 and more");

    private final Bilingual words;

    SizeClass(String de, String en) {
        words = new Bilingual(de + " Beschäftigte", en + " employees");
    }

    /** {@return the class in words, e.g. {@code 50–249 Beschäftigte}} */
    public Bilingual words() {
        return words;
    }
}

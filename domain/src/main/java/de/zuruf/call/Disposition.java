package de.zuruf.call;

import de.zuruf.wording.Bilingual;

/** What a call was about, as the agent classifies it. */
public enum Disposition {
    ORDER("Bestellung", "Order"),
    INQUIRY("Anfrage", "Inquiry"),
    QUOTE_REQUEST("Angebotsanfrage", "Request for a quote"),
    COMPLAINT("Reklamation", "Complaint"),
    SERVICE("Service", "Service"),
    INFORMATION("Auskunft", "Information"),
    WRONG_NUMBER("Falsch verbunden", "Wrong number"),
    OTHER("Sonstiges", "Other");

    private final Bilingual words;

    Disposition(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return the disposition in words} */
    public Bilingual words() {
        return words;
    }
}

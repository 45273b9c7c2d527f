package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;

/** What a call can be an occasion for. */
public enum Occasion {
    WELCOME_CALL("Welcome-Anruf", "Welcome call", false),
    ORDER_RHYTHM("Bestellunregelmäßigkeit", "Unusual ordering", false),
    CHURN_RISK("Abwanderungsgefahr", "Churn risk", false),
    WIN_BACK("Kündigerrückgewinnung", "Win-back", true),
    CROSS_SELL("Zusatzverkauf", "Cross-selling", true),
    DORMANT_POTENTIAL("Potenzial heben", "Dormant potential", true),
    NEED_CHANGE("Bedarfsänderung", "Changed need", false),
    CONTACT_CHANGE("Ansprechpartnerwechsel", "Change of contact", false),
    COMPLAINT("Reklamation", "Complaint", false),
    REFERRAL("Empfehlung", "Referral", true),
    QUOTE_FOLLOW_UP("Nachfassen", "Quote follow-up", true),
    LEAD_QUALIFICATION("Interessent", "Lead qualification", false),
    SPECIAL_SERVICE("Definierte Serviceleistung", "Agreed service", false),
    VISIT_PROMISE("Besuchszusage", "Promise made at a visit", false),
    CARE_CALL("Betreuungsanruf", "Care call", false),
    REVIEW_PREPARATION("Kunden-Review", "Review preparation", false);

    private final Bilingual words;
    private final boolean selling;

    Occasion(String de, String en, boolean selling) {
        words = new Bilingual(de, en);
        this.selling = selling;
    }

    /** {@return the occasion's name on screen} */
    public Bilingual words() {
        return words;
    }

    /** {@return whether a prompt of this occasion sells; a rule may say so of itself in addition} */
    public boolean selling() {
        return selling;
    }
}

package de.zuruf.demo.company;

/**
 * The part that a customer plays in the demonstration: one occasion that he shows. In the file's order, which is that of
 * the table in docs/demo-company.md. All customers without a part show none.
 */
enum Plot {
    WELCOME("Welcome-Anruf"),
    RHYTHM("Bestellunregelmäßigkeit: zu lange still"),
    VANISHED_GROUP("Bestellunregelmäßigkeit: Warengruppe fehlt"),
    CROSS_SELL("Zusatzverkauf"),
    QUOTE("Nachfassen"),
    COMPLAINT("Reklamation offen"),
    COMPLAINT_SOLVED("Reklamation eben gelöst"),
    CHURN("Abwanderungsgefahr"),
    CANCELLED("Kündigerrückgewinnung: gekündigt"),
    LOST("Kündigerrückgewinnung: verloren"),
    POTENTIAL("Potenzial heben"),
    NEED_CHANGE("Bedarfsänderung"),
    CONTACT_CHANGE("Ansprechpartnerwechsel"),
    REFERRAL("Empfehlung"),
    LEAD("Interessent"),
    SPECIAL_SERVICE("Definierte Serviceleistung"),
    VISIT_PROMISE("Besuchszusage"),
    CARE("Betreuungsanruf"),
    REVIEW("Kunden-Review"),
    SHARED_NUMBER("Mehrere Treffer unter einer Stammnummer");

    private final String german;

    Plot(String german) {
        this.german = german;
    }

    String german() {
        return german;
    }
}

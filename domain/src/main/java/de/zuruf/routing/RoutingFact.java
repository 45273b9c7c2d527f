package de.zuruf.routing;

import de.zuruf.prompt.FactType;

/** The facts that the condition of a routing rule can use. */
public enum RoutingFact {
    /** Whether the number belongs to exactly one company of the CRM. */
    KNOWN("known", FactType.YES_NO),

    /** A, B, C or D; empty for a caller who is not known. */
    VALUE_CLASS("valueClass", FactType.TEXT),

    /** Lifecycle phase: LEAD, NEW, DEVELOPING, REGULAR, AT_RISK, LOST, REGAINED; empty as above. */
    PHASE("phase", FactType.TEXT),

    /** Revenue of the last twelve months. */
    REVENUE_12M("revenue12m", FactType.MONEY),

    /** Number of open complaints. */
    OPEN_COMPLAINTS("openComplaints", FactType.NUMBER),

    /** Whether accounting blocks deliveries. */
    PAYMENT_BLOCKED("paymentBlocked", FactType.YES_NO),

    /** Whether the customer has an owner who is not marked as away. */
    OWNER_PRESENT("ownerPresent", FactType.YES_NO),

    /** Whether there is a telephone of the owner, or of his deputy while he is away. */
    OWNER_REACHABLE("ownerReachable", FactType.YES_NO),

    /** Country of the caller's number, else of the company, e.g. DE; empty when not known. */
    COUNTRY("country", FactType.TEXT),

    /** Whether the caller hides his number. */
    WITHHELD("withheld", FactType.YES_NO),

    /** What was dialled, as the dialplan has it; empty when it does not tell. */
    DIALLED("dialled", FactType.TEXT),

    /** Language that the dialplan has chosen, e.g. de. */
    LANGUAGE("language", FactType.TEXT),

    /** Time of day of the form 08:30, in the company's time zone. */
    TIME("time", FactType.TEXT),

    /** 1 Monday to 7 Sunday. */
    WEEKDAY("weekday", FactType.NUMBER),

    /** The day, of the form 2026-11-22. */
    TODAY("today", FactType.DAY);

    private final String variable;
    private final FactType type;

    RoutingFact(String variable, FactType type) {
        this.variable = variable;
        this.type = type;
    }

    /** {@return the name in conditions} */
    public String variable() {
        return variable;
    }

    /** {@return its type} */
    public FactType type() {
        return type;
    }
}

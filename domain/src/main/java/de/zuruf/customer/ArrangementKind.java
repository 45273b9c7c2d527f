package de.zuruf.customer;

/** What was arranged with a customer. */
public enum ArrangementKind {
    /** Definierte Serviceleistung: agreed for this customer, delivered on each call. */
    SPECIAL_SERVICE,
    /** Besuchszusage: promised at a visit, due on a day. */
    VISIT_PROMISE,
    /** Kunden-Review: a review meeting on a day. */
    REVIEW
}

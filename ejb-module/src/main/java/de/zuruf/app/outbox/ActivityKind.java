package de.zuruf.app.outbox;

/** Kinds of activities that are delivered to the CRM. */
public enum ActivityKind {
    CALL,
    HANDOFF,
    HANDOFF_ACKNOWLEDGED,
    VISIT_REPORT,
    LEAD
}

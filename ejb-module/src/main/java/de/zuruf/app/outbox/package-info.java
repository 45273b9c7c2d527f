/**
 * What goes back to the CRM. Whoever creates something notes it here in the same transaction; delivery happens later,
 * is repeated until the CRM has it, and never twice thanks to the idempotency key.
 */
package de.zuruf.app.outbox;

/** Handoffs by REST. */
package de.zuruf.web.handoff;

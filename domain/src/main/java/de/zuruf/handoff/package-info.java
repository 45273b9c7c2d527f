/** Übergabe: what inside sales hands to the field after a call, to whom, by when, and how far it has come. */
package de.zuruf.handoff;

/** Übergaben: from a call to the owner in the field, his acknowledgement, and what he reports of his visit. */
package de.zuruf.app.handoff;

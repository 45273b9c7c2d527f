/** What field sales brings back from a visit, structured so that inside sales can act on it. */
package de.zuruf.visit;

/**
 * The coverage matrix (Betreuungsmatrix): for each segment what it is, what its care may cost, who does what and how often, and what
 * to do in each phase; and who is responsible for a customer on a day, as it follows from there.
 */
package de.zuruf.segment.coverage;

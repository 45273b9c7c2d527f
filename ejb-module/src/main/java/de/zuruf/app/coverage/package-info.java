/**
 * The coverage matrix: read by all of sales, written by supervisors, every change a version. Beside what was planned stands what is
 * so now; from both follows who is responsible for a customer on a day.
 */
package de.zuruf.app.coverage;

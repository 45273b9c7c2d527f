/** Figures for supervisors: what is counted, in which intervals, by which formula, and when a group is too small to show. */
package de.zuruf.report;

/**
 * How many agents an interval needs, and what callers then wait: the queueing models Erlang C and Erlang A. Pure functions; they suppose that
 * calls arrive at random at one rate, and that the interval is long against a call.
 */
package de.zuruf.report.staffing;

/**
 * What supervisors see: counts and process times of teams, never of a person. A group that is smaller than the agreed
 * minimum is left out, and so is whatever would let it be computed.
 */
package de.zuruf.app.report;

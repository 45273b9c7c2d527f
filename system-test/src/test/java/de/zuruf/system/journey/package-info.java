/**
 * What people do, with nothing stood in for: sipp dials into a real Asterisk, the server runs as its own process, each person
 * looks at a Chromium of his own.
 */
package de.zuruf.system.journey;

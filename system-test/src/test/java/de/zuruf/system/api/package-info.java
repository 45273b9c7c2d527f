/**
 * The documented HTTP interface from outside, on each database: what each role may do, what bad input is told, and that a
 * call's work is kept. Calls come from the demo PBX; the real one is in the journeys.
 */
package de.zuruf.system.api;

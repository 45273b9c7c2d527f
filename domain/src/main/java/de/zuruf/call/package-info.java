/**
 * One call: who the caller is, what state it is in for each agent, and what remains to be done when nobody answered.
 * The names of causes and reasons are those of the telephony contract, which this package does not know.
 */
package de.zuruf.call;

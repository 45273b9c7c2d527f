/**
 * The other side of the connector: a real Asterisk with sipp as telephones and callers, and a manager interface that
 * misbehaves on purpose, because a real one cannot be made to.
 */
package de.zuruf.system.pbx;

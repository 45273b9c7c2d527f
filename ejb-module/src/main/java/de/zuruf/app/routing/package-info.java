/**
 * What a dialplan is told about a call before anything rings: who calls, by the mirror, and what the routing rules say about it.
 * Nothing is written.
 */
package de.zuruf.app.routing;

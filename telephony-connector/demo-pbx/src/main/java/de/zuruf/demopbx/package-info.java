/**
 * A stand-in for the telephone system alone: it speaks Asterisk's manager protocol over TCP and replays what a real
 * Asterisk 22 said during recorded calls, so that a demo, a test or a benchmark drives the whole real path from the
 * socket on. Plain Java without a container, because the same class runs inside the server and in a unit test.
 */
package de.zuruf.demopbx;

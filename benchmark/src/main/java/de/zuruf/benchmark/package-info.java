/**
 * Measures how long a call takes from the telephone system's socket to an agent's event stream, against a program that does
 * nothing but pass it on, how many frames of the manager interface it takes, and how fast and small the server starts. {@code benchmark/run} is the way in.
 */
package de.zuruf.benchmark;

/**
 * The life of a relationship as a state machine: which phase follows which, when a customer changed, and why. A phase is judged from the
 * one before and from the facts of the day, so that it can be kept up to date day by day or be replayed. A person can overrule it for a time.
 */
package de.zuruf.segment.lifecycle;

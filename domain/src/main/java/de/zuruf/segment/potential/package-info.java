/**
 * How much a customer could buy of us in a year, and which part of it he does: what a person has asked, or what comparable companies
 * buy. The two are different types with different words, so that nobody takes a guess for knowledge.
 */
package de.zuruf.segment.potential;

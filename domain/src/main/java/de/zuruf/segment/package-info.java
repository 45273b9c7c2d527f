/**
 * What a customer is worth, where he stands and how he usually orders: figures computed from his orders, and the words
 * for them. All of it is pure; what depends on the day is derived from stored figures when a call comes in.
 */
package de.zuruf.segment;

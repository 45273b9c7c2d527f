/**
 * How a customer usually orders and what of it is unusual today: silence, the size of orders, product groups, growth. Each signal says its
 * figures in a sentence of either language. Pure functions over a normalised history and over what is known of all customers.
 */
package de.zuruf.segment.rhythm;

/**
 * What a customer may be worth tomorrow: models of when he orders, when he leaves for good and how much an order brings, fitted to
 * the order histories of all customers. Pure functions; the time unit of every model is the week, exact days divided by 7.
 */
package de.zuruf.segment.value;

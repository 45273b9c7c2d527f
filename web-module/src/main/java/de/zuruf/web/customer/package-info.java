/** Customers by REST. */
package de.zuruf.web.customer;

/** The customer as people see him: the card for a call, the search, and the page with the whole history. */
package de.zuruf.app.customer;

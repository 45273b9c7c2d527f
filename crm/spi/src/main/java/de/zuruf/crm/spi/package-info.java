/**
 * The seam to the company's existing CRM. An adapter reads what changed there into the customer mirror and writes back
 * what we create. Adapters are found by {@link java.util.ServiceLoader} and pass the contract kit in this module's
 * test-jar.
 */
package de.zuruf.crm.spi;

/**
 * The CRM adapter {@code xml}: customer data come in as schema-checked files in a drop folder, what we create goes out
 * as files. It also carries the demo company, so that the product runs with no CRM at all.
 *
 * <p>Memory stays flat at any file size: one record at a time goes from the StAX stream through one long-living schema
 * validator and JAXB, and nothing is remembered of it but a hash of its identity.
 */
package de.zuruf.crm.xml;

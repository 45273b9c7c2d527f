package de.zuruf.crm.spi;

/**
 * Where the CRM keeps something.
 *
 * @param type the CRM's own word for the kind of record
 * @param id   identity there
 */
public record CrmReference(String type, String id) {}

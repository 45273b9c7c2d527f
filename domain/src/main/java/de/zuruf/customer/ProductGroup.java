package de.zuruf.customer;

/**
 * A group of products.
 *
 * @param id   identity in the CRM, at most 64 characters
 * @param name as customers and agents call it
 */
public record ProductGroup(String id, String name) {}

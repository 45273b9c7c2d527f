package de.zuruf.customer;

/**
 * A product that can be ordered or once could.
 *
 * @param id        identity in the CRM, at most 64 characters
 * @param name      as customers and agents call it
 * @param groupId   the {@link ProductGroup}
 * @param orderable false when discontinued or out of stock for long: never proposed
 */
public record Product(String id, String name, String groupId, boolean orderable) {}

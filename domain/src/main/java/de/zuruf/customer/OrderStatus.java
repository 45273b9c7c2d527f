package de.zuruf.customer;

/** What became of an order. */
public enum OrderStatus {
    OPEN,
    DELIVERED,
    CANCELLED,
    /** A return; its amounts are negative. */
    RETURNED
}

package de.zuruf.customer;

/** What dialling a number costs, as far as the number itself says so. */
public enum CallCost {
    /** As any other call, or nothing. */
    USUAL,
    /** More than usual, within bounds: service numbers (0180), personal numbers (0700). */
    RAISED,
    /** Without bounds: premium rate (0900, 0190, +979), mass traffic (0137, 0138), directory assistance (118xy), satellites. */
    PREMIUM
}

package de.zuruf.visit;

/** Who keeps a commitment. */
public enum Side {
    US,
    CUSTOMER
}

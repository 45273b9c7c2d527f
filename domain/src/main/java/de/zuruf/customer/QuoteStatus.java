package de.zuruf.customer;

/** State of a quote. */
public enum QuoteStatus {
    OPEN,
    WON,
    LOST
}

package de.zuruf.customer;

/** What a number is that the network knows and that is no subscriber's, and what begins like one. */
public enum ShortCode {
    /** None of these. */
    NONE,
    /** 110, 112, and what the own country has in their place. */
    EMERGENCY,
    /** Directory assistance and premium rate, however many digits follow. */
    DEAR,
    /** Others of 11x: 115, 116117. */
    OTHER
}

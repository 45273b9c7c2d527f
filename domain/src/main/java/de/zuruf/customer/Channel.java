package de.zuruf.customer;

/** By which way a contact took place. */
public enum Channel {
    CALL,
    VISIT,
    MAIL,
    FAIR,
    SHOP
}

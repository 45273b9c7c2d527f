package de.zuruf.customer;

/** Number of people at the customer. */
public enum SizeClass {
    /** 1 to 9. */
    MICRO,
    /** 10 to 49. */
    SMALL,
    /** 50 to 249. */
    MEDIUM,
    /** 250 and more. */
    LARGE
}

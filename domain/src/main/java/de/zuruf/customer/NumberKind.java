package de.zuruf.customer;

/** What a telephone number reaches. */
public enum NumberKind {
    /** Stammnummer: the company's switchboard; direct-dial extensions are appended to it. */
    HEAD,
    /** Durchwahl or other line of one desk. */
    DIRECT,
    /** A mobile telephone. */
    MOBILE
}

package de.zuruf.call;

/** How a call ended, seen from the caller. Same names as the telephony contract's. */
public enum EndCause {
    ANSWERED,
    ABANDONED,
    BUSY,
    NO_ANSWER,
    /** The end was not observed. */
    UNKNOWN
}

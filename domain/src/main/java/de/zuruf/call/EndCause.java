package de.zuruf.call;

/** How a call ended, seen from the caller. Same names as the telephony contract's. */
public enum EndCause {
    ANSWERED,
    ABANDONED,
    BUSY,
    NO_ANSWER,
    /** The end was not observed. */
    UNKNOWN;

    /**
     * {@return the cause that is kept: a call that somebody answered was not missed, whatever ended it}
     *
     * @param answered whether anybody has answered the call
     */
    public EndCause ofCall(boolean answered) {
        return answered && this != UNKNOWN ? ANSWERED : this;
    }
}

package de.zuruf.telephony;

import jakarta.resource.ResourceException;

/** The telephone system answers, and does not do what it is told. */
public class TelephonyRefusedException extends ResourceException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** The account with which the product signs in there lacks the right; {@link #missingRight()} says which. */
        NOT_PERMITTED,
        /** The telephone has hung up in the meantime. */
        CALL_OVER,
        /** It knows no telephone of that name, or no way to that target. */
        UNKNOWN_TARGET,
        /** It has no queue of that name. */
        UNKNOWN_QUEUE,
        /** The telephone is in no such queue. */
        NOT_IN_QUEUE,
        /** The telephone belongs to the queue by configuration and cannot be logged out. */
        FIXED_IN_QUEUE,
        /** It is not set up for that, or not for this call; the message says what is missing. */
        NOT_SET_UP,
        /** Something else, named in the message as the telephone system put it. */
        OTHER
    }

    private final Reason reason;
    private final String missingRight;

    /**
     * @param reason       why
     * @param missingRight the telephone system's word for the right; null unless {@link Reason#NOT_PERMITTED}
     * @param message      the telephone system's own words, without a number
     */
    public TelephonyRefusedException(Reason reason, String missingRight, String message) {
        super(message);
        this.reason = reason;
        this.missingRight = missingRight;
    }

    /** {@return why} */
    public Reason reason() {
        return reason;
    }

    /** {@return the right that is missing, e.g. {@code originate}; null unless {@link Reason#NOT_PERMITTED}} */
    public String missingRight() {
        return missingRight;
    }
}

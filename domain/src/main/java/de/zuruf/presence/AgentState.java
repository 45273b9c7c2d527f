package de.zuruf.presence;

/**
 * Whether an agent can take a call now. It follows from what is known, not from the order in which it became known.
 */
public enum AgentState {
    /** A call would ring at him. */
    AVAILABLE,
    /** His telephone rings. */
    RINGING,
    /** He talks, also when the call is none that has a card. */
    IN_CALL,
    /** Nachbearbeitung: the talk is over, its card is open. */
    WRAP_UP,
    /** He has taken himself out of all his queues, at the screen or at the telephone. */
    PAUSED,
    /** He sits at no telephone, or at one that cannot be reached. */
    OFFLINE;

    /**
     * What is known of an agent.
     *
     * @param atTelephone he has signed in at a telephone
     * @param reachable   false when the telephone system says that this telephone is not there; true when it says nothing
     * @param busy        the telephone is in use, whatever for
     * @param rings       the telephone rings, whatever for
     * @param ringing     one of his calls rings
     * @param talking     in one of his calls he talks
     * @param wrapUp      one of his calls is over and its card open
     * @param pausedByHand he is paused in all his queues, and not (only) because of the wrap-up
     */
    public record Known(
            boolean atTelephone,
            boolean reachable,
            boolean busy,
            boolean rings,
            boolean ringing,
            boolean talking,
            boolean wrapUp,
            boolean pausedByHand) {}

    /** {@return how an agent of whom this is known stands} */
    public static AgentState of(Known known) {
        if (!known.atTelephone()) {
            return OFFLINE;
        }
        if (known.talking()) {
            return IN_CALL;
        }
        if (known.ringing() || known.rings()) {
            return RINGING;
        }
        if (known.busy()) {
            return IN_CALL;
        }
        if (!known.reachable()) {
            return OFFLINE;
        }
        // Whoever pauses while a card is open does not come back by closing it.
        if (known.pausedByHand()) {
            return PAUSED;
        }
        return known.wrapUp() ? WRAP_UP : AVAILABLE;
    }
}

package de.zuruf.call;

/**
 * A call as it stands for one agent. Events may arrive twice or late, so a step that does not apply changes nothing:
 * compare the result with the original to learn whether something happened.
 *
 * @param state      never null
 * @param goneReason only with {@link CallState#GONE}
 */
public record AgentCall(CallState state, GoneReason goneReason) {

    /** It rings. */
    public static final AgentCall RINGING = new AgentCall(CallState.RINGING, null);

    /** It was answered; the ringing may have gone unobserved. */
    public static final AgentCall TALKING = new AgentCall(CallState.TALKING, null);

    private static final AgentCall WRAP_UP = new AgentCall(CallState.WRAP_UP, null);
    private static final AgentCall DONE = new AgentCall(CallState.DONE, null);

    public AgentCall {
        if ((state == CallState.GONE) != (goneReason != null)) {
            throw new IllegalArgumentException("a reason belongs to GONE, and GONE has a reason");
        }
    }

    /** {@return after the telephone has begun to ring: a queue offers the same call again and again} */
    public AgentCall offered() {
        return state == CallState.GONE ? RINGING : this;
    }

    /** {@return after the agent has picked up} */
    public AgentCall answered() {
        return state == CallState.RINGING || state == CallState.GONE ? TALKING : this;
    }

    /** {@return after the telephone has stopped ringing} */
    public AgentCall offerEnded(OfferEndReason reason) {
        return state == CallState.RINGING ? gone(GoneReason.valueOf(reason.name())) : this;
    }

    /** {@return after another telephone has picked up} */
    public AgentCall answeredElsewhere() {
        return state == CallState.RINGING ? gone(GoneReason.ANSWERED_ELSEWHERE) : this;
    }

    /** {@return after the caller's channel is gone} */
    public AgentCall ended(EndCause cause) {
        return switch (state) {
            case RINGING ->
                gone(
                        switch (cause) {
                            case ANSWERED -> GoneReason.ANSWERED_ELSEWHERE;
                            case ABANDONED -> GoneReason.CALLER_GAVE_UP;
                            case BUSY -> GoneReason.BUSY;
                            case NO_ANSWER -> GoneReason.NO_ANSWER;
                            case UNKNOWN -> GoneReason.UNKNOWN;
                        });
            case TALKING -> WRAP_UP;
            case WRAP_UP, DONE, GONE -> this;
        };
    }

    /**
     * {@return after the agent has closed the card}
     *
     * @throws IllegalCardStateException while it rings or is gone
     */
    public AgentCall closed() {
        return switch (state) {
            // Agents tidy up in the last seconds of a talk; the hang-up that follows leaves DONE as it is.
            case TALKING, WRAP_UP, DONE -> DONE;
            case RINGING, GONE -> throw new IllegalCardStateException(state);
        };
    }

    /**
     * {@return after the agent has opened the card again}
     *
     * @throws IllegalCardStateException while it rings or is gone
     */
    public AgentCall reopened(boolean callOver) {
        return switch (state) {
            case DONE -> callOver ? WRAP_UP : TALKING;
            case TALKING, WRAP_UP -> this;
            case RINGING, GONE -> throw new IllegalCardStateException(state);
        };
    }

    private static AgentCall gone(GoneReason reason) {
        return new AgentCall(CallState.GONE, reason);
    }
}

package de.zuruf.call;

/**
 * A call as it stands for one agent. It follows from what is known, not from the order in which it became known: events
 * may arrive twice or late, and a reader after a restart sees what a reader before saw.
 *
 * @param state      never null
 * @param goneReason only with {@link CallState#GONE}
 */
public record AgentCall(CallState state, GoneReason goneReason) {

    public AgentCall {
        if ((state == CallState.GONE) != (goneReason != null)) {
            throw new IllegalArgumentException("a reason belongs to GONE, and GONE has a reason");
        }
    }

    /**
     * What is known of a call and an agent.
     *
     * @param ringing   his telephone rings now
     * @param pickedUp  he has picked up at some time
     * @param talks     he talks with the caller now
     * @param missed    why his telephone stopped ringing without him; null when it rings, never rang or he picked up
     * @param over      the call has ended
     * @param closed    he has closed his card
     * @param ringsBack he has taken over the callback that the call left
     * @param dialling  he is calling, and nobody has picked up yet
     */
    public record Known(
            boolean ringing,
            boolean pickedUp,
            boolean talks,
            GoneReason missed,
            boolean over,
            boolean closed,
            boolean ringsBack,
            boolean dialling) {}

    /** {@return how the call stands for the agent} */
    public static AgentCall of(Known known) {
        // It can ring again at somebody who has parked the caller or passed him on.
        if (known.ringing() && !known.talks()) {
            return in(CallState.RINGING);
        }
        if (known.pickedUp() || known.talks()) {
            return in(talked(known));
        }
        if (known.ringsBack()) {
            return in(CallState.WRAP_UP);
        }
        return known.missed() == null ? in(CallState.DONE) : new AgentCall(CallState.GONE, known.missed());
    }

    private static CallState talked(Known known) {
        if (known.closed()) {
            return CallState.DONE;
        }
        if (known.dialling() && !known.over()) {
            return CallState.DIALLING;
        }
        return known.over() || !known.talks() ? CallState.WRAP_UP : CallState.TALKING;
    }

    private static AgentCall in(CallState state) {
        return new AgentCall(state, null);
    }

    /**
     * Asks whether the agent may close or reopen the card. He may while he still talks: agents tidy up in the last seconds.
     *
     * @throws IllegalCardStateException while it rings, is being dialled or is gone
     */
    public void requireAnswered() {
        if (state == CallState.RINGING || state == CallState.DIALLING || state == CallState.GONE) {
            throw new IllegalCardStateException(state);
        }
    }
}

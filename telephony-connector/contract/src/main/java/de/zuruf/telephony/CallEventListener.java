package de.zuruf.telephony;

import java.util.List;

/** Implemented by the message-driven bean that receives a telephone system's events in order. */
public interface CallEventListener {

    /**
     * Takes what happened next, all of it in one transaction. Several events come together when the earlier ones alone would
     * change nobody's screen: a call that arrives, and the first telephone that rings for it. If the transaction fails, each
     * of them is delivered again by itself.
     *
     * @param events in the order in which they happened, at least one
     */
    void onCallEvents(List<CallEvent> events);
}

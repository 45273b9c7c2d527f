package de.zuruf.telephony;

/**
 * Implemented by the message-driven bean that receives a telephone system's events, one at a time and in order, each
 * in a transaction of its own.
 */
public interface CallEventListener {

    /**
     * @param event what happened, never null
     */
    void onCallEvent(CallEvent event);
}

package de.zuruf.telephony;

/** Implemented by the message-driven bean that tells the dialplan where a call belongs, before anything rings. */
public interface RoutingListener {

    /**
     * Decides while the caller waits: whoever asks gives up after less than half a second and then goes on as if he had
     * not asked. A failure means the same to him.
     *
     * @param request who calls, and where
     * @return what is known to matter; {@link RoutingAnswer#NOTHING} when nothing is
     */
    RoutingAnswer route(RoutingRequest request);
}

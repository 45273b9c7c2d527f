package de.zuruf.telephony;

import jakarta.resource.ResourceException;

/** A handle on the telephone system for what the product tells it; obtained from {@link TelephonyConnectionFactory}. */
public interface Telephony extends AutoCloseable {

    /**
     * Asks the telephone system for a sign of life.
     *
     * @return the PBX's own version text, e.g. {@code Asterisk 22.5.2}
     * @throws ResourceException when there is no session or no answer within two seconds
     */
    String ping() throws ResourceException;

    /** Gives the handle back to the pool. */
    @Override
    void close();
}

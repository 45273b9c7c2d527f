package de.zuruf.telephony;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Outbound side of the resource adapter, bound in JNDI as {@code eis/telephony}. */
public interface TelephonyConnectionFactory extends Serializable, Referenceable {

    /**
     * @return a handle; close it after use
     * @throws ResourceException when the telephone system cannot be reached
     */
    Telephony connect() throws ResourceException;
}

package de.zuruf.telephony;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Outbound side of the resource adapter, bound in JNDI as {@code eis/telephony}. */
public interface TelephonyConnectionFactory extends Serializable, Referenceable {

    /**
     * @return a handle on the telephone system that server.xml names for this factory; close it after use
     * @throws ResourceException when the telephone system cannot be reached
     */
    Telephony connect() throws ResourceException;

    /**
     * @param pbx which of several telephone systems, by its configured name
     * @return a handle; close it after use
     * @throws ResourceException when there is no such telephone system or it cannot be reached
     */
    Telephony connect(String pbx) throws ResourceException;
}

package de.zuruf.telephony.ami;

import de.zuruf.telephony.Telephony;
import de.zuruf.telephony.TelephonyConnectionFactory;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import javax.naming.Reference;

/** What is bound in JNDI. */
final class AmiConnectionFactory implements TelephonyConnectionFactory {

    private static final long serialVersionUID = 1L;

    private final TelephonyManagedConnectionFactory factory;
    private final ConnectionManager manager;
    private Reference reference;

    AmiConnectionFactory(TelephonyManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public Telephony connect() throws ResourceException {
        factory.session();
        return (Telephony) manager.allocateConnection(factory, null);
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}

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
        return connect(factory.getPbx());
    }

    @Override
    public Telephony connect(String pbx) throws ResourceException {
        factory.session(pbx);
        return (Telephony) manager.allocateConnection(factory, new WhichPbx(pbx));
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

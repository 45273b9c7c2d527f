package de.zuruf.telephony.ami;

import de.zuruf.telephony.Telephony;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.manager.TimeoutException;

/** The handle that the application holds. */
final class AmiTelephony implements Telephony {

    private final AtomicReference<AmiManagedConnection> connection = new AtomicReference<>();

    AmiTelephony(AmiManagedConnection connection) {
        this.connection.set(connection);
    }

    @Override
    public String ping() throws ResourceException {
        AmiManagedConnection open = connection.get();
        if (open == null) {
            throw new IllegalStateException("The handle is closed");
        }
        try {
            return open.session().ping();
        } catch (IOException | TimeoutException e) {
            throw new ResourceException("The telephone system does not answer", e);
        }
    }

    @Override
    public void close() {
        AmiManagedConnection open = connection.getAndSet(null);
        if (open != null) {
            open.closed(this);
        }
    }

    void moveTo(AmiManagedConnection other) {
        connection.set(other);
    }

    void invalidate() {
        connection.set(null);
    }
}

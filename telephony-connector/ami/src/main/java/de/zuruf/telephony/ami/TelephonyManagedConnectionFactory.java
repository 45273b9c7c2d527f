package de.zuruf.telephony.ami;

import de.zuruf.telephony.Telephony;
import de.zuruf.telephony.TelephonyConnectionFactory;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;

/**
 * What the product tells a telephone system goes through the session by which its events come: one login, one set of
 * credentials, one place where a loss is noticed. A connection here is therefore only a handle.
 *
 * <p>Property {@code pbx}: the name of the telephone system as given in the activationSpec, default {@code asterisk}; of several the one
 * that is meant where no name is given.
 */
@ConnectionDefinition(
        connectionFactory = TelephonyConnectionFactory.class,
        connectionFactoryImpl = AmiConnectionFactory.class,
        connection = Telephony.class,
        connectionImpl = AmiTelephony.class)
public class TelephonyManagedConnectionFactory implements ManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private transient TelephonyResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;

    @ConfigProperty(defaultValue = "asterisk", description = "Our name for the telephone system")
    private String pbx = "asterisk";

    /** For the container. */
    public TelephonyManagedConnectionFactory() {}

    /** {@return our name for the telephone system} */
    public String getPbx() {
        return pbx;
    }

    /**
     * @param pbx our name for the telephone system
     */
    public void setPbx(String pbx) {
        this.pbx = pbx;
    }

    AmiSession session(String name) throws ResourceException {
        AmiSession session = resourceAdapter == null ? null : resourceAdapter.session(name);
        if (session == null) {
            throw new ResourceException("There is no session with the telephone system " + name);
        }
        return session;
    }

    @Override
    public Object createConnectionFactory(ConnectionManager manager) {
        return new AmiConnectionFactory(this, manager);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("Only within an application server");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info) {
        return new AmiManagedConnection(this, asked(info));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set candidates, Subject subject, ConnectionRequestInfo info) {
        for (Object candidate : candidates) {
            if (candidate instanceof AmiManagedConnection connection && connection.leadsTo(this, asked(info))) {
                return connection;
            }
        }
        return null;
    }

    private String asked(ConnectionRequestInfo info) {
        return info instanceof WhichPbx which ? which.pbx() : pbx;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
        if (!(adapter instanceof TelephonyResourceAdapter telephony)) {
            throw new NotSupportedException("Not the telephony resource adapter: " + adapter);
        }
        resourceAdapter = telephony;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TelephonyManagedConnectionFactory factory
                && Objects.equals(pbx, factory.pbx)
                && resourceAdapter == factory.resourceAdapter;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(pbx);
    }
}

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
 * <table>
 * <caption>Properties</caption>
 * <tr><th>Name</th><th>Meaning</th><th>Values</th><th>Default</th></tr>
 * <tr><td>pbx</td><td>the name of the telephone system as given in the activationSpec; of several the
 * one that is meant where no name is given</td><td></td><td>asterisk</td></tr>
 * <tr><td>dialContext</td><td>dialplan context in which numbers are dialled and callers are passed on</td><td></td><td>zuruf-dial</td></tr>
 * <tr><td>device</td><td>an extension's telephone in Asterisk's notation; {@code {extension}} stands for the extension</td><td></td>
 * <td>PJSIP/{extension}</td></tr>
 * <tr><td>ringSeconds</td><td>how long the own telephone rings before a number is dialled</td><td>5 to 120 s</td><td>30</td></tr>
 * </table>
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

    @ConfigProperty(defaultValue = "zuruf-dial", description = "Dialplan context in which numbers are dialled")
    private String dialContext = "zuruf-dial";

    @ConfigProperty(defaultValue = "PJSIP/{extension}", description = "An extension's telephone as Asterisk calls it")
    private String device = "PJSIP/{extension}";

    @ConfigProperty(defaultValue = "30", description = "How long the own telephone rings, seconds")
    private Integer ringSeconds = 30;

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

    /** {@return the dialplan context in which numbers are dialled} */
    public String getDialContext() {
        return dialContext;
    }

    /**
     * @param dialContext the dialplan context in which numbers are dialled
     */
    public void setDialContext(String dialContext) {
        this.dialContext = dialContext;
    }

    /** {@return an extension's telephone in Asterisk's notation} */
    public String getDevice() {
        return device;
    }

    /**
     * @param device an extension's telephone in Asterisk's notation
     */
    public void setDevice(String device) {
        this.device = device;
    }

    /** {@return how long the own telephone rings, seconds} */
    public Integer getRingSeconds() {
        return ringSeconds;
    }

    /**
     * @param ringSeconds how long the own telephone rings, 5 to 120 s; what is out of range is taken to its end
     */
    public void setRingSeconds(Integer ringSeconds) {
        this.ringSeconds = Math.max(5, Math.min(120, ringSeconds));
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
                && Objects.equals(dialContext, factory.dialContext)
                && Objects.equals(device, factory.device)
                && Objects.equals(ringSeconds, factory.ringSeconds)
                && resourceAdapter == factory.resourceAdapter;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(pbx);
    }
}

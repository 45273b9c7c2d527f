package de.zuruf.telephony.ami;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** The pool's side of a handle; holds nothing but the way to the session. */
final class AmiManagedConnection implements ManagedConnection {

    private final TelephonyManagedConnectionFactory factory;
    private final String pbx;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<AmiTelephony> handles = ConcurrentHashMap.newKeySet();
    private PrintWriter logWriter;

    AmiManagedConnection(TelephonyManagedConnectionFactory factory, String pbx) {
        this.factory = factory;
        this.pbx = pbx;
    }

    AmiSession session() throws ResourceException {
        return factory.session(pbx);
    }

    String pbx() {
        return pbx;
    }

    TelephonyManagedConnectionFactory factory() {
        return factory;
    }

    boolean leadsTo(TelephonyManagedConnectionFactory other, String name) {
        return factory.equals(other) && pbx.equals(name);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
        AmiTelephony handle = new AmiTelephony(this);
        handles.add(handle);
        return handle;
    }

    void closed(AmiTelephony handle) {
        handles.remove(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void cleanup() {
        handles.forEach(AmiTelephony::invalidate);
        handles.clear();
    }

    @Override
    public void destroy() {
        cleanup();
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof AmiTelephony handle)) {
            throw new NotSupportedException("Not a telephony handle: " + connection);
        }
        handle.moveTo(this);
        handles.add(handle);
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("A telephone system takes part in no transaction");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("A telephone system takes part in no transaction");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new ManagedConnectionMetaData() {
            @Override
            public String getEISProductName() {
                return "Asterisk";
            }

            @Override
            public String getEISProductVersion() throws ResourceException {
                return session().version();
            }

            @Override
            public int getMaxConnections() {
                return 0;
            }

            @Override
            public String getUserName() {
                return "";
            }
        };
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }
}

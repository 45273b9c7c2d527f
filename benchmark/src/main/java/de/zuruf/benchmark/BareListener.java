package de.zuruf.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.event.BridgeEvent;
import org.asteriskjava.manager.event.DialEvent;
import org.asteriskjava.manager.event.ManagerEvent;

/** asterisk-java's connection with a listener that counts the events of the stream, and nothing else. */
final class BareListener implements FrameReceiver {

    private final DefaultManagerConnection connection;
    private final AtomicLong events = new AtomicLong();

    BareListener(int port, ExecutorService threads) throws Exception {
        connection = new DefaultManagerConnection("127.0.0.1", port, "zuruf", "zuruf");
        connection.addEventListener(this::count);
        connection.login();
    }

    private void count(ManagerEvent event) {
        // Only what came over the wire with a privilege: asterisk-java tells of the connection too, and of each dial
        // and bridge a
        // second time in the shape that old Asterisks gave it.
        boolean made = event instanceof BridgeEvent || event.getClass() == DialEvent.class;
        if (!made && event.getPrivilege() != null && !event.getPrivilege().startsWith("system")) {
            events.incrementAndGet();
        }
    }

    @Override
    public long done() {
        return events.get();
    }

    @Override
    public long each(FrameStream stream) {
        return stream.frames();
    }

    @Override
    public void close() {
        connection.logoff();
    }
}

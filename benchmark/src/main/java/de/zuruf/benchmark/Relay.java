package de.zuruf.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.event.DialStateEvent;

/**
 * The least that could work: asterisk-java's listener writes caller and extension to the one event stream concerned. No
 * database, no transaction, no security, no container. The product's latency is given as a multiple of this program's.
 *
 * <p>With a database it also does the least that a card which is true tomorrow needs: asks whose number it is and what is
 * open there, stores the call and the ringing telephone, and commits before it tells anybody ({@link StoredRing}). That is
 * what the machine charges for the database's round trips, whoever makes them.
 *
 * <p>Arguments: port of the manager interface, HTTP port, JDBC address or nothing. Runs until it is killed.
 */
public final class Relay {

    private final Map<String, OutputStream> streams = new ConcurrentHashMap<>();

    private final StoredRing store;

    private Relay(StoredRing store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        var relay = new Relay(arguments.length > 2 ? new StoredRing(arguments[2]) : null);
        var http = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])), 256);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/stream", relay::open);
        http.start();
        var connection = new DefaultManagerConnection("127.0.0.1", Integer.parseInt(arguments[0]), "zuruf", "any");
        connection.addEventListener(event -> {
            if (event instanceof DialStateEvent state) {
                relay.rings(state);
            }
        });
        connection.login();
    }

    private void open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": connected\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        // The stream stays open: the exchange is not closed.
        streams.put(exchange.getRequestURI().getQuery().replace("extension=", ""), out);
    }

    private void rings(DialStateEvent event) {
        String channel = event.getDestChannel();
        if (!"RINGING".equals(event.getDialStatus()) || channel == null) {
            return;
        }
        OutputStream out = streams.get(channel.substring(channel.indexOf('/') + 1, channel.lastIndexOf('-')));
        if (out == null) {
            return;
        }
        if (store != null) {
            store.store(event.getDestLinkedId(), event.getCallerIdNum(), channel);
        }
        String text = "event: call\ndata: {\"state\":\"RINGING\",\"number\":\"" + event.getCallerIdNum() + "\"}\n\n";
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

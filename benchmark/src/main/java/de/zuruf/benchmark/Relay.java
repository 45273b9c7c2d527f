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
 * <p>Arguments: port of the manager interface, HTTP port. Runs until it is killed.
 */
public final class Relay {

    private final Map<String, OutputStream> streams = new ConcurrentHashMap<>();

    private Relay() {}

    public static void main(String[] arguments) throws Exception {
        var relay = new Relay();
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
        String text = "event: call\ndata: {\"state\":\"RINGING\",\"number\":\"" + event.getCallerIdNum() + "\"}\n\n";
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

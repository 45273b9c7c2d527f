package de.zuruf.telephony.ami;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * The connection to the manager interface. asterisk-java reads its responses from here line by line; events are cut out
 * on the way, as soon as their last line is in, and go straight to our queue.
 *
 * <p>Nothing that the other side sends can take more memory than the limits below.
 */
final class AmiSocket implements SocketConnectionFacade {

    /** Longer lines are cut; Asterisk's own limit for a field is lower. */
    static final int MAXIMUM_LINE = 8_192;

    static final int MAXIMUM_FIELDS = 200;
    private static final int MAXIMUM_RESPONSE_LINES = 2_000;
    private static final int CONNECT_MILLIS = 5_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Consumer<AmiFrame> events;
    private final StringBuilder outgoing = new StringBuilder();

    private final byte[] buffer = new byte[16_384];
    private int next;
    private int end;
    private byte[] line = new byte[256];
    private int responseLines;
    private volatile long heard = System.nanoTime();

    /**
     * Connects.
     *
     * @param events called by the reading thread for each event that {@link PbxTranslator#RELEVANT} names; must return at
     *               once
     * @throws IOException when the other side cannot be reached, or with TLS is not who it should be
     */
    AmiSocket(String host, int port, boolean tls, Consumer<AmiFrame> events) throws IOException {
        this.events = events;
        Socket plain = new Socket();
        Socket ready = plain;
        try {
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            plain.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            if (tls) {
                // The JVM's default is the server's default SSL configuration.
                SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
                SSLSocket secured = (SSLSocket) factory.createSocket(plain, host, port, true);
                ready = secured;
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
                secured.setSoTimeout(CONNECT_MILLIS);
                secured.startHandshake();
                secured.setSoTimeout(0);
            }
            this.in = ready.getInputStream();
            this.out = ready.getOutputStream();
            this.socket = ready;
        } catch (IOException | RuntimeException e) {
            ready.close();
            throw e;
        }
    }

    /** {@return the next line that is no part of an event; null at the end of the stream} */
    @Override
    public String readLine() throws IOException {
        for (String text = line(); text != null; text = line()) {
            if (responseLines == 0 && text.startsWith("Event:")) {
                event(text);
                continue;
            }
            if (text.isEmpty()) {
                responseLines = 0;
            } else if (!text.startsWith("Asterisk Call Manager/") && ++responseLines > MAXIMUM_RESPONSE_LINES) {
                throw new IOException("A response of more than " + MAXIMUM_RESPONSE_LINES + " lines");
            }
            return text;
        }
        return null;
    }

    private void event(String first) throws IOException {
        String name = first.substring("Event:".length()).strip();
        if (!PbxTranslator.RELEVANT.contains(name)) {
            skipEvent();
            return;
        }
        Map<String, String> fields = new HashMap<>(64);
        for (String text = line(); text != null; text = line()) {
            if (text.isEmpty()) {
                events.accept(new AmiFrame(name, fields));
                return;
            }
            int colon = text.indexOf(':');
            if (colon > 0 && fields.size() < MAXIMUM_FIELDS) {
                fields.put(text.substring(0, colon), text.substring(colon + 1).strip());
            }
        }
        // The stream ended within an event: half of one means nothing.
    }

    /** Reads up to the empty line. A good part of what a telephone system says is about devices, tones and variables. */
    private void skipEvent() throws IOException {
        int length = 0;
        byte last = 0;
        while (next < end || fill()) {
            byte b = buffer[next++];
            if (b != '\n') {
                length++;
                last = b;
            } else if (length == 0 || length == 1 && last == '\r') {
                return;
            } else {
                length = 0;
            }
        }
    }

    /** Reads up to a line feed; what exceeds the limit is dropped. */
    private String line() throws IOException {
        int length = 0;
        while (true) {
            if (next == end && !fill()) {
                return null;
            }
            byte b = buffer[next++];
            if (b == '\n') {
                if (length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                return new String(line, 0, length, StandardCharsets.UTF_8);
            }
            if (length < MAXIMUM_LINE) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, Math.min(2 * length, MAXIMUM_LINE));
                }
                line[length++] = b;
            }
        }
    }

    /** {@return whether there is more to be read; false at the end of the stream} */
    private boolean fill() throws IOException {
        end = Math.max(0, in.read(buffer));
        next = 0;
        if (end == 0) {
            // That the other side has gone is nothing that it has said.
            return false;
        }
        heard = System.nanoTime();
        return true;
    }

    /** {@return the {@link System#nanoTime()} at which the other side last sent something; of connecting, if it has not} */
    long heard() {
        return heard;
    }

    @Override
    public void write(String text) {
        outgoing.append(text);
    }

    @Override
    public void flush() throws IOException {
        out.write(outgoing.toString().getBytes(StandardCharsets.UTF_8));
        outgoing.setLength(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected() && !socket.isClosed();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}

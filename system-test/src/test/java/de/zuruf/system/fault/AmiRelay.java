package de.zuruf.system.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lies between the server and Asterisk's manager interface. It can go deaf, as a network does that drops packets: connections
 * stand, and nothing comes through. It can say things of its own.
 */
final class AmiRelay implements AutoCloseable {

    private static final byte[] END_OF_FRAME = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listening;
    private final int pbxPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "ami-relay");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private volatile boolean deaf;

    AmiRelay(int pbxPort) {
        this.pbxPort = pbxPort;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on nothing comes through, on connections that stand and on new ones. */
    void goDeaf() {
        deaf = true;
        lines.forEach(line -> line.dead = true);
    }

    /** Ends the connections that stand. */
    void cut() {
        lines.forEach(Line::close);
    }

    /** New connections work again; what stood in the meantime stays dead. */
    void hear() {
        deaf = false;
    }

    /** Says something to whoever is connected, between two frames of the PBX. */
    void say(byte[] frames) {
        lines.stream().filter(line -> !line.dead).forEach(line -> line.say(frames));
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    private void connect(Socket server) throws IOException {
        try {
            var line = new Line(server, new Socket(InetAddress.getLoopbackAddress(), pbxPort), deaf);
            lines.add(line);
            threads.execute(line::fromServer);
            threads.execute(line::fromPbx);
        } catch (IOException away) {
            // The PBX is not there, and whoever wants to talk to it is told so.
            server.close();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach(Line::close);
        threads.shutdownNow();
    }

    /** One connection. */
    private final class Line {
        private final Socket server;
        private final Socket pbx;
        private final Object saying = new Object();
        private volatile boolean dead;
        private int matched;

        Line(Socket server, Socket pbx, boolean dead) {
            this.server = server;
            this.pbx = pbx;
            this.dead = dead;
        }

        private void fromServer() {
            pump(server, pbx, false);
        }

        private void fromPbx() {
            pump(pbx, server, true);
        }

        private void pump(Socket from, Socket to, boolean frames) {
            byte[] buffer = new byte[16_384];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (dead) {
                        continue;
                    }
                    if (frames) {
                        forward(out, buffer, read);
                    } else {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException e) {
                // One side has closed; the other is closed with it.
                dead = true;
            } finally {
                close();
                lines.remove(this);
            }
        }

        private void forward(OutputStream out, byte[] buffer, int length) throws IOException {
            synchronized (saying) {
                out.write(buffer, 0, length);
                for (int i = 0; i < length; i++) {
                    if (matched == END_OF_FRAME.length) {
                        matched = 0;
                    }
                    matched = buffer[i] == END_OF_FRAME[matched] ? matched + 1 : buffer[i] == END_OF_FRAME[0] ? 1 : 0;
                }
                saying.notifyAll();
            }
        }

        private void say(byte[] frames) {
            synchronized (saying) {
                try {
                    while (matched != END_OF_FRAME.length && !dead) {
                        saying.wait(1_000);
                    }
                    server.getOutputStream().write(frames);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
        }

        void close() {
            for (Socket socket : List.of(server, pbx)) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}

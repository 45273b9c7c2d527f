package de.zuruf.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Reads and counts bytes: what the sender and the loopback interface are able to. */
final class PlainReader implements FrameReceiver {

    private static final byte[] LOGIN =
            "Action: Login\r\nUsername: zuruf\r\nSecret: zuruf\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    private static final String LAST_OF_LOGIN = "Status: Fully Booted\r\n\r\n";

    private final Socket socket;
    private final AtomicLong bytes = new AtomicLong();

    PlainReader(int port, ExecutorService threads) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        InputStream in = socket.getInputStream();
        socket.getOutputStream().write(LOGIN);
        var said = new StringBuilder();
        while (said.indexOf(LAST_OF_LOGIN) < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the telephone system hung up");
            }
            said.append((char) c);
        }
        threads.execute(() -> count(in));
    }

    private void count(InputStream in) {
        byte[] buffer = new byte[16_384];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                bytes.addAndGet(length);
            }
        } catch (IOException e) {
            // Closed by this side; whoever waits for the count sees what is missing.
        }
    }

    @Override
    public long done() {
        return bytes.get();
    }

    @Override
    public long each(FrameStream stream) {
        return stream.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package de.zuruf.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many event streams read by one thread, so that reading costs the measured server little of the machine. The time of an event
 * is taken right after the read that brought its last byte.
 */
final class SseClients implements AutoCloseable {

    /** Where an agent's stream is. {@code headers} are further lines of the request, each ending in CRLF. */
    record Stream(String extension, String path, String headers) {}

    /** Told of every event. {@code text} is the event's lines in ISO 8859-1, {@code at} is of {@link System#nanoTime()}. */
    @FunctionalInterface
    interface Listener {
        void event(String extension, String text, long at);
    }

    private final Selector selector = Selector.open();
    private final Listener listener;
    private final CountDownLatch answered;
    private final Thread reader;
    private volatile boolean closed;
    private volatile String broken;

    SseClients(InetSocketAddress server, List<Stream> streams, Listener listener) throws IOException {
        this.listener = listener;
        answered = new CountDownLatch(streams.size());
        for (Stream stream : streams) {
            SocketChannel channel = SocketChannel.open(server);
            channel.write(ByteBuffer.wrap(request(server, stream).getBytes(StandardCharsets.US_ASCII)));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Reading(stream.extension()));
        }
        reader = new Thread(this::read, "sse-clients");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@return what a client sends to open a stream} */
    static String request(InetSocketAddress server, Stream stream) {
        return "GET " + stream.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.getPort()
                + "\r\nAccept: text/event-stream\r\n" + stream.headers() + "\r\n";
    }

    /** Waits until every server answer has begun and was 200. */
    void awaitAnswers() throws InterruptedException {
        if (!answered.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    answered.getCount() + " event streams had no answer within 60 s; " + broken);
        }
        check();
    }

    /** Fails if a stream was refused or has ended. */
    void check() {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        try {
            while (!closed) {
                selector.select(1000);
                var keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    SelectionKey key = keys.next();
                    keys.remove();
                    buffer.clear();
                    int count = ((SocketChannel) key.channel()).read(buffer);
                    long at = System.nanoTime();
                    var reading = (Reading) key.attachment();
                    if (count < 0) {
                        key.cancel();
                        broken = "the stream of extension " + reading.extension + " has ended";
                        continue;
                    }
                    buffer.flip();
                    reading.accept(buffer, at);
                }
            }
        } catch (IOException e) {
            if (!closed) {
                broken = e.toString();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        try {
            reader.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }

    /** One stream's response: header, then chunks, whose boundaries mean nothing, then events between blank lines. */
    private final class Reading {
        private final String extension;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final ByteArrayOutputStream event = new ByteArrayOutputStream();
        private boolean header = true;
        private boolean chunked;
        private int chunkLeft;
        private int previous;

        Reading(String extension) {
            this.extension = extension;
        }

        void accept(ByteBuffer buffer, long at) {
            while (buffer.hasRemaining()) {
                if (header) {
                    headerByte(buffer.get());
                } else if (!chunked) {
                    eventByte(buffer.get(), at);
                } else if (chunkLeft == 0) {
                    chunkSizeByte(buffer.get());
                } else {
                    eventByte(buffer.get(), at);
                    chunkLeft--;
                }
            }
        }

        private void headerByte(byte b) {
            line.write(b);
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                if (text.endsWith("\r\n\r\n")) {
                    if (!text.startsWith("HTTP/1.1 200")) {
                        broken = "the stream of extension " + extension + " was refused: "
                                + text.lines().findFirst().orElse("");
                    }
                    chunked = text.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked");
                    header = false;
                    line.reset();
                    answered.countDown();
                }
            }
        }

        private void chunkSizeByte(byte b) {
            if (b != '\n') {
                line.write(b);
                return;
            }
            String text = line.toString(StandardCharsets.ISO_8859_1).strip();
            line.reset();
            if (!text.isEmpty()) {
                int semicolon = text.indexOf(';');
                chunkLeft = Integer.parseInt(semicolon < 0 ? text : text.substring(0, semicolon), 16);
            }
        }

        private void eventByte(byte b, long at) {
            if (b == '\r') {
                return;
            }
            if (b == '\n' && previous == '\n') {
                if (event.size() > 0) {
                    listener.event(extension, event.toString(StandardCharsets.ISO_8859_1), at);
                    event.reset();
                }
            } else {
                event.write(b);
            }
            previous = b;
        }
    }
}

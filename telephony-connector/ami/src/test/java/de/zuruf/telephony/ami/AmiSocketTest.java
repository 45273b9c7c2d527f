package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is cut out of the stream, and what is passed over. */
@Timeout(60)
class AmiSocketTest {

    private final List<String> hangups = new ArrayList<>();

    /** {@return the lines that are left for asterisk-java} */
    private List<String> read(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            AmiSocket socket = new AmiSocket(
                    "127.0.0.1", server.getLocalPort(), false, frame -> hangups.add(frame.get("Uniqueid")));
            try {
                for (String line = socket.readLine(); line != null; line = socket.readLine()) {
                    lines.add(line);
                }
                assertNull(socket.readLine());
            } finally {
                socket.close();
            }
            sent.join();
        }
        return lines;
    }

    @Test
    void whatIsNotLookedAtIsPassedOverToItsEndAndNoFurther() throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String end : List.of("\r\n\r\n", "\n\n", "\r\n\n", "\n\r\n")) {
            // Around the size of the buffer, so that the end lies now before, now behind its edge.
            for (int length = 16_300; length < 16_400; length++) {
                String id = expected.size() + ".1";
                text.append("Event: DeviceStateChange\r\nQueue: ").append("x".repeat(length));
                text.append(end)
                        .append("Event: Hangup\r\nUniqueid: ")
                        .append(id)
                        .append("\r\n\r\n");
                expected.add(id);
            }
        }
        assertEquals(List.of(), read(text.toString()));
        assertEquals(expected, hangups);
    }

    @Test
    void anEventWithinWhatIsPassedOverIsNone() throws Exception {
        List<String> left = read("Event: DeviceStateChange\r\n\r\r\nEvent: Hangup\r\nUniqueid: 1.1\r\n\r\n"
                + "Event: DeviceStateChange\r\n\r\nEvent: Hangup\r\nUniqueid: 1.2\r\n\r\n"
                + "Response: Success\r\nPing: Pong\r\n\r\nEvent: DeviceStateChange\r\nDevice: PJSIP/2");
        assertEquals(List.of("Response: Success", "Ping: Pong", ""), left);
        assertEquals(List.of("1.2"), hangups);
    }

    @Test
    void theEndOfTheStreamIsNoSignOfLife() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AmiSocket socket = new AmiSocket("127.0.0.1", server.getLocalPort(), false, frame -> {});
            try (Socket client = server.accept()) {
                client.getOutputStream().write("Ping: Pong\r\n".getBytes(StandardCharsets.UTF_8));
                assertEquals("Ping: Pong", socket.readLine());
                long heard = socket.heard();
                client.close();
                assertNull(socket.readLine());
                assertEquals(heard, socket.heard());
            } finally {
                socket.close();
            }
        }
    }
}

package de.zuruf.demopbx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DemoPbxTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final DemoPbx pbx = new DemoPbx(0, "zuruf", "geheim", executor, Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        pbx.start();
    }

    @AfterEach
    void stop() {
        pbx.close();
        executor.shutdownNow();
    }

    /** A manager client that knows nothing of the product's own. */
    private static final class Client implements AutoCloseable {
        final Socket socket;
        final BufferedReader in;
        final String banner;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            banner = in.readLine();
        }

        void send(String... lines) throws IOException {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        }

        Map<String, String> frame() throws IOException {
            Map<String, String> frame = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    return frame;
                }
                frame.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip());
            }
            return null;
        }

        List<String> eventsUntil(String event, int times) throws IOException {
            List<String> seen = new ArrayList<>();
            for (int left = times; left > 0; ) {
                Map<String, String> frame = frame();
                assertFalse(frame.toString().contains("${"), "a placeholder is left: " + frame);
                seen.add(frame.get("Event"));
                left -= event.equals(frame.get("Event")) ? 1 : 0;
            }
            return seen;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Client loggedIn() throws IOException {
        Client client = new Client(pbx.port());
        client.send("Action: Login", "Username: zuruf", "Secret: geheim", "ActionID: 1");
        assertEquals("Success", client.frame().get("Response"));
        assertEquals("FullyBooted", client.frame().get("Event"));
        return client;
    }

    @Test
    void logsInByChallenge() throws Exception {
        try (Client client = new Client(pbx.port())) {
            assertEquals("Asterisk Call Manager/11.0.0", client.banner);
            client.send("Action: Challenge", "AuthType: MD5", "ActionID: 1");
            String challenge = client.frame().get("Challenge");
            String key = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5")
                            .digest((challenge + "geheim").getBytes(StandardCharsets.UTF_8)));
            client.send("Action: Login", "AuthType: MD5", "Username: zuruf", "Key: " + key, "ActionID: 2");
            assertEquals(
                    Map.of("Response", "Success", "ActionID", "2", "Message", "Authentication accepted"),
                    client.frame());
        }
    }

    @Test
    void refusesAWrongPasswordAndWhoeverHasNotLoggedIn() throws IOException {
        try (Client client = new Client(pbx.port())) {
            client.send("Action: CoreShowChannels", "ActionID: 1");
            assertEquals("Permission denied", client.frame().get("Message"));
            client.send("Action: Login", "Username: zuruf", "Secret: falsch", "ActionID: 2");
            assertEquals("Authentication failed", client.frame().get("Message"));
            assertNull(client.frame());
        }
        assertEquals(0, pbx.clients());
    }

    @Test
    void playsAQueueCallThatOneOfThreeAnswers() throws IOException {
        try (Client client = loggedIn();
                Client other = loggedIn()) {
            DemoCall call = pbx.ring(new CallRequest(
                    "+493023125417", "Elektro Hansen", "03023125100", "vertrieb", List.of("201", "202", "203")));
            assertEquals(DemoCall.State.RINGING, call.state());
            assertEquals(List.of("201", "202", "203"), call.ringing());
            Map<String, String> first = client.frame();
            assertEquals("Newchannel", first.get("Event"));
            assertEquals("+493023125417", first.get("CallerIDNum"));
            assertEquals("Elektro Hansen", first.get("CallerIDName"));
            assertEquals(call.linkedId(), first.get("Linkedid"));
            assertTrue(client.eventsUntil("DialState", 3).contains("QueueCallerJoin"));
            other.eventsUntil("DialState", 3);

            call.answer("202");
            assertEquals("202", call.answeredBy());
            assertTrue(client.eventsUntil("AgentConnect", 1).contains("DialEnd"));
            assertThrows(IllegalStateException.class, () -> call.answer("201"));

            call.hangUp();
            assertTrue(client.eventsUntil("AgentComplete", 1).contains("Hangup"));
            assertEquals(DemoCall.State.ENDED, call.state());
            assertEquals(List.of(), pbx.calls());
        }
    }

    @Test
    void listsItsChannels() throws IOException {
        try (Client client = loggedIn()) {
            DemoCall call = pbx.ring(new CallRequest(null, null, "03023125208", null, List.of("208")));
            client.eventsUntil("DialState", 1);
            client.eventsUntil("DeviceStateChange", 1);
            client.send("Action: CoreShowChannels", "ActionID: 7");
            assertEquals("Channels will follow", client.frame().get("Message"));
            Map<String, String> caller = client.frame();
            assertEquals("anonymous", caller.get("CallerIDNum"));
            assertEquals("Ring", caller.get("ChannelStateDesc"));
            Map<String, String> leg = client.frame();
            assertEquals("Ringing", leg.get("ChannelStateDesc"));
            assertEquals(call.linkedId(), leg.get("Linkedid"));
            assertEquals("2", client.frame().get("ListItems"));
        }
    }

    @Test
    void answersWhatItDoesNotKnowWithAnError() throws IOException {
        try (Client client = loggedIn()) {
            client.send("Action: Command", "ActionID: 9");
            assertEquals(
                    Map.of("Response", "Error", "ActionID", "9", "Message", "Invalid/unknown command"), client.frame());
            client.send("Action: Ping", "ActionID: 10");
            assertEquals("Pong", client.frame().get("Ping"));
            client.send("Action: Logoff");
            assertEquals("Goodbye", client.frame().get("Response"));
            assertNull(client.frame());
        }
    }

    @Test
    void cutsOffAnEndlessAction() throws IOException {
        try (Client client = loggedIn()) {
            client.socket.getOutputStream().write("x".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            assertThrowsOrNull(client);
        }
    }

    private static void assertThrowsOrNull(Client client) {
        try {
            assertNull(client.frame());
        } catch (IOException reset) {
            // A connection that is closed with unread data is reset.
            assertTrue(reset.getMessage() != null);
        }
    }

    @Test
    void everyEndOfACallIsPlayable() throws IOException {
        try (Client client = loggedIn()) {
            CallRequest queue = new CallRequest("030123", "A", "100", "vertrieb", List.of("201", "202"));
            CallRequest direct = new CallRequest("201", null, "208", null, List.of("208"));
            CallRequest nobody = new CallRequest("030123", "A", "100", "vertrieb", List.of());
            for (CallRequest request : List.of(queue, direct, nobody)) {
                pbx.ring(request).abandon();
                pbx.ring(request).hangUp();
                DemoCall rejected = pbx.ring(request);
                rejected.ringing().forEach(rejected::reject);
                assertEquals(request.queue() == null ? DemoCall.State.ENDED : DemoCall.State.WAITING, rejected.state());
                rejected.abandon();
                rejected.abandon();
            }
            // The callers' and the telephones' channels of all nine calls hang up, each once.
            client.eventsUntil("Hangup", 3 * 3 + 3 * 2 + 3);
            assertEquals(List.of(), pbx.calls());
        }
    }

    @Test
    void refusesValuesThatWouldForgeFrames() {
        List<String> one = List.of("201");
        assertThrows(
                IllegalArgumentException.class, () -> new CallRequest("030", "a\r\nEvent: Hangup", "100", "q", one));
        assertThrows(IllegalArgumentException.class, () -> new CallRequest("030", null, "100", "q\n", one));
        assertThrows(IllegalArgumentException.class, () -> new CallRequest("030", null, "1 0", "q", one));
        assertThrows(IllegalArgumentException.class, () -> new CallRequest("030", null, "100", null, List.of()));
        assertFalse(
                new CallRequest("030123", "Hansen", "100", "q", one).toString().contains("030123"));
    }

    @Test
    void beginsPreparedCallsAtARate() throws IOException {
        try (Client client = loggedIn()) {
            List<DemoCall> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                calls.add(pbx.prepare(new CallRequest("030123" + i, null, "100", "vertrieb", List.of("201"))));
            }
            List<Long> stamps = new ArrayList<>();
            long before = System.nanoTime();
            pbx.begin(calls, 200, (call, nanos) -> stamps.add(nanos));
            client.eventsUntil("DialState", 10);
            assertEquals(10, stamps.size());
            for (int i = 0; i < stamps.size(); i++) {
                assertTrue(stamps.get(i) - before >= i * 5_000_000L, "call " + i + " is early");
            }
        }
    }

    private static Map<String, String> act(Client client, String... lines) throws IOException {
        client.send(lines);
        while (true) {
            Map<String, String> frame = client.frame();
            if (frame.containsKey("Response")) {
                return frame;
            }
        }
    }

    @Test
    void hasQueuesWhoseMembersComeGoAndPause() throws Exception {
        pbx.queue("technik", "207");
        try (Client client = loggedIn()) {
            client.send("Action: QueueAdd", "Queue: technik", "Interface: PJSIP/208", "Paused: false", "ActionID: 1");
            assertEquals("QueueMemberAdded", client.frame().get("Event"));
            assertEquals("Added interface to queue", client.frame().get("Message"));
            assertEquals(
                    "Unable to add interface: Already there",
                    act(client, "Action: QueueAdd", "Queue: technik", "Interface: PJSIP/208")
                            .get("Message"));
            client.send("Action: QueuePause", "Interface: PJSIP/208", "Paused: true", "Reason: Mittag");
            Map<String, String> paused = client.frame();
            assertEquals("QueueMemberPause", paused.get("Event"));
            assertEquals("Mittag", paused.get("PausedReason"));
            assertEquals("Success", client.frame().get("Response"));
            assertTrue(pbx.paused("technik", "208"));
            client.send("Action: QueueStatus", "ActionID: 2");
            assertEquals(
                    List.of("QueueParams", "QueueMember", "QueueMember", "QueueStatusComplete"),
                    client.eventsUntil("QueueStatusComplete", 1).stream()
                            .filter(event -> event != null)
                            .toList());
            assertEquals(
                    "Member not dynamic",
                    act(client, "Action: QueueRemove", "Queue: technik", "Interface: PJSIP/207")
                            .get("Message"));
        }
    }

    @Test
    void whoeverWaitsRingsAtATelephoneThatCanBeCalledAgain() throws Exception {
        pbx.queue("technik", "207");
        try (Client client = loggedIn()) {
            act(client, "Action: QueuePause", "Interface: PJSIP/207", "Paused: true", "Reason: Mittag");
            DemoCall call = pbx.ring(new CallRequest("06990009123", null, "03023125160", "technik", List.of()));
            assertEquals(DemoCall.State.WAITING, call.state());
            act(client, "Action: QueuePause", "Interface: PJSIP/207", "Paused: false");
            assertEquals(List.of("207"), call.ringing());
            call.answer("207");
            assertEquals("207", call.answeredBy());
        }
    }
}

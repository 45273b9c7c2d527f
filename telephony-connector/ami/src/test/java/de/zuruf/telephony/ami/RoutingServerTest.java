package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallerLine;
import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingRequest;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.InvalidPropertyException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the socket to the bean and back, over real TCP. */
@Timeout(60)
class RoutingServerTest {

    /** As Asterisk 22 asks. */
    private static final String QUESTION = """
            agi_network: yes
            agi_network_script: route
            agi_request: agi://127.0.0.1:4573/route
            agi_channel: PJSIP/trunk-00000007
            agi_language: de
            agi_type: PJSIP
            agi_uniqueid: 1763800000.7
            agi_version: 22.5.2
            agi_callerid: +498999998417
            agi_calleridname: "Hansen" \\ <x>
            agi_callingpres: 0
            agi_callingani2: 0
            agi_callington: 0
            agi_callingtns: 0
            agi_dnid: 03023125100
            agi_rdnis: unknown
            agi_context: zuruf
            agi_extension: ask
            agi_priority: 1
            agi_enhanced: 0.0
            agi_accountcode:\s
            agi_threadid: 140
            agi_arg_1: 03023125100

            """;

    private static final RoutingAnswer VIP =
            new RoutingAnswer("vip", 20, "208", true, "de", List.of("key-account", "from-abroad"));

    private final Container container = new Container();
    private final TelephonyResourceAdapter adapter = new TelephonyResourceAdapter();
    private final RoutingActivationSpec spec = new RoutingActivationSpec();
    private final RecordedLog log = new RecordedLog();

    @BeforeEach
    void start() throws IOException {
        log.open();
        spec.setPbx("test");
        spec.setHost("127.0.0.1");
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            spec.setPort(probe.getLocalPort());
        }
        // Longer than any pause of the machine, where it is not the matter itself.
        spec.setAnswerMillis(5_000);
        adapter.start(container);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        container.close();
        log.close();
        assertEquals(List.of(), container.violations());
        assertTrue(
                log.lines().stream().noneMatch(line -> line.contains("998417")),
                log.lines().toString());
    }

    private void listen() throws ResourceException, InterruptedException {
        adapter.endpointActivation(container, spec);
        log.await("ZURUF1031I");
    }

    /** The side of Asterisk. */
    private final class Asterisk implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), spec.getPort());
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Asterisk() throws IOException {}

        Asterisk say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        /** {@return the next command; null when it was hung up} */
        String hear() throws IOException {
            try {
                return in.readLine();
            } catch (SocketException reset) {
                // It was hung up while there was more to read.
                return null;
            }
        }

        /** {@return all commands, each of which is carried out} */
        List<String> carryOut() throws IOException {
            List<String> commands = new ArrayList<>();
            for (String command = hear(); command != null; command = hear()) {
                commands.add(command);
                say("200 result=1\n");
            }
            return commands;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private List<String> ask() throws IOException {
        try (Asterisk asterisk = new Asterisk()) {
            return asterisk.say(QUESTION).carryOut();
        }
    }

    @Test
    void aQuestionIsAnsweredWithVariables() throws Exception {
        AtomicReference<RoutingRequest> asked = new AtomicReference<>();
        container.router(request -> {
            asked.set(request);
            return VIP;
        });
        listen();
        assertEquals(
                List.of(
                        "SET VARIABLE \"ZURUF_QUEUE\" \"vip\"",
                        "SET VARIABLE \"ZURUF_PRIORITY\" \"20\"",
                        "SET VARIABLE \"ZURUF_EXTENSION\" \"208\"",
                        "SET VARIABLE \"ZURUF_VIP\" \"1\"",
                        "SET VARIABLE \"ZURUF_LANGUAGE\" \"de\"",
                        "SET VARIABLE \"ZURUF_RULES\" \"key-account+from-abroad\"",
                        "SET VARIABLE \"ZURUF_ANSWERED\" \"1\""),
                ask());
        assertEquals(
                new RoutingRequest(
                        "test",
                        "1763800000.7",
                        new CallerLine("+498999998417", "\"Hansen\" \\ <x>"),
                        "03023125100",
                        "de"),
                asked.get());
    }

    @Test
    void aCallerOfWhomNothingIsKnownIsAnsweredToo() throws Exception {
        AtomicReference<RoutingRequest> asked = new AtomicReference<>();
        container.router(request -> {
            asked.set(request);
            return RoutingAnswer.NOTHING;
        });
        listen();
        try (Asterisk asterisk = new Asterisk()) {
            asterisk.say("""
                    agi_uniqueid: 1.1
                    agi_callerid: unknown
                    agi_calleridname: unknown
                    agi_language: d";x
                    agi_extension: s

                    """);
            assertEquals(List.of("SET VARIABLE \"ZURUF_ANSWERED\" \"1\""), asterisk.carryOut());
        }
        assertEquals(new RoutingRequest("test", "1.1", CallerLine.WITHHELD, null, null), asked.get());
    }

    @Test
    void aQuestionMayComeInPieces() throws Exception {
        container.router(request -> VIP);
        listen();
        try (Asterisk asterisk = new Asterisk()) {
            asterisk.socket.setTcpNoDelay(true);
            for (char c : QUESTION.replace("\n", "\r\n").toCharArray()) {
                asterisk.say(String.valueOf(c));
            }
            assertEquals(7, asterisk.carryOut().size());
        }
    }

    @Test
    void whatTheBeanCannotAnswerIsHungUpAndToldOnce() throws Exception {
        container.router(request -> {
            throw new IllegalStateException("no database");
        });
        listen();
        for (int i = 0; i < 30; i++) {
            assertEquals(List.of(), ask());
        }
        container.router(request -> null);
        assertEquals(List.of(), ask());
        container.unavailableFor(1);
        assertEquals(List.of(), ask());
        container.router(request -> VIP);
        assertEquals(7, ask().size());
        assertTrue(log.await("ZURUF1035W").contains("1 times"));
        assertTrue(
                log.lines().stream().noneMatch(line -> line.startsWith("ZURUF1035W")),
                log.lines().toString());
    }

    @Test
    void whatTakesTooLongIsHungUpAndTheNextIsAnswered() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        container.router(request -> {
            await(slow);
            return VIP;
        });
        spec.setAnswerMillis(50);
        spec.setConcurrent(2);
        listen();
        assertEquals(List.of(), ask());
        assertEquals(List.of(), ask());
        log.await("ZURUF1033W");
        // Both places are taken although nobody waits any more: the third is not even begun.
        container.router(request -> {
            throw new AssertionError("one too many at the same time");
        });
        assertEquals(List.of(), ask());
        container.router(request -> VIP);
        slow.countDown();
        List<String> answer = ask();
        while (answer.isEmpty()) {
            answer = ask();
        }
        assertEquals(7, answer.size());
        assertTrue(
                log.lines().stream().noneMatch(line -> line.startsWith("ZURUF1035W")),
                log.lines().toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoSaysNothingOrNotEnoughIsHungUp() throws Exception {
        spec.setAnswerMillis(1_000);
        listen();
        try (Asterisk silent = new Asterisk();
                Asterisk slow = new Asterisk();
                Asterisk mute = new Asterisk()) {
            slow.say("agi_network: yes\nagi_req");
            // Asks, but never says whether a command was carried out.
            mute.say(QUESTION);
            assertEquals("SET VARIABLE \"ZURUF_ANSWERED\" \"1\"", mute.hear());
            assertNull(silent.hear());
            assertNull(slow.hear());
            assertNull(mute.hear());
        }
    }

    @Test
    void whatIsNoQuestionIsHungUpAtOnce() throws Exception {
        container.router(request -> {
            throw new AssertionError("not to be asked");
        });
        listen();
        List<String> garbage = List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\n",
                "\u0000\u0001\u0002\n",
                "agi_network: yes\nagi_uniqueid: \n\n",
                "agi_uniqueid: " + "1".repeat(151) + "\n\n",
                "agi_x: " + "x".repeat(AgiDialogue.MAXIMUM_LINE) + "\n\n",
                "agi_x".repeat(AgiDialogue.MAXIMUM_LINE),
                "agi_same: value\n".repeat(AgiDialogue.MAXIMUM_QUESTION / 10));
        for (String text : garbage) {
            try (Asterisk asterisk = new Asterisk()) {
                try {
                    asterisk.say(text);
                } catch (SocketException hungUp) {
                    // Before the end of it was sent.
                }
                assertNull(asterisk.hear(), text.substring(0, Math.min(20, text.length())));
            }
        }
        assertTrue(
                log.lines().stream().noneMatch(line -> line.startsWith("ZURUF1035W")),
                log.lines().toString());
    }

    @Test
    void aCallerWhoHasHungUpEndsTheAnswer() throws Exception {
        container.router(request -> VIP);
        listen();
        for (String reply : List.of("511 Command Not Permitted on a dead channel\n", "510 no\n", "520-no\n", "x\n")) {
            try (Asterisk asterisk = new Asterisk()) {
                asterisk.say(QUESTION);
                assertEquals("SET VARIABLE \"ZURUF_QUEUE\" \"vip\"", asterisk.hear());
                asterisk.say(reply);
                assertNull(asterisk.hear(), reply);
            }
        }
        try (Asterisk asterisk = new Asterisk()) {
            asterisk.say(QUESTION);
            asterisk.hear();
            asterisk.say("HANGUP\n").say("200 result=1\n");
            assertEquals("SET VARIABLE \"ZURUF_PRIORITY\" \"20\"", asterisk.hear());
        }
        try (Asterisk asterisk = new Asterisk()) {
            asterisk.say(QUESTION);
            asterisk.hear();
            asterisk.say("HANGUP\n".repeat(1_000));
            assertNull(asterisk.hear());
        }
    }

    @Test
    void aThousandConnectionsKeepNobodyFromBeingAnswered() throws Exception {
        container.router(request -> VIP);
        spec.setAnswerMillis(500);
        listen();
        List<Asterisk> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                idle.add(new Asterisk());
            }
            List<String> answer = ask();
            while (answer.isEmpty()) {
                answer = ask();
            }
            assertEquals(7, answer.size());
            for (Asterisk each : idle) {
                assertNull(each.hear());
            }
        } finally {
            for (Asterisk each : idle) {
                each.close();
            }
        }
        log.await("ZURUF1033W");
    }

    @Test
    void whoIsNotAllowedIsHungUpAndTold() throws Exception {
        spec.setClients("192.0.2.5, ::1");
        listen();
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(), ask());
        }
        assertTrue(log.await("ZURUF1034W").contains("127.0.0.1 asked"));
        assertTrue(
                log.lines().stream().noneMatch(line -> line.startsWith("ZURUF1034W")),
                log.lines().toString());
    }

    @Test
    void aTakenPortIsToldOnceAndTriedAgain() throws Exception {
        container.router(request -> VIP);
        try (ServerSocket other = new ServerSocket(spec.getPort(), 1, InetAddress.getLoopbackAddress())) {
            adapter.endpointActivation(container, spec);
            assertTrue(log.await("ZURUF1032E").contains(String.valueOf(other.getLocalPort())));
        }
        log.await("ZURUF1031I");
        assertEquals(7, ask().size());
    }

    @Test
    void theEndWaitsForWhatTheBeanHasInHand() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        container.router(request -> {
            begun.countDown();
            await(proceed);
            done.countDown();
            return VIP;
        });
        listen();
        try (Asterisk asterisk = new Asterisk()) {
            asterisk.say(QUESTION);
            begun.await();
            Thread stopping = new Thread(() -> adapter.endpointDeactivation(container, spec));
            stopping.start();
            assertNull(asterisk.hear());
            assertTrue(stopping.isAlive());
            proceed.countDown();
            stopping.join();
            assertEquals(0, done.getCount());
        }
        log.await("ZURUF1037I");
        assertThrows(IOException.class, this::ask);
        container.awaitWorks();
    }

    @Test
    void withoutAPortNothingListens() throws Exception {
        spec.setPort(0);
        adapter.endpointActivation(container, spec);
        container.awaitWorks();
        assertTrue(log.lines().isEmpty(), log.lines().toString());
    }

    @Test
    void wrongSettingsAreNamed() {
        spec.setPbx(" ");
        spec.setHost("");
        spec.setPort(65_536);
        spec.setClients("127.0.0.1,pbx.example");
        spec.setAnswerMillis(49);
        spec.setConcurrent(0);
        String message =
                assertThrows(InvalidPropertyException.class, spec::validate).getMessage();
        assertTrue(message.contains("[pbx, host, port, clients, answerMillis, concurrent]"), message);
        assertFalse(new RoutingActivationSpec().clientAddresses().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "a\"b", "a\nb", "a,b", "${EXTEN}", "a;b", "ä", "a|b", "a)b", "a\\b", "a&b", "a/b"})
    void anAnswerCannotHoldWhatADialplanWouldRead(String text) {
        List<String> none = List.of();
        assertThrows(IllegalArgumentException.class, () -> new RoutingAnswer(text, null, null, false, null, none));
        assertThrows(IllegalArgumentException.class, () -> new RoutingAnswer(null, null, text, false, null, none));
        assertThrows(IllegalArgumentException.class, () -> new RoutingAnswer(null, null, null, false, text, none));
        assertThrows(
                IllegalArgumentException.class, () -> new RoutingAnswer(null, null, null, false, null, List.of(text)));
    }

    @Test
    void aPriorityHasItsRange() {
        for (int wrong : new int[] {-1, RoutingAnswer.MAXIMUM_PRIORITY + 1}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new RoutingAnswer(null, wrong, null, false, null, List.of()));
        }
    }
}

package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.EndCause;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.Telephony;
import de.zuruf.telephony.TelephonyRefusedException;
import de.zuruf.telephony.TelephonyRefusedException.Reason;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.InvalidPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole inbound path from the socket to the listener, over real TCP. */
@Timeout(60)
class TelephonyResourceAdapterTest {

    private static final CallRequest QUEUE =
            new CallRequest("+498999998417", "Elektro Hansen", "03023125100", "vertrieb", List.of("201", "202"));

    @TempDir
    private Path temporary;

    private final Container container = new Container();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final TelephonyResourceAdapter adapter = new TelephonyResourceAdapter();
    private final TelephonyActivationSpec spec = new TelephonyActivationSpec();
    private final RecordedLog log = new RecordedLog();
    private DemoPbx pbx;

    @BeforeEach
    void start() {
        log.open();
        spec.setPbx("test");
        spec.setUser("zuruf");
        spec.setPassword("geheim");
        spec.setInternalContexts("internal");
        spec.setReconnectSeconds(1);
        spec.setPingSeconds(1);
        adapter.start(container);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        if (pbx != null) {
            pbx.close();
        }
        executor.shutdownNow();
        container.close();
        log.close();
        assertEquals(List.of(), container.violations());
        assertTrue(
                log.lines().stream().noneMatch(line -> line.contains("998417") || line.contains("geheim")),
                log.lines().toString());
    }

    private DemoPbx pbx(int port) throws IOException {
        pbx = new DemoPbx(port, "zuruf", "geheim", executor, Clock.systemUTC());
        pbx.start();
        spec.setPort(pbx.port());
        return pbx;
    }

    /**
     * A free port below those that the kernel hands out, for what closes it and opens it again: even a connector that
     * redials could be given one of those as its own.
     */
    private static int fixedPort() throws IOException {
        for (int port = 20_000 + new Random().nextInt(10_000); port < 32_000; port++) {
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new BindException("no free port");
    }

    private void activate() throws ResourceException {
        adapter.endpointActivation(container, spec);
    }

    private String awaitMessage(String number) throws InterruptedException {
        return log.await(number);
    }

    @Test
    void deliversACallFromTheSocketToTheBean() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        DemoCall call = pbx.ring(QUEUE);
        container.await(CallEvent.Offered.class, 2);
        call.answer("202");
        container.await(CallEvent.OfferEnded.class, 1);
        call.hangUp();
        List<CallEvent> events = container.await(CallEvent.Ended.class, 1);
        assertEquals("""
                connected, gap since null, live 0
                call 1: arrived from +498999998417 (Elektro Hansen) to 03023125100 queue vertrieb
                call 1: rings at 201 for +498999998417 queue vertrieb
                call 1: rings at 202 for +498999998417 queue vertrieb
                call 1: answered by 202
                call 1: stops ringing at 201: ANSWERED_ELSEWHERE
                call 1: no longer talks: 202
                call 1: ended: ANSWERED
                """, Frames.story(events));
        CallEvent.Offered offered =
                assertInstanceOf(CallEvent.Offered.class, ofCalls(events).get(2));
        assertEquals(call.linkedId(), offered.call().linkedId());
        assertEquals("test", offered.pbx());
    }

    @Test
    void everyEndAtTheDemoPbxIsUnderstood() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        CallRequest direct = new CallRequest("201", null, "208", null, List.of("208"));
        CallRequest anonymous = new CallRequest(null, null, "03023125208", null, List.of("208"));
        pbx.ring(QUEUE).abandon();
        pbx.ring(QUEUE).hangUp();
        pbx.ring(anonymous).abandon();
        pbx.ring(anonymous).hangUp();
        pbx.ring(anonymous).reject("208");
        DemoCall internal = pbx.ring(direct);
        internal.answer("208");
        internal.hangUp();
        List<CallEvent> events = container.await(CallEvent.Ended.class, 6);
        AmiTranslatorTest.assertConsistent(events);
        assertEquals(
                List.of(
                        EndCause.ABANDONED,
                        EndCause.NO_ANSWER,
                        EndCause.ABANDONED,
                        EndCause.NO_ANSWER,
                        EndCause.BUSY,
                        EndCause.ANSWERED),
                events.stream()
                        .filter(CallEvent.Ended.class::isInstance)
                        .map(event -> ((CallEvent.Ended) event).cause())
                        .toList());
        List<CallEvent.Arrived> arrived = events.stream()
                .filter(CallEvent.Arrived.class::isInstance)
                .map(CallEvent.Arrived.class::cast)
                .toList();
        assertTrue(arrived.get(2).caller().withheld());
        assertFalse(arrived.get(2).internal());
        assertTrue(arrived.get(5).internal());
    }

    @Test
    void anAbsentPbxIsWaitedFor() throws Exception {
        int port = fixedPort();
        spec.setPort(port);
        activate();
        awaitMessage("ZURUF1002W");
        assertEquals(List.of(), container.delivered());
        pbx(port);
        container.await(CallEvent.Connected.class, 1);
        awaitMessage("ZURUF1001I");
    }

    @Test
    void aPbxThatDiesAndReturnsLeavesNoGhost() throws Exception {
        int port = pbx(fixedPort()).port();
        activate();
        container.await(CallEvent.Connected.class, 1);
        pbx.ring(QUEUE);
        container.await(CallEvent.Offered.class, 2);
        pbx.close();
        container.await(CallEvent.Disconnected.class, 1);
        awaitMessage("ZURUF1005W");
        pbx(port);
        // Queues are told beside it, sooner or later.
        List<CallEvent> events = container.await(CallEvent.Connected.class, 2).stream()
                .filter(event -> !(event instanceof CallEvent.OfQueue))
                .toList();
        CallEvent.Connected again = assertInstanceOf(CallEvent.Connected.class, events.get(events.size() - 1));
        assertEquals(Set.of(), again.liveCalls());
        CallEvent.Disconnected lost = assertInstanceOf(CallEvent.Disconnected.class, events.get(events.size() - 2));
        assertEquals(lost.at(), again.since());
        pbx.ring(QUEUE).abandon();
        container.await(CallEvent.Ended.class, 1);
    }

    @Test
    void aCutConnectionIsResynchronised() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        DemoCall first = pbx.ring(QUEUE);
        container.await(CallEvent.Offered.class, 2);
        pbx.dropClients();
        // While nobody listens: one call is answered, another begins.
        first.answer("201");
        DemoCall second = pbx.ring(new CallRequest("06990009123", null, "03023125208", null, List.of("208")));
        List<CallEvent> events = container.await(CallEvent.Offered.class, 3);
        events = container.await(list -> list.stream().anyMatch(CallEvent.Answered.class::isInstance));
        String story = Frames.story(events);
        assertTrue(story.contains("live 2\n"), story);
        assertTrue(story.contains("call 1: answered by 201"), story);
        assertTrue(story.contains("call 2: rings at 208"), story);
        first.hangUp();
        second.abandon();
        AmiTranslatorTest.assertConsistent(container.await(CallEvent.Ended.class, 2));
    }

    @Test
    void aWrongPasswordIsSaidClearlyAndNotHammered() throws Exception {
        pbx(0);
        spec.setPassword("geheim-falsch");
        activate();
        awaitMessage("ZURUF1003E");
        // The next attempt is 12 s away; a second message within one second would be hammering.
        assertNull(log.next(1));
        assertEquals(List.of(), container.delivered());
    }

    @Test
    void garbageNeitherBreaksNorBlocksTheConnector() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        byte[] noise = new byte[300_000];
        new Random(7).nextBytes(noise);
        pbx.raw(noise);
        pbx.raw("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        pbx.raw(("Event: Newchannel\r\nUniqueid: " + "x".repeat(2_000_000) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        pbx.raw(("Event: Newchannel\r\n" + "Field: value\r\n".repeat(50_000) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        pbx.raw("Event\r\n: \r\nEvent:\r\n\r\n\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        pbx.ring(QUEUE).abandon();
        AmiTranslatorTest.assertConsistent(container.await(CallEvent.Ended.class, 1));
    }

    @Test
    void whoeverIsNoPbxAtAllIsLeftAlone() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            executor.execute(() -> {
                byte[] noise = new byte[50_000];
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        socket.getOutputStream().write(noise);
                    } catch (IOException e) {
                        // The client hangs up in the middle, which is what it should do.
                        continue;
                    }
                }
            });
            spec.setPort(server.getLocalPort());
            activate();
            awaitMessage("ZURUF1002W");
            assertEquals(List.of(), container.delivered());
        }
    }

    @Test
    void aHalfOpenConnectionIsNoticedAndReplaced() throws Exception {
        pbx(0);
        // A proxy that can fall silent without closing: what a firewall does that forgets a connection.
        AtomicInteger deadConnections = new AtomicInteger();
        try (Relay relay =
                new Relay(pbx.port(), (connection, text) -> connection <= deadConnections.get() ? "" : text)) {
            spec.setPort(relay.port());
            activate();
            container.await(CallEvent.Connected.class, 1);
            deadConnections.set(1);
            pbx.ring(QUEUE).abandon();
            Instant missed = Clock.systemUTC().instant();
            container.await(CallEvent.Disconnected.class, 1);
            awaitMessage("ZURUF1005W");
            List<CallEvent> events = ofCalls(container.await(CallEvent.Connected.class, 2));
            CallEvent.Connected again = assertInstanceOf(CallEvent.Connected.class, events.get(events.size() - 1));
            assertEquals(events.get(events.size() - 2).at(), again.since());
            assertTrue(again.since().isBefore(missed), "the call of which nothing was heard lies within the gap");
        }
    }

    @Test
    void aLossIsNoticedWithinFiveSecondsByDefault() {
        int interval = new TelephonyActivationSpec().getPingSeconds();
        assertTrue(1_000 * interval + AmiSession.PING_MILLIS < 5_000, "interval and answer, and something to spare");
    }

    @Test
    void onlyASilentPbxIsAskedForASignOfLife() {
        assertEquals(20, PbxWork.patience(1_000, 1_000, 20), "it has just said something");
        assertEquals(5, PbxWork.patience(1_000, 1_015, 20));
        assertEquals(0, PbxWork.patience(1_000, 1_020, 20));
        assertEquals(0, PbxWork.patience(1_000, 5_000, 20));
        assertEquals(20, PbxWork.patience(Long.MIN_VALUE, Long.MIN_VALUE, 20), "nanoTime may be any number");
        assertEquals(19, PbxWork.patience(Long.MAX_VALUE, Long.MIN_VALUE, 20), "and flow over");
    }

    /** Rights taken away in a running session: the PBX refuses what needs no right, then the login of the next session. */
    @Test
    void rightsThatAreTakenAwayInARunningSessionAreSaidAndTriedAgain() throws Exception {
        int port = pbx(fixedPort()).port();
        AtomicInteger revoked = new AtomicInteger();
        try (Relay relay = new Relay(
                port,
                (connection, text) -> connection <= revoked.get()
                        ? text.replaceAll(
                                "Response: Success\r\n(ActionID: [^\r]*\r\n)?Ping: Pong\r\n",
                                "Response: Error\r\n$1Message: Permission denied\r\n")
                        : text)) {
            spec.setPort(relay.port());
            activate();
            container.await(CallEvent.Connected.class, 1);
            awaitMessage("ZURUF1001I");
            revoked.set(1);
            String lost = awaitMessage("ZURUF1005W");
            assertTrue(lost.contains("manager user zuruf may no longer run Ping"), lost);
            // Given back meanwhile: the next attempt finds all in order.
            container.await(CallEvent.Connected.class, 2);
            awaitMessage("ZURUF1001I");
            // The user is gone from manager.conf and the PBX closes his session.
            pbx.close();
            pbx = new DemoPbx(port, "zuruf", "ein-anderes", executor, Clock.systemUTC());
            pbx.start();
            awaitMessage("ZURUF1005W");
            awaitMessage("ZURUF1003E");
        }
    }

    /** Hands on what both sides say; what the PBX says goes through a function of the connection's number, from 1, first. */
    private final class Relay implements AutoCloseable {
        private final ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final BiFunction<Integer, String, String> answers;
        private final int target;

        Relay(int target, BiFunction<Integer, String, String> answers) throws IOException {
            this.target = target;
            this.answers = answers;
            executor.execute(this::accept);
        }

        int port() {
            return proxy.getLocalPort();
        }

        private void accept() {
            for (int number = 1; !proxy.isClosed(); number++) {
                int connection = number;
                Socket client;
                try {
                    client = proxy.accept();
                } catch (IOException e) {
                    assertTrue(proxy.isClosed());
                    return;
                }
                try {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    executor.execute(() -> copy(client, server, text -> text));
                    executor.execute(() -> copy(server, client, text -> answers.apply(connection, text)));
                } catch (IOException e) {
                    close(client);
                }
            }
        }

        private void copy(Socket from, Socket to, UnaryOperator<String> change) {
            byte[] buffer = new byte[8_192];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    String text = change.apply(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
                    to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // One of the two has hung up; the test looks at the connector, not at the proxy.
                return;
            }
        }

        private void close(Socket socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            proxy.close();
        }
    }

    @Test
    void anEventThatFailsIsDeliveredAgainAndOrderIsKept() throws Exception {
        pbx(0);
        AtomicInteger failures = new AtomicInteger(2);
        container.listener(event -> {
            if (event instanceof CallEvent.Offered && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("database away");
            }
        });
        activate();
        container.await(CallEvent.Connected.class, 1);
        container.failNextCommit();
        pbx.ring(QUEUE).abandon();
        assertEquals("""
                connected, gap since null, live 0
                call 1: arrived from +498999998417 (Elektro Hansen) to 03023125100 queue vertrieb
                call 1: rings at 201 for +498999998417 queue vertrieb
                call 1: rings at 202 for +498999998417 queue vertrieb
                call 1: stops ringing at 201: CALLER_GAVE_UP
                call 1: stops ringing at 202: CALLER_GAVE_UP
                call 1: ended: ABANDONED
                """, Frames.story(container.await(CallEvent.Ended.class, 1)));
        awaitMessage("ZURUF1007W");
    }

    @Test
    void anEventThatAlwaysFailsIsGivenUpAndTheOthersGoOn() throws Exception {
        pbx(0);
        AtomicInteger attempts = new AtomicInteger();
        container.listener(event -> {
            if (event instanceof CallEvent.Arrived) {
                attempts.incrementAndGet();
                throw new IllegalStateException("never");
            }
        });
        activate();
        container.await(CallEvent.Connected.class, 1);
        pbx.ring(QUEUE).abandon();
        container.await(CallEvent.Ended.class, 1);
        assertEquals(1 + CallEventPump.ATTEMPTS, attempts.get(), "together with the first ring, then by itself");
        awaitMessage("ZURUF1008E");
    }

    @Test
    void anApplicationThatStillStartsMissesNothing() throws Exception {
        pbx(0);
        container.unavailableFor(3);
        DemoCall call = pbx.ring(QUEUE);
        activate();
        List<CallEvent> events = container.await(CallEvent.Offered.class, 2);
        assertEquals(
                Set.of(call.linkedId()),
                assertInstanceOf(CallEvent.Connected.class, events.get(0)).liveCalls());
    }

    @Test
    void whenProcessingIsTooSlowTheStateIsReadAnew() throws Exception {
        pbx(0);
        spec.setQueueCapacity(100);
        CountDownLatch slow = new CountDownLatch(1);
        container.listener(event -> {
            if (event instanceof CallEvent.Arrived) {
                try {
                    slow.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        activate();
        container.await(CallEvent.Connected.class, 1);
        List<DemoCall> calls = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            calls.add(pbx.ring(QUEUE));
        }
        awaitMessage("ZURUF1006W");
        slow.countDown();
        List<CallEvent> events = container.await(CallEvent.Offered.class, 60);
        AmiTranslatorTest.assertConsistent(events);
        CallEvent.Connected again = events.stream()
                .filter(CallEvent.Connected.class::isInstance)
                .map(CallEvent.Connected.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertEquals(30, again.liveCalls().size());
        calls.get(29).abandon();
        container.await(CallEvent.Ended.class, 1);
    }

    @Test
    void twoThousandCallsArriveCompleteAndInOrder() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            DemoCall call = pbx.ring(QUEUE);
            expected.add(call.linkedId());
            call.abandon();
            // Not more at a time than the queue holds, however slow the machine is.
            container.await(CallEvent.Ended.class, i - 50);
        }
        List<CallEvent> events = container.await(CallEvent.Ended.class, 2_000);
        assertEquals(
                expected,
                events.stream()
                        .filter(CallEvent.Ended.class::isInstance)
                        .map(event -> ((CallEvent.Ended) event).call().linkedId())
                        .toList());
        AmiTranslatorTest.assertConsistent(events);
    }

    @Test
    void nothingIsDeliveredAfterDeactivation() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        // On its way while the application stops.
        DemoCall call = pbx.ring(QUEUE);
        adapter.endpointDeactivation(container, spec);
        List<CallEvent> before = container.delivered();
        call.abandon();
        awaitNoClient();
        container.awaitWorks();
        assertEquals(before, container.delivered());
    }

    /** The connector has closed its connection; the PBX notices that on a thread of its own, a moment later. */
    private void awaitNoClient() throws InterruptedException {
        while (pbx.clients() > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("The connector is still connected");
            }
            Thread.onSpinWait();
        }
    }

    /** Without what is told of queues, which comes in between. */
    private static List<CallEvent> ofCalls(List<CallEvent> events) {
        return events.stream()
                .filter(event -> !(event instanceof CallEvent.OfQueue))
                .toList();
    }

    private String queueStory() throws InterruptedException {
        return Frames.queueStory(container.delivered());
    }

    @Test
    void logsIntoQueuesAndPausesAndHearsOfIt() throws Exception {
        pbx(0);
        pbx.queue("technik", "207");
        activate();
        container.await(CallEvent.QueuesKnown.class, 1);
        try (Telephony telephony = factoryFor("test").connect()) {
            telephony.queueAdd("technik", "208", "Agent 208", false);
            telephony.queueAdd("technik", "208", null, true);
            telephony.queuePause(null, "208", true, "Mittag");
            telephony.queuePause("technik", "207", true, null);
            telephony.queuePause("technik", "207", false, null);
            telephony.queueRemove("technik", "208");
            telephony.queueRemove("technik", "208");
            container.await(CallEvent.QueueMemberGone.class, 1);
            assertEquals(Reason.UNKNOWN_QUEUE, refused(() -> telephony.queueAdd("nirgends", "208", null, false)));
            assertEquals(Reason.UNKNOWN_QUEUE, refused(() -> telephony.queueRemove("nirgends", "208")));
            assertEquals(Reason.FIXED_IN_QUEUE, refused(() -> telephony.queueRemove("technik", "207")));
            assertEquals(Reason.NOT_IN_QUEUE, refused(() -> telephony.queuePause(null, "208", true, "Mittag")));
        }
        assertEquals("""
                the queues are known
                  technik: 207 FREE
                technik: 208 logged in FREE
                technik: 208 logged in FREE paused (Mittag)
                technik: 207 FREE paused (null)
                technik: 207 FREE
                technik: 208 gone
                """, queueStory());
    }

    @Test
    void knowsTheQueuesAgainAfterALoss() throws Exception {
        pbx(0);
        pbx.queue("technik", "207");
        activate();
        container.await(CallEvent.QueuesKnown.class, 1);
        pbx.dropClients();
        pbx.queue("technik", "208");
        List<CallEvent> delivered = container.await(CallEvent.QueuesKnown.class, 2);
        CallEvent.QueuesKnown known = delivered.stream()
                .filter(CallEvent.QueuesKnown.class::isInstance)
                .map(CallEvent.QueuesKnown.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(2, known.queues().get(0).members().size());
    }

    /** As an Asterisk does that has just been started. */
    @Test
    void queuesThatAreLoadedLateAreAskedForAgain() throws Exception {
        int port = pbx(0).port();
        pbx.queue("technik", "207");
        AtomicInteger refusals = new AtomicInteger(2);
        try (Relay relay = new Relay(
                port,
                (connection, text) ->
                        text.contains("Message: Queue status will follow") && refusals.getAndDecrement() > 0
                                ? text.replaceAll(
                                        "(?s)Response: Success\r\n(ActionID: [^\r]*\r\n)EventList: start\r\nMessage: Queue status.*?"
                                                + "Event: QueueStatusComplete.*?\r\n\r\n",
                                        "Response: Error\r\n$1Message: Invalid/unknown command: QueueStatus.\r\n\r\n")
                                : text)) {
            spec.setPort(relay.port());
            activate();
            container.await(CallEvent.QueuesKnown.class, 1);
            assertEquals("""
                    the queues are known
                      technik: 207 FREE
                    """, queueStory());
            assertTrue(refusals.get() < 0, "asked a third time");
        }
    }

    @Test
    void answersAPing() throws Exception {
        pbx(0);
        AmiConnectionFactory connections = factoryFor("test");
        assertThrows(ResourceException.class, connections::connect);
        activate();
        container.await(CallEvent.Connected.class, 1);
        awaitMessage("ZURUF1001I");
        try (Telephony telephony = connections.connect()) {
            assertEquals("Asterisk 22.10.1", telephony.ping());
            telephony.close();
            assertThrows(ResourceException.class, telephony::ping);
        }
    }

    private static Reason refused(Executable order) {
        return assertThrows(TelephonyRefusedException.class, order).reason();
    }

    @Test
    void dialsAndHangsUp() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        try (Telephony telephony = factoryFor("test").connect()) {
            CallKey key = new CallKey(telephony.pbx(), CallKey.DIALLED + "1");
            assertEquals("test", telephony.pbx());
            telephony.dial(key, "201", "006990009123", "Hansen \"&\r\nAction: x\" <1>");
            DemoCall call = pbx.calls().get(0);
            assertEquals(key.linkedId(), call.linkedId());
            assertEquals(List.of("201"), call.ringing());
            call.answer("201");
            call.answer(DemoCall.OUTSIDE);
            container.await(CallEvent.Reached.class, 1);
            telephony.hangUp(key.linkedId());
            List<CallEvent> events = container.await(CallEvent.Ended.class, 1);
            assertEquals("""
                    connected, gap since null, live 0
                    call 1: 201 calls 006990009123
                    call 1: reached
                    call 1: ended: ANSWERED
                    """, Frames.story(events));
            assertEquals(Reason.CALL_OVER, refused(() -> telephony.hangUp(key.linkedId())));
            // The own telephone rejects: nobody is dialled, and the end is told.
            telephony.dial(new CallKey("test", CallKey.DIALLED + "2"), "201", "006990009123", null);
            pbx.calls().get(0).reject("201");
            container.await(CallEvent.Ended.class, 2);
            // Given up while it rings at the other end.
            telephony.dial(new CallKey("test", CallKey.DIALLED + "3"), "201", "207", null);
            pbx.calls().get(0).answer("201");
            container.await(CallEvent.Offered.class, 1);
            telephony.hangUp(CallKey.DIALLED + "3");
            AmiTranslatorTest.assertConsistent(container.await(CallEvent.Ended.class, 3));
        }
    }

    private CallEvent.Answered answered(DemoCall call) throws Exception {
        container.await(CallEvent.Offered.class, 2);
        call.answer("202");
        return (CallEvent.Answered) container.await(CallEvent.Answered.class, 1).stream()
                .filter(CallEvent.Answered.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksAndParks() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        DemoCall call = pbx.ring(QUEUE);
        CallEvent.Answered answered = answered(call);
        try (Telephony telephony = factoryFor("test").connect()) {
            assertThrows(ResourceException.class, () -> telephony.consult(answered.legId(), "207#"));
            assertThrows(ResourceException.class, () -> telephony.consult("/.*/", "207"));
            assertThrows(ResourceException.class, () -> telephony.park(answered.call(), "201\r\nAction: x"));
            telephony.consult(answered.legId(), "207");
            container.await(CallEvent.Consults.class, 1);
            telephony.cancelConsultation(answered.legId());
            container.await(CallEvent.Resumed.class, 1);
            telephony.consult(answered.legId(), "207");
            container.await(CallEvent.Consults.class, 2);
            call.answer("207");
            container.await(CallEvent.Consults.class, 3);
            telephony.hangUp(answered.legId());
            container.await(CallEvent.Transferred.class, 1);
            telephony.park(answered.call(), "207");
            container.await(CallEvent.Parked.class, 1);
            assertEquals(
                    TelephonyRefusedException.Reason.CALL_OVER,
                    refused(() -> telephony.consult(answered.legId(), "207")));
            telephony.dial(new CallKey("test", CallKey.DIALLED + "1"), "207", "701", null);
            pbx.calls().get(1).answer("207");
        }
        container.await(CallEvent.Answered.class, 4);
        call.hangUp();
        // Of the call with which he was fetched as well.
        List<CallEvent> events = container.await(CallEvent.Ended.class, 3);
        AmiTranslatorTest.assertConsistent(events);
        assertTrue(
                Frames.withoutRaces(Frames.story(events)).toString().contains("202 hands over to 207"),
                Frames.story(events));
    }

    @Test
    void asksNobodyWhereTheDialplanDoesNotLetItSo() throws Exception {
        int port = pbx(0).port();
        try (Relay relay = new Relay(port, (connection, text) -> text.replace("Value: T\r\n", "Value: HK\r\n"))) {
            spec.setPort(relay.port());
            activate();
            container.await(CallEvent.Connected.class, 1);
            CallEvent.Answered answered = answered(pbx.ring(QUEUE));
            try (Telephony telephony = factoryFor("test").connect()) {
                assertEquals(
                        TelephonyRefusedException.Reason.NOT_SET_UP,
                        refused(() -> telephony.consult(answered.legId(), "207")));
            }
        }
    }

    /** What Asterisk 16 and 22 say in main/manager.c and res/parking/parking_manager.c. */
    @ParameterizedTest
    @CsvSource({
        "No attended transfer feature code found, NOT_SET_UP",
        "Invalid/unknown command: Park. Use Action: ListCommands to show available commands., NOT_SET_UP",
        "Channel specified does not exist, CALL_OVER",
        "Channel does not exist: 1795403535.12, CALL_OVER",
        "No such channel, CALL_OVER",
        "Permission denied, NOT_PERMITTED",
        "Transfer invalid, UNKNOWN_TARGET",
        "Park action failed, OTHER",
    })
    void readsWhyAnOrderIsRefused(String message, TelephonyRefusedException.Reason reason) {
        TelephonyRefusedException refusal = AmiSession.refused(message, "call");
        assertEquals(reason, refusal.reason());
        assertFalse(refusal.getMessage().contains("1795403535"));
    }

    @Test
    void passesACallerOn() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        DemoCall call = pbx.ring(QUEUE);
        CallEvent.Answered answered = answered(call);
        try (Telephony telephony = factoryFor("test").connect()) {
            assertEquals(Reason.UNKNOWN_TARGET, refused(() -> telephony.transfer(answered.legId(), "06990009123")));
            telephony.transfer(answered.legId(), "207");
            container.await(CallEvent.Offered.class, 3);
            call.answer("207");
            container.await(CallEvent.Answered.class, 2);
            assertEquals(Reason.CALL_OVER, refused(() -> telephony.transfer(answered.legId(), "207")));
        }
        call.hangUp();
        List<CallEvent> events = container.await(CallEvent.Ended.class, 1);
        AmiTranslatorTest.assertConsistent(events);
        assertTrue(Frames.story(events).contains("call 1: 202 sends to 207\n"), Frames.story(events));
    }

    @Test
    void tellsWhichRightIsMissing() throws Exception {
        int port = pbx(0).port();
        try (Relay relay = new Relay(
                port,
                (connection, text) -> text.replaceAll(
                        "Response: Success\r\n(ActionID: [^\r]*\r\n)?Message: (Originate successfully queued|Interface paused"
                                + " successfully|Added interface to queue)\r\n",
                        "Response: Error\r\n$1Message: Permission denied\r\n"))) {
            spec.setPort(relay.port());
            activate();
            container.await(CallEvent.Connected.class, 1);
            try (Telephony telephony = factoryFor("test").connect()) {
                TelephonyRefusedException refusal = assertThrows(
                        TelephonyRefusedException.class,
                        () -> telephony.dial(new CallKey("test", CallKey.DIALLED + "1"), "201", "006990009123", null));
                assertEquals(Reason.NOT_PERMITTED, refusal.reason());
                assertEquals("originate", refusal.missingRight());
                pbx.queue("technik", "207");
                for (Executable order : List.<Executable>of(
                        () -> telephony.queuePause(null, "207", true, "Mittag"),
                        () -> telephony.queueAdd("technik", "208", null, false))) {
                    refusal = assertThrows(TelephonyRefusedException.class, order);
                    assertEquals(Reason.NOT_PERMITTED, refusal.reason());
                    assertEquals("agent", refusal.missingRight());
                }
            }
        }
    }

    /** What would say something else to the telephone system than what was meant is not sent. */
    @Test
    void nothingIsSmuggledIntoAnOrder() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        try (Telephony telephony = factoryFor("test").connect()) {
            CallKey key = new CallKey("test", CallKey.DIALLED + "1");
            for (String number : List.of("", "1\r\nAction: x", "06990009123@other", "1,2", "${EXTEN}", "1 2")) {
                assertThrows(ResourceException.class, () -> telephony.dial(key, "201", number, null));
                assertThrows(ResourceException.class, () -> telephony.transfer("1.2", number));
            }
            for (String extension : List.of("", "201&PJSIP/202", "201@x", "201\r\nx: y", "../201")) {
                assertThrows(ResourceException.class, () -> telephony.dial(key, extension, "06990009123", null));
                assertThrows(ResourceException.class, () -> telephony.queueAdd("technik", extension, null, false));
            }
            assertThrows(
                    ResourceException.class,
                    () -> telephony.dial(new CallKey("test", "1795380906.96"), "201", "06990009123", null));
            assertThrows(
                    ResourceException.class, () -> telephony.queuePause(null, "207", true, "x\r\nAction: Originate"));
            assertThrows(ResourceException.class, () -> telephony.queueRemove("technik\nx: y", "207"));
            assertThrows(ResourceException.class, () -> telephony.hangUp("/.*/"));
            assertThrows(ResourceException.class, () -> telephony.hangUp("1.2\r\nx: y"));
            assertEquals(List.of(), pbx.calls());
        }
    }

    @Test
    void twoTelephoneSystemsSideBySideAreKeptApart() throws Exception {
        pbx(0);
        activate();
        TelephonyActivationSpec otherSpec = another("werk");
        try (DemoPbx other = new DemoPbx(0, "zuruf", "geheim", executor, Clock.systemUTC());
                Container otherContainer = new Container()) {
            other.start();
            otherSpec.setPort(other.port());
            adapter.endpointActivation(otherContainer, otherSpec);
            container.await(CallEvent.Connected.class, 1);
            otherContainer.await(CallEvent.Connected.class, 1);
            awaitMessage("ZURUF1001I");
            awaitMessage("ZURUF1001I");

            pbx.ring(QUEUE).abandon();
            other.ring(QUEUE).abandon();
            assertEquals(Set.of("test"), pbxs(container.await(CallEvent.Ended.class, 1)));
            assertEquals(Set.of("werk"), pbxs(otherContainer.await(CallEvent.Ended.class, 1)));

            AmiConnectionFactory connections = factoryFor("test");
            other.close();
            otherContainer.await(CallEvent.Disconnected.class, 1);
            assertThrows(ResourceException.class, () -> connections.connect("werk"));
            assertThrows(ResourceException.class, () -> connections.connect("unbekannt"));
            try (Telephony telephony = connections.connect("test")) {
                assertEquals("Asterisk 22.10.1", telephony.ping());
            }
            adapter.endpointDeactivation(otherContainer, otherSpec);
            assertEquals(List.of(), otherContainer.violations());
        }
    }

    @Test
    void twoTelephoneSystemsOfOneNameAreRefused() throws Exception {
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        TelephonyActivationSpec otherSpec = another("test");
        otherSpec.setPort(pbx.port());
        try (Container otherContainer = new Container()) {
            adapter.endpointActivation(otherContainer, otherSpec);
            awaitMessage("ZURUF1016E");
            pbx.ring(QUEUE).abandon();
            container.await(CallEvent.Ended.class, 1);
            assertEquals(List.of(), otherContainer.delivered());
            // The right one must survive that the refused one is taken back.
            adapter.endpointDeactivation(otherContainer, otherSpec);
        }
        pbx.ring(QUEUE).abandon();
        container.await(CallEvent.Ended.class, 2);
    }

    @Test
    void aTelephoneSystemWithoutAHostIsNotInUse() throws Exception {
        spec.setHost(" ");
        spec.setUser(null);
        spec.setPassword(null);
        activate();
        adapter.endpointDeactivation(container, spec);
        assertEquals(List.of(), container.delivered());
        assertTrue(log.lines().isEmpty(), log.lines().toString());
    }

    private static TelephonyActivationSpec another(String name) {
        TelephonyActivationSpec other = new TelephonyActivationSpec();
        other.setPbx(name);
        other.setUser("zuruf");
        other.setPassword("geheim");
        other.setInternalContexts("internal");
        other.setReconnectSeconds(1);
        return other;
    }

    private static Set<String> pbxs(List<CallEvent> events) {
        return events.stream().map(CallEvent::pbx).collect(Collectors.toSet());
    }

    private AmiConnectionFactory factoryFor(String name) throws ResourceException {
        TelephonyManagedConnectionFactory factory = new TelephonyManagedConnectionFactory();
        factory.setPbx(name);
        factory.setResourceAdapter(adapter);
        ConnectionManager manager =
                (managed, info) -> managed.createManagedConnection(null, info).getConnection(null, info);
        return (AmiConnectionFactory) factory.createConnectionFactory(manager);
    }

    @Test
    void whatWasDeliveredIsInTheJournal() throws Exception {
        spec.setJournalDirectory(temporary.toString());
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        pbx.ring(QUEUE).abandon();
        container.await(CallEvent.Ended.class, 1);
        DemoCall call = pbx.ring(QUEUE);
        container.await(CallEvent.Offered.class, 4);
        pbx.dropClients();
        container.await(CallEvent.Connected.class, 2);
        call.answer("201");
        call.hangUp();
        container.await(CallEvent.Ended.class, 2);
        adapter.stop();
        StringBuilder events = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        assertEquals(0, ReplayMain.run(new String[] {temporary.resolve("test").toString()}, events, notes));
        assertEquals("", notes.toString());
        List<String> delivered =
                container.delivered().stream().map(CallEventText::of).toList();
        List<String> replayed = events.toString().lines().toList();
        // The end of the session may have been translated when nothing was delivered any more.
        assertEquals(delivered, replayed.subList(0, delivered.size()));
        assertTrue(replayed.size() <= delivered.size() + 1);
    }

    @Test
    void aJournalThatCannotBeWrittenIsNoReasonToMissACall() throws Exception {
        spec.setJournalDirectory(
                Files.writeString(temporary.resolve("a file"), "").toString());
        pbx(0);
        activate();
        container.await(CallEvent.Connected.class, 1);
        awaitMessage("ZURUF1013E");
        pbx.ring(QUEUE).abandon();
        container.await(CallEvent.Ended.class, 1);
    }

    @Test
    void aWrongSettingOfTheJournalIsNamed() {
        spec.setJournalDirectory("\0");
        spec.setJournalHours(721);
        spec.setJournalMegabytes(9);
        InvalidPropertyException wrong = assertThrows(InvalidPropertyException.class, this::activate);
        assertTrue(
                wrong.getMessage().endsWith("[journalDirectory, journalHours, journalMegabytes]"), wrong.getMessage());
    }

    @Test
    void aWrongSettingIsNamed() {
        spec.setPassword(" ");
        spec.setPort(0);
        InvalidPropertyException wrong = assertThrows(InvalidPropertyException.class, this::activate);
        assertTrue(wrong.getMessage().contains("password") && wrong.getMessage().contains("port"), wrong.getMessage());
        assertEquals(2, wrong.getInvalidPropertyDescriptors().length);
    }
}

package de.zuruf.system.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.pbx.DialplanQuestion;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A real Asterisk asks before anything rings, by the dialplan of docs/connect-asterisk.md, and goes on by itself when nobody
 * answers. The owner of the important customer has telephone 208, queue vip is 206, queue vertrieb is 201.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutingIT {

    private static final String ASKING = "+493023125105";

    /** K-1002 in docs/demo-company.md: a key account by its potential. */
    private static final String KEY_ACCOUNT = "+493023125855";

    /** K-1018: small, with an open complaint. */
    private static final String COMPLAINING = "+493023125406";

    private static final String STRANGER = "+496990009123";
    private static final String BRITISH_STRANGER = "+442079460123";
    private static final Duration SOON = Duration.ofSeconds(20);

    /**
     * The dialplan's own limit is 500 ms; the rest is what two busy cores may take. Less than the two seconds of Asterisk's own limit, so that
     * it is seen whose limit it was.
     */
    private static final int LIMIT_MILLIS = 1_900;

    private static RealHouse house;

    @BeforeAll
    static void open() throws IOException {
        house = RealHouse.openRouting("routing", Database.embedded());
        house.awaitConnected();
        house.ownerSitsAt("208");
        Await.until(
                "the owner's telephone is known",
                Duration.ofSeconds(40),
                () -> asked(KEY_ACCOUNT),
                answer -> "208".equals(answer.get("ZURUF_EXTENSION")));
    }

    @AfterAll
    static void close() {
        if (house != null) {
            house.close();
        }
    }

    @BeforeEach
    void telephones() {
        for (String extension : List.of("201", "206", "208")) {
            house.asterisk().phone(extension, "--never");
        }
    }

    @AfterEach
    void clear() {
        house.asterisk().clear();
    }

    private static Map<String, String> asked(String caller) throws IOException {
        return DialplanQuestion.ask(house.asterisk().agiPort(), caller);
    }

    private static void call(String from) {
        house.asterisk().call(ASKING, "--from", from, "--cancel", "60000");
    }

    /** {@return the extensions that ring now} */
    private static List<String> ringing() {
        return Arrays.stream(
                        house.asterisk().console("core show channels concise").split("\n"))
                .filter(line -> line.contains("!Ringing!"))
                .map(line -> line.replaceFirst("PJSIP/([0-9]+)-.*", "$1"))
                .sorted()
                .toList();
    }

    private static void awaitRinging(String... extensions) {
        Await.until(String.join(" and ", extensions) + " ring", SOON, RoutingIT::ringing, List.of(extensions)::equals);
    }

    /** {@return what Asterisk tells of the caller's channel, its variables among it} */
    private static String callersChannel() {
        String name = Arrays.stream(
                        house.asterisk().console("core show channels concise").split("\n"))
                .filter(line -> line.startsWith("PJSIP/trunk-"))
                .map(line -> line.substring(0, line.indexOf('!')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody calls"));
        return house.asterisk().console("core show channel " + name);
    }

    private static int took() {
        var told = Pattern.compile("TOOK=(\\d+)").matcher(callersChannel());
        assertTrue(told.find());
        return Integer.parseInt(told.group(1));
    }

    @Test
    @Order(1)
    void anImportantCallerIsOfferedToHisOwnerAndThenComesFirstInTheQueueOfImportantOnes() {
        call(KEY_ACCOUNT);
        awaitRinging("208");
        String channel = callersChannel();
        assertTrue(channel.contains("ZURUF_RULES=key-account"), channel);
        awaitRinging("206");
        String queue = house.asterisk().console("queue show vip");
        assertTrue(queue.contains("prio: 20"), queue);
    }

    @Test
    @Order(2)
    void aCallerOfWhomNothingIsKnownTakesTheDialplansOwnWay() throws IOException {
        assertEquals(Map.of("ZURUF_ANSWERED", "1"), asked("unknown"));
        call(STRANGER);
        awaitRinging("201");
        String channel = callersChannel();
        assertTrue(channel.contains("ZURUF_ANSWERED=1"), channel);
        assertFalse(channel.contains("ZURUF_VIP"), channel);
        assertTrue(house.asterisk().console("queue show vertrieb").contains("prio: 0"));
    }

    @Test
    @Order(3)
    void anOpenComplaintComesEarlierInTheQueue() {
        call(COMPLAINING);
        awaitRinging("201");
        String channel = callersChannel();
        assertTrue(channel.contains("ZURUF_RULES=open-complaint"), channel);
        String queue = house.asterisk().console("queue show vertrieb");
        assertTrue(queue.contains("prio: 10"), queue);
    }

    @Test
    @Order(4)
    void callsGoWhereAChangedRuleSays() {
        var admin = house.signedIn("otto");
        JsonArray rules = admin.get("admin/routing-rules").expect(200).array();
        JsonArray more = Json.createArrayBuilder(rules)
                .add(Json.createObjectBuilder()
                        .add("id", "german")
                        .add("position", 950)
                        .add("condition", "country == \"DE\"")
                        .add("language", "de"))
                .add(Json.createObjectBuilder()
                        .add("id", "complaints-to-service")
                        .add("position", 50)
                        .add("condition", "openComplaints > 0")
                        .add("queue", "service"))
                .build();
        JsonArray inForce = admin.put("admin/routing-rules", more).expect(200).array();
        assertEquals(rules.size() + 2, inForce.size());
        call(COMPLAINING);
        awaitRinging("206");
        assertTrue(house.asterisk().console("queue show service").contains("prio: 10"));
        again();
        call(STRANGER);
        awaitRinging("201");
        assertTrue(callersChannel().contains("Language: de"));
        again();
        call(BRITISH_STRANGER);
        awaitRinging("201");
        assertTrue(callersChannel().contains("Language: en"));
    }

    private void again() {
        clear();
        telephones();
    }

    @Test
    @Order(5)
    void aWrongRuleIsRefusedWithItsPlaceAndNothingChanges() throws IOException {
        var admin = house.signedIn("otto");
        JsonArray before = admin.get("admin/routing-rules").expect(200).array();
        JsonArray wrong = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("id", "wrong")
                        .add("position", 1)
                        .add("condition", "known && segment == 1")
                        .add("queue", "vip"))
                .build();
        String problem = admin.put("admin/routing-rules", wrong).expect(400).body();
        assertTrue(problem.contains("\"column\":10"), problem);
        assertEquals(before, admin.get("admin/routing-rules").expect(200).array());
        assertEquals("208", asked(KEY_ACCOUNT).get("ZURUF_EXTENSION"));
    }

    @Test
    @Order(6)
    void whileTheServerHangsTheDialplanGoesOnAfterItsLimit() throws Exception {
        signal("STOP");
        call(KEY_ACCOUNT);
        awaitRinging("201");
        assertTrue(took() >= 500 && took() < LIMIT_MILLIS, "took " + took() + " ms");
    }

    @Test
    @Order(7)
    void aServerThatIsKilledDuringAQuestionCostsNoMore() {
        // It still hangs, so that the question is open.
        call(KEY_ACCOUNT);
        Await.until(
                "Asterisk asks",
                SOON,
                () -> house.asterisk().console("core show channels concise"),
                channels -> channels.contains("!AGI!") || channels.contains("!Queue!"));
        house.server().kill();
        awaitRinging("201");
        assertTrue(took() < LIMIT_MILLIS, "took " + took() + " ms");
    }

    @Test
    @Order(8)
    void whileNoServerRunsTheDialplanGoesOnAtOnce() {
        call(KEY_ACCOUNT);
        awaitRinging("201");
        assertTrue(took() < LIMIT_MILLIS, "took " + took() + " ms");
    }

    @Test
    @Order(9)
    void nonsenseAndHalfAnAnswerAreNotActedOn() throws IOException {
        try (var liar = new ServerSocket(house.asterisk().agiPort(), 5, InetAddress.getLoopbackAddress())) {
            var said = CompletableFuture.supplyAsync(() -> {
                try {
                    Socket socket = liar.accept();
                    String nonsense = "SET VARIABLE \"ZURUF_VIP\" \"1\"\nHTTP/1.1 400 Bad Request\r\n\r\n\0\n"
                            + "x".repeat(20_000) + "\n";
                    socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.US_ASCII));
                    return socket;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            call(KEY_ACCOUNT);
            awaitRinging("201");
            assertTrue(callersChannel().contains("ZURUF_VIP=1"), "half of the answer was taken in");
            assertTrue(took() < LIMIT_MILLIS, "took " + took() + " ms");
            said.join().close();
        }
    }

    @Test
    @Order(10)
    void whenNobodyAnswersAtThatPortTheDialplanGoesOnAfterItsLimit() throws IOException {
        try (var silent = new ServerSocket(house.asterisk().agiPort(), 5, InetAddress.getLoopbackAddress())) {
            call(KEY_ACCOUNT);
            awaitRinging("201");
            assertTrue(took() < LIMIT_MILLIS, "took " + took() + " ms");
            assertTrue(took() >= 500, "nobody was asked: " + took() + " ms, " + silent);
        }
    }

    @Test
    @Order(11)
    void aServerThatCannotBeReachedCostsOneCallerTwoSecondsAndTheNextOnesNothing() throws IOException {
        var taken = new ArrayList<SocketChannel>();
        // A full backlog: connections are neither taken nor refused, as behind a firewall that is silent.
        try (var dark = new ServerSocket(house.asterisk().agiPort(), 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(dark.getInetAddress(), dark.getLocalPort()));
                taken.add(channel);
            }
            call(KEY_ACCOUNT);
            awaitRinging("201");
            int first = took();
            assertTrue(first >= 1_900 && first < 3_000, "took " + first + " ms");
            again();
            call(KEY_ACCOUNT);
            awaitRinging("201");
            assertTrue(took() < 200, "took " + took() + " ms");
        } finally {
            for (SocketChannel channel : taken) {
                channel.close();
            }
            house.asterisk().console("dialplan set global ZURUF_PAUSE 0");
        }
    }

    @Test
    @Order(12)
    void aServerThatIsBackIsAskedAgain() {
        house.server().start();
        house.server().awaitUsable();
        call(KEY_ACCOUNT);
        awaitRinging("208");
    }

    @Test
    @Order(13)
    void aServerThatIsStoppedIsNotWaitedFor() {
        house.server().stop();
        call(KEY_ACCOUNT);
        awaitRinging("201");
        assertTrue(took() < LIMIT_MILLIS, "took " + took() + " ms");
    }

    private static void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder(
                                "kill", "-" + name, Long.toString(house.server().pid()))
                        .start()
                        .waitFor());
    }
}

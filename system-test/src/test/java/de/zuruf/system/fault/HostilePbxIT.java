package de.zuruf.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.EventStream;
import de.zuruf.system.journey.RealHouse;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A telephone system that talks nonsense. Whatever it says, the next proper call is shown. */
class HostilePbxIT {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static DemoPbx pbx;
    private static ZurufServer server;
    private static ApiClient agent;

    private int caller;

    @BeforeAll
    static void open() throws Exception {
        pbx = new DemoPbx(0, "zuruf", "zuruf-testbed", THREADS, Clock.systemUTC());
        pbx.start();
        server = RealHouse.at(ZurufServer.named("hostile-pbx"), pbx.port()).prepare();
        server.start();
        server.awaitUsable();
        agent = ApiClient.agent(server.base(), "anna", RealHouse.PASSWORD, "201");
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
        if (pbx != null) {
            pbx.close();
        }
        THREADS.shutdownNow();
    }

    @BeforeEach
    void connected() {
        Await.until("the connector is there", Duration.ofSeconds(20), () -> pbx.clients() == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n\r\n",
                "Event\r\n\r\n",
                "Event:\r\n\r\n",
                ": \r\n:\r\n\r\n",
                "Event: NoSuchEvent\r\nKey: value\r\n\r\n",
                "Event: DialState\r\nDialStatus: RINGING\r\n\r\n",
                "Event: DialState\r\nDestChannel: nonsense\r\nDestUniqueid: \r\nDestLinkedid: x\r\nDialStatus: RINGING\r\n\r\n",
                "Event: Newchannel\r\nChannel: \r\nUniqueid: \r\nLinkedid: \r\n\r\n",
                "Event: Newchannel\r\nChannelState: many\r\nChannel: PJSIP/201-1\r\nUniqueid: 1\r\nLinkedid: 1\r\n\r\n",
                "Event: Hangup\r\nUniqueid: 99.9\r\nLinkedid: 99.9\r\nCause: banana\r\n\r\n",
                "Event: QueueCallerJoin\r\nPosition: -1\r\nCount: NaN\r\nQueue: vertrieb\r\n\r\n",
                "Response: Success\r\nActionID: nobody_asked\r\n\r\n",
                "Event: BridgeEnter\r\nBridgeUniqueid: '; drop table phone_call; --\r\n\r\n",
                "\u0000\u0001\u0002\u007f\r\n\r\n"
            })
    void aMalformedFrameIsSurvived(String frame) {
        pbx.raw(frame.getBytes(StandardCharsets.UTF_8));
        assertTheNextCallIsShown();
    }

    @Test
    void aLineOfAMegabyteIsSurvived() {
        pbx.raw(("Event: Newchannel\r\nCallerIDName: " + "x".repeat(1_000_000) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        assertTheNextCallIsShown();
    }

    @Test
    void randomBytesAreSurvived() {
        var random = new Random(4711);
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        pbx.raw(noise);
        pbx.raw("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertTheNextCallIsShown();
    }

    @Test
    void aConnectionCutInTheMiddleOfAFrameIsSurvived() {
        DemoCall call = pbx.ring(request("+496990009160"));
        pbx.raw("Event: Newchannel\r\nChannel: PJSI".getBytes(StandardCharsets.UTF_8));
        pbx.dropClients();
        Await.until("the connector is back", Duration.ofSeconds(15), () -> pbx.clients() == 1);
        call.abandon();
        assertTheNextCallIsShown();
    }

    @Test
    void eventsOfOneCallTwiceAreOneCall() {
        String number = "+496990009161";
        try (EventStream stream = agent.stream()) {
            stream.await("snapshot", any -> true);
            DemoCall call = pbx.ring(request(number));
            stream.await("call", card -> rings(card, number));
            pbx.dropClients();
            Await.until("the connector is back", Duration.ofSeconds(15), () -> pbx.clients() == 1);
            call.answer("201");
            stream.await(
                    "call",
                    card -> card.toString().contains(number)
                            && card.getString("state").equals("TALKING"));
            call.hangUp();
            stream.await(
                    "call",
                    card -> card.toString().contains(number)
                            && card.getString("state").equals("WRAP_UP"));
            assertEquals(
                    1,
                    stream.events().stream()
                            .filter(event ->
                                    event.name().equals("call") && event.data().contains(number))
                            .map(event -> event.object().getInt("id"))
                            .distinct()
                            .count());
        }
    }

    private void assertTheNextCallIsShown() {
        Await.until("the connector is there", Duration.ofSeconds(20), () -> pbx.clients() == 1);
        String number = "+496990009" + (100 + caller++);
        try (EventStream stream = agent.stream()) {
            stream.await("snapshot", any -> true);
            DemoCall call = pbx.ring(request(number));
            stream.await("call", card -> rings(card, number));
            call.abandon();
            stream.await(
                    "call",
                    card -> card.toString().contains(number)
                            && card.getString("state").equals("GONE"));
        }
        assertTrue(pbx.calls().isEmpty());
    }

    private static boolean rings(JsonObject card, String number) {
        return card.getString("state").equals("RINGING")
                && number.equals(card.getJsonObject("caller").getString("number", null));
    }

    private static CallRequest request(String number) {
        return new CallRequest(number, null, "+493023125100", "vertrieb", List.of("201"));
    }
}

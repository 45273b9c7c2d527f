package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is one transaction and what is not, for frames that are all there already, so that no clock has a say. */
@Timeout(60)
class CallEventPumpTest {

    private final Container container = new Container();
    private final BlockingQueue<Inbound> queue = new LinkedBlockingQueue<>();
    private final CallEventPump pump = new CallEventPump(
            container, queue, new PbxTranslator("pbx", Set.of("internal"), context -> {}), "test", item -> {});

    @AfterEach
    void stop() throws InterruptedException {
        pump.release();
        assertTrue(pump.awaitEnd(10));
        container.close();
        assertEquals(List.of(), container.violations());
    }

    private void receive(List<AmiFrame> frames) {
        frames.forEach(frame -> queue.add(new Inbound.Frame(frame, Frames.AT)));
    }

    private List<String> deliveries() {
        // What happens to queues comes in between, and with what it happens.
        return container.deliveries().stream()
                .map(events -> String.join(
                        " + ",
                        events.stream()
                                .filter(event -> !(event instanceof CallEvent.OfQueue))
                                .map(event -> event.getClass().getSimpleName())
                                .toList()))
                .filter(delivery -> !delivery.isEmpty())
                .toList();
    }

    @Test
    void anArrivalAndTheFirstRingAreOneTransaction() throws Exception {
        receive(Frames.load("recorded/queue-answered"));
        container.scheduleWork(pump);
        container.await(CallEvent.Ended.class, 1);
        assertEquals(
                List.of(
                        "Arrived + Offered",
                        "Offered",
                        "Offered",
                        "Answered",
                        "OfferEnded",
                        "OfferEnded",
                        "TalkEnded + Ended"),
                deliveries());
    }

    @Test
    void anArrivalForWhichNothingRingsIsDeliveredBeforeItsEnd() throws Exception {
        List<AmiFrame> frames = Frames.load("recorded/queue-nobody-there");
        int joined = frames.indexOf(frames.stream()
                .filter(frame -> frame.name().equals("QueueCallerJoin"))
                .findFirst()
                .orElseThrow());
        receive(frames.subList(0, joined + 1));
        container.scheduleWork(pump);
        container.await(CallEvent.Arrived.class, 1);
        receive(frames.subList(joined + 1, frames.size()));
        container.await(CallEvent.Ended.class, 1);
        assertEquals(List.of("Arrived", "Ended"), deliveries());
    }

    @Test
    void manyArrivalsDoNotWaitForEachOther() throws Exception {
        List<AmiFrame> all = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            all.addAll(copy(Frames.load("recorded/queue-answered"), call));
        }
        // The calls arrive first, then they ring.
        List<AmiFrame> arriving = all.stream()
                .filter(frame ->
                        frame.name().equals("Newchannel") || frame.name().equals("QueueCallerJoin"))
                .toList();
        receive(arriving);
        container.scheduleWork(pump);
        container.await(CallEvent.Arrived.class, 100);
        assertEquals(
                List.of(32, 32, 32, 32, 32, 32),
                container.deliveries().stream().map(List::size).limit(6).toList());
    }

    private static List<AmiFrame> copy(List<AmiFrame> frames, int call) {
        return frames.stream()
                .map(frame -> {
                    Map<String, String> fields = new HashMap<>(frame.fields());
                    fields.replaceAll((name, value) -> name.endsWith("id") ? value + "." + call : value);
                    return new AmiFrame(frame.name(), fields);
                })
                .toList();
    }

    @Test
    void whatFailsTogetherIsDeliveredOneByOne() throws Exception {
        receive(Frames.load("recorded/queue-answered"));
        container.failNextCommit();
        container.scheduleWork(pump);
        container.await(CallEvent.Ended.class, 1);
        assertEquals(
                List.of(
                        "Arrived",
                        "Offered",
                        "Offered",
                        "Offered",
                        "Answered",
                        "OfferEnded",
                        "OfferEnded",
                        "TalkEnded + Ended"),
                deliveries());
    }

    @Test
    void endsAfterTheEventInHandHoweverManyFollow() throws Exception {
        queue.add(new Inbound.Opened(Frames.AT));
        receive(Frames.load("recorded/snapshot-in-talk").stream()
                .filter(frame -> frame.name().startsWith("CoreShowChannel"))
                .toList());
        container.listener(event -> pump.release());
        container.scheduleWork(pump);
        container.awaitWorks();
        assertEquals(List.of("Connected"), deliveries());
    }
}

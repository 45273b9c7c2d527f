package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallerLine;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmiTranslatorTest {

    static Stream<String> fixtures() throws IOException {
        List<String> names = new ArrayList<>();
        for (String folder : List.of("recorded", "recorded-16", "malformed")) {
            names.addAll(Frames.fixtures(folder));
        }
        assertTrue(names.size() >= 48, "the fixtures are there");
        return names.stream();
    }

    static Stream<String> tellingTheirOwnStory() throws IOException {
        return fixtures().filter(fixture -> !fixture.startsWith("recorded-16/"));
    }

    static Stream<String> recordedFromAsterisk16() throws IOException {
        return Frames.fixtures("recorded-16").stream();
    }

    /** Beside each {@code .ami} lies a {@code .story}: the complete list of events, in words. */
    @ParameterizedTest
    @MethodSource("tellingTheirOwnStory")
    void tellsTheStoryOfAFixture(String fixture) throws IOException {
        assertEquals(Frames.text(fixture + ".story"), Frames.story(fixture));
    }

    /** The oldest Asterisk that we support tells the story that the newest tells. */
    @ParameterizedTest
    @MethodSource("recordedFromAsterisk16")
    void tellsTheSameStoryOfAsterisk16(String fixture) throws IOException {
        String story = Frames.text(fixture.replace("recorded-16/", "recorded/") + ".story");
        assertEquals(Frames.withoutRaces(story), Frames.withoutRaces(Frames.story(fixture)));
    }

    @ParameterizedTest
    @CsvSource({"recorded, 22", "recorded-16, 16"})
    void aRecordingIsOfTheAsteriskThatItsFolderSays(String folder, int version) throws IOException {
        for (String fixture : Frames.fixtures(folder)) {
            String head = Frames.text(fixture + ".ami").split("\n\n")[0];
            assertTrue(head.contains("# Recorded from Asterisk " + version + "."), fixture + ": " + head);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void remembersNothingOfCallsThatAreOver(String fixture) {
        AmiTranslator translator = Frames.translator();
        Frames.translate(translator, Frames.load(fixture));
        assertEquals(0, translator.openCalls());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void sayingEverythingTwiceChangesNothing(String fixture) {
        List<AmiFrame> twice = new ArrayList<>();
        Frames.load(fixture).forEach(frame -> {
            twice.add(frame);
            twice.add(frame);
        });
        assertEquals(Frames.story(fixture), Frames.story(Frames.translate(Frames.translator(), twice)));
        AmiTranslator again = Frames.translator();
        Frames.translate(again, Frames.load(fixture));
        assertEquals(List.of(), Frames.translate(again, Frames.load(fixture)), "the same frames once more");
    }

    /** Frames of all recordings, shuffled, dropped, doubled and with fields exchanged: whatever comes of it is consistent. */
    @RepeatedTest(200)
    void staysConsistentWhateverIsSent(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<AmiFrame> frames = new ArrayList<>();
        fixtures().filter(name -> random.nextInt(3) == 0).map(Frames::load).forEach(frames::addAll);
        for (int i = frames.size() - 1; i >= 0; i--) {
            switch (random.nextInt(20)) {
                case 0 -> frames.remove(i);
                case 1 -> frames.add(random.nextInt(frames.size()), frames.get(i));
                case 2 -> Collections.swap(frames, i, random.nextInt(frames.size()));
                case 3 -> frames.set(i, mutilated(frames.get(i), random));
                default -> {}
            }
        }
        if (repetition.getCurrentRepetition() % 4 == 0) {
            Collections.shuffle(frames, random);
        }
        AmiTranslator translator = Frames.translator();
        List<CallEvent> events = new ArrayList<>();
        for (AmiFrame frame : frames) {
            if (random.nextInt(100) == 0) {
                events.addAll(translator.sessionClosed(Frames.AT));
                translator.sessionOpened();
            }
            events.addAll(translator.translate(frame, Frames.AT));
        }
        assertConsistent(events);
    }

    private static AmiFrame mutilated(AmiFrame frame, Random random) {
        Map<String, String> fields = new HashMap<>(frame.fields());
        List<String> names = new ArrayList<>(fields.keySet());
        if (!names.isEmpty()) {
            String field = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> fields.remove(field);
                case 1 -> fields.put(field, "x".repeat(random.nextInt(400)));
                default -> fields.put(field, fields.get(names.get(random.nextInt(names.size()))));
            }
        }
        return new AmiFrame(frame.name(), fields);
    }

    static void assertConsistent(List<CallEvent> events) {
        Set<Object> arrived = new HashSet<>();
        Set<Object> ended = new HashSet<>();
        Set<Object> offered = new HashSet<>();
        Set<Object> closedLegs = new HashSet<>();
        Set<List<Object>> talking = new HashSet<>();
        Set<Object> placed = new HashSet<>();
        for (CallEvent event : events) {
            if (event instanceof CallEvent.OfCall ofCall) {
                assertFalse(ended.contains(ofCall.call()), "nothing follows the end: " + event);
            }
            if (event instanceof CallEvent.Arrived e) {
                arrived.add(e.call());
            } else if (event instanceof CallEvent.Placed e) {
                assertTrue(arrived.add(e.call()), "a call begins once");
                placed.add(e.call());
            } else if (event instanceof CallEvent.Reached e) {
                assertTrue(placed.remove(e.call()), "placed before it was reached, and reached once");
            } else if (event instanceof CallEvent.Offered e) {
                assertTrue(arrived.contains(e.call()), "arrived before it rings");
                assertTrue(offered.add(List.of(e.call(), e.legId())), "a telephone rings once");
                assertTrue(e.extension() != null && e.extension().length() <= 80);
            } else if (event instanceof CallEvent.OfferEnded e) {
                assertTrue(offered.contains(List.of(e.call(), e.legId())), "rang before it stopped");
                assertFalse(talking.contains(List.of(e.call(), e.legId())), "whoever talks does not ring");
                assertTrue(closedLegs.add(List.of(e.call(), e.legId())), "a telephone stops once");
            } else if (event instanceof CallEvent.Answered e) {
                assertTrue(offered.contains(List.of(e.call(), e.legId())), "rang before it was answered");
                assertFalse(closedLegs.contains(List.of(e.call(), e.legId())), "what has stopped is not answered");
                assertTrue(talking.add(List.of(e.call(), e.legId())), "nobody answers who talks");
            } else if (event instanceof CallEvent.TalkEnded e) {
                assertTrue(talking.remove(List.of(e.call(), e.legId())), "talked before he stopped");
            } else if (event instanceof CallEvent.Held e) {
                assertTrue(talking.contains(List.of(e.call(), e.legId())), "who talks can hold");
            } else if (event instanceof CallEvent.Transferred e) {
                assertTrue(talking.contains(List.of(e.call(), e.legId())), "who talks can transfer");
            } else if (event instanceof CallEvent.Ended e) {
                assertTrue(arrived.contains(e.call()) || e.call().dialled(), "arrived before it ended");
                assertTrue(ended.add(e.call()), "a call ends once");
                assertTrue(
                        talking.stream().noneMatch(who -> who.get(0).equals(e.call())), "nobody talks after the end");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "recorded-16"})
    void aReconnectTellsWhatIsLive(String folder) {
        List<AmiFrame> recording = Frames.load(folder + "/snapshot-in-talk");
        int from = 0;
        while (!recording.get(from).name().equals("CoreShowChannel")) {
            from++;
        }
        AmiTranslator late = Frames.translator();
        late.sessionOpened();
        List<CallEvent> events = Frames.translate(late, recording.subList(from, recording.size()));
        assertEquals("connected, gap since null, live 3\n", Frames.story(events.subList(0, 1)));
        // Asterisk lists its channels in no particular order.
        Map<String, List<CallEvent>> calls = events.subList(1, 7).stream()
                .collect(Collectors.groupingBy(
                        event -> ((CallEvent.OfCall) event).call().linkedId()));
        assertEquals(
                Set.of("""
                        call 1: arrived from +498999998417 (null) to 03023125100 queue vertrieb
                        call 1: rings at 201 for +498999998417 queue vertrieb
                        call 1: answered by 201
                        """, """
                        call 1: arrived from 06990009123 (null) to 03023125208 queue null
                        call 1: rings at 208 for 06990009123 queue null
                        """, """
                        call 1: arrived from 04066969321 (null) to 03023125160 queue technik
                        """),
                calls.values().stream().map(Frames::story).collect(Collectors.toSet()));
        assertConsistent(events);
        assertEquals(0, late.openCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "recorded-16"})
    void aReconnectDoesNotRepeatWhatWasToldBefore(String folder) {
        List<AmiFrame> recording = Frames.load(folder + "/snapshot-in-talk");
        List<AmiFrame> snapshot = recording.stream()
                .filter(frame -> frame.name().startsWith("CoreShowChannel"))
                .toList();
        List<AmiFrame> before = recording.subList(0, recording.indexOf(snapshot.get(0)));
        AmiTranslator translator = Frames.translator();
        translator.sessionOpened();
        Frames.translate(translator, Frames.parse("Event: CoreShowChannelsComplete\nListItems: 0\n"));
        Frames.translate(translator, before);
        Instant lost = Frames.AT.plusSeconds(5);
        assertEquals(List.of(new CallEvent.Disconnected("pbx", lost)), translator.sessionClosed(lost));
        assertEquals(List.of(), translator.sessionClosed(lost), "lost once");
        translator.sessionOpened();
        // Frames may overtake the list, and be older than it.
        assertEquals(List.of(), Frames.translate(translator, before));
        List<CallEvent> events = Frames.translate(translator, snapshot);
        assertEquals("connected, gap since 2026-11-02T09:00:05Z, live 3\n", Frames.story(events));
    }

    @Test
    void aRestartedPbxLeavesNoGhosts() {
        AmiTranslator translator = Frames.translator();
        List<AmiFrame> recording = Frames.load("recorded/queue-answered");
        Frames.translate(translator, recording.subList(0, recording.size() - 30));
        assertEquals(1, translator.openCalls());
        translator.sessionClosed(Frames.AT);
        translator.sessionOpened();
        List<CallEvent> events =
                Frames.translate(translator, Frames.parse("Event: CoreShowChannelsComplete\nListItems: 0\n"));
        assertEquals("connected, gap since null, live 0\n", Frames.story(events));
        assertEquals(0, translator.openCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "recorded-16"})
    void aTelephoneThatStoppedRingingInTheGapIsToldSo(String folder) {
        List<AmiFrame> recording = Frames.load(folder + "/snapshot-in-talk");
        List<AmiFrame> snapshot = recording.stream()
                .filter(frame -> frame.name().startsWith("CoreShowChannel"))
                .toList();
        AmiTranslator translator = Frames.translator();
        translator.sessionOpened();
        Frames.translate(translator, snapshot);
        translator.sessionClosed(Frames.AT);
        translator.sessionOpened();
        List<CallEvent> events = Frames.translate(
                translator,
                snapshot.stream()
                        .filter(frame -> !frame.get("Channel").startsWith("PJSIP/208"))
                        .toList());
        assertEquals(
                "connected, gap since 2026-11-02T09:00:00Z, live 3\ncall 1: stops ringing at 208: NO_ANSWER\n",
                Frames.story(events));
    }

    /** The list of channels as they stand after these frames. */
    private static List<AmiFrame> channels(List<AmiFrame> frames) {
        Map<String, Map<String, String>> channels = new LinkedHashMap<>();
        for (AmiFrame frame : frames) {
            String id = frame.get("Uniqueid");
            if (frame.name().equals("Hangup")) {
                channels.remove(id);
            } else if (!frame.get("ChannelState").isEmpty() && !id.isEmpty()) {
                Map<String, String> channel = channels.computeIfAbsent(id, ignored -> new HashMap<>());
                channel.putAll(frame.fields());
                if (frame.name().equals("BridgeEnter")) {
                    channel.put("BridgeId", frame.get("BridgeUniqueid"));
                } else if (frame.name().equals("BridgeLeave")) {
                    channel.remove("BridgeId");
                }
            }
        }
        List<AmiFrame> list = new ArrayList<>();
        channels.values().forEach(fields -> list.add(new AmiFrame("CoreShowChannel", fields)));
        list.add(new AmiFrame("CoreShowChannelsComplete", Map.of()));
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"recorded", "recorded-16"})
    void aConsultationGoesOnAfterAReconnect(String folder) {
        List<AmiFrame> recording = Frames.load(folder + "/consult-by-product");
        AmiTranslator translator = Frames.translator();
        int reached = 0;
        List<CallEvent> events = new ArrayList<>();
        while (events.stream().noneMatch(event -> event instanceof CallEvent.Consults e && e.reached())) {
            events.addAll(translator.translate(recording.get(reached), Frames.AT));
            reached++;
        }
        translator.sessionClosed(Frames.AT);
        translator.sessionOpened();
        assertEquals(
                "connected, gap since null, live 2\n",
                Frames.story(Frames.translate(translator, channels(recording.subList(0, reached)))));
        String rest = Frames.withoutRaces(
                        Frames.story(Frames.translate(translator, recording.subList(reached, recording.size()))))
                .toString();
        assertTrue(rest.contains("answered by 207\n208 hands over to 207"), rest);
        assertEquals(0, translator.openCalls());
    }

    @Test
    void whoeverAskedInTheGapTalksWithHisCallerAgain() {
        List<AmiFrame> recording = Frames.load("recorded/consult-by-product-and-return");
        int back = 0;
        while (!recording.get(back).name().equals("Unhold")) {
            back++;
        }
        AmiTranslator translator = Frames.translator();
        Frames.translate(translator, recording.subList(0, back));
        translator.sessionClosed(Frames.AT);
        translator.sessionOpened();
        List<AmiFrame> channels = channels(recording.subList(0, back)).stream()
                .filter(channel -> !channel.get("Channel").startsWith("Local/"))
                .filter(channel -> !channel.get("Channel").startsWith("PJSIP/207"))
                .toList();
        assertEquals(
                "connected, gap since null, live 1\ncall 1: taken back by 208\n",
                Frames.story(Frames.translate(translator, channels)));
    }

    @Test
    void memoryIsBounded() {
        AmiTranslator translator = Frames.translator();
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < AmiTranslator.MAXIMUM_CALLS + 10; i++) {
            events.addAll(Frames.translate(
                    translator,
                    Frames.parse("Event: QueueCallerJoin\nChannel: PJSIP/trunk-1\nCallerIDNum: 06990009123\nUniqueid: u"
                            + i + "\nLinkedid: u" + i + "\nQueue: vertrieb\n")));
        }
        assertEquals(AmiTranslator.MAXIMUM_CALLS, translator.openCalls());
        assertEquals(
                10,
                events.stream()
                        .filter(event -> event instanceof CallEvent.Ended e && e.cause() == CallEvent.EndCause.UNKNOWN)
                        .count());
        assertConsistent(events);
    }

    @Test
    void reportsEachForeignContextOnce() {
        List<String> contexts = new ArrayList<>();
        AmiTranslator translator = new AmiTranslator("pbx", Set.of("haus"), contexts::add);
        Frames.translate(translator, Frames.load("recorded/direct-answered"));
        Frames.translate(translator, Frames.load("recorded/direct-busy"));
        assertEquals(List.of("internal"), contexts);
    }

    @ParameterizedTest
    @CsvSource({"+49 (89) 99998-417, +498999998417", "0049/89/99998417, 00498999998417", "*31#089, *31#089", "201, 201"
    })
    void keepsNumbers(String text, String number) {
        assertEquals(number, LineText.number(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "Anonymous",
                "<unknown>",
                "unknown",
                "alice",
                "089abc",
                "+",
                "4+9",
                "٠٣٠",
                "s"
            })
    void knowsWhatIsNoNumber(String text) {
        assertNull(LineText.number(text));
    }

    @Test
    void cleansNames() {
        assertEquals("evil gnp.exe", LineText.name("\u202eevil\u0000gnp.exe\u2069\u200f"));
        assertEquals("a b", LineText.name("a\r\nb".replace("\r", "")));
        assertEquals("<script>", LineText.name("<script>"), "escaping is for whoever shows it");
        assertEquals("x", LineText.name("\ud800x\udfff"));
        assertNull(LineText.name("\u200b\u202e"));
        String emoji = "😀".repeat(60);
        String name = LineText.name(emoji);
        assertEquals("😀".repeat(40), name, "at most 80 characters and none cut in half");
        assertEquals(CallerLine.WITHHELD, LineText.caller("anonymous", "Anonymous"));
    }
}

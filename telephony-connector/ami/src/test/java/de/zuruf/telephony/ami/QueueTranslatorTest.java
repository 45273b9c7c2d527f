package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.DeviceState;
import de.zuruf.telephony.CallEvent.QueueMember;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTranslatorTest {

    private final QueueTranslator translator = Frames.queues();

    static Stream<String> fixtures() throws IOException {
        return AmiTranslatorTest.fixtures();
    }

    private String told(String frames) {
        return Frames.queueStory(Frames.translate(translator, Frames.parse(frames)));
    }

    /** Beside these lies a {@code .queues}: the complete list of events about queues, in words. */
    @ParameterizedTest
    @ValueSource(strings = {"queue-login", "queue-pause", "queue-pause-in-vain", "queue-answered", "queue-overflow"})
    void tellsTheStoryOfAFixture(String fixture) {
        String name = "recorded/" + fixture;
        assertEquals(Frames.text(name + ".queues"), Frames.queueStory(Frames.translate(translator, Frames.load(name))));
    }

    /** What a login or a pause is told as does not depend on the version. */
    @ParameterizedTest
    @ValueSource(strings = {"queue-login", "queue-pause", "queue-pause-in-vain"})
    void tellsTheSameOfAsterisk16(String fixture) {
        assertEquals(
                changes(Frames.text("recorded/" + fixture + ".queues")),
                changes(Frames.queueStory(Frames.translate(translator, Frames.load("recorded-16/" + fixture)))));
    }

    /** Without the states of telephones, which register when they like. */
    private static List<String> changes(String story) {
        return story.lines()
                .map(line -> line.replaceAll(" (FREE|UNAVAILABLE|UNKNOWN|RINGING|IN_USE)", "")
                        .replaceAll("waits for \\d+ s", "waits"))
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void sayingEverythingTwiceInARowChangesNothing(String fixture) {
        List<AmiFrame> twice = new ArrayList<>();
        Frames.load(fixture).forEach(frame -> {
            twice.add(frame);
            twice.add(frame);
        });
        assertEquals(Frames.translate(Frames.queues(), Frames.load(fixture)), Frames.translate(Frames.queues(), twice));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void nobodyWaitsWhenACallIsOver(String fixture) {
        Map<String, String> waiting = new HashMap<>();
        for (CallEvent event : Frames.translate(translator, Frames.load(fixture))) {
            if (event instanceof CallEvent.QueueCallerWaits e) {
                waiting.put(e.queue() + e.caller().channelId(), fixture);
            } else if (event instanceof CallEvent.QueueCallerLeft e) {
                assertNotNull(waiting.remove(e.queue() + e.channelId()), "left without having waited");
            }
        }
        // Of a half told call nothing can be known.
        assertTrue(waiting.isEmpty() || fixture.startsWith("malformed"), waiting.toString());
    }

    private static final String LIST = """
            Event: QueueParams
            Queue: leer

            Event: QueueParams
            Queue: technik

            Event: QueueMember
            Queue: technik
            Name: PJSIP/207
            Location: PJSIP/207
            Membership: static
            Status: 1
            Paused: 1
            PausedReason: Mittag

            Event: QueueEntry
            Queue: technik
            Uniqueid: 1.7
            Wait: 42

            Event: QueueStatusComplete
            """;

    private static final String KNOWN = """
            the queues are known
              technik: 207 FREE paused (Mittag)
              technik: caller 1 waits for 42 s
            """;

    @Test
    void theListIsToldAsAWhole() {
        translator.sessionOpened();
        List<CallEvent> told = Frames.translate(translator, Frames.parse(LIST));
        assertEquals(KNOWN, Frames.queueStory(told));
        CallEvent.QueuesKnown known = (CallEvent.QueuesKnown) told.get(0);
        assertEquals(
                List.of("leer", "technik"),
                known.queues().stream().map(CallEvent.QueueState::name).toList());
        assertEquals(
                Duration.ofSeconds(42),
                Duration.between(known.queues().get(1).callers().get(0).since(), Frames.AT));
    }

    @Test
    void whatHappensWhileTheListComesIsToldAfterIt() {
        translator.sessionOpened();
        assertEquals("", told("""
                Event: QueueMemberPause
                Queue: technik
                Interface: PJSIP/207
                Membership: static
                Status: 1
                Paused: 0

                Event: QueueCallerLeave
                Queue: technik
                Uniqueid: 1.7
                """));
        assertEquals(
                KNOWN + "technik: 207 FREE\ntechnik: caller 1 left\n",
                Frames.queueStory(Frames.translate(translator, Frames.parse(LIST))));
    }

    @Test
    void anotherSessionBeginsWithNothing() {
        translator.sessionOpened();
        told(LIST);
        translator.sessionClosed();
        translator.sessionOpened();
        assertEquals("the queues are known\n", told("Event: QueueStatusComplete\n"));
    }

    @Test
    void aSessionThatEndsBeforeTheListTellsNothing() {
        translator.sessionOpened();
        translator.translate(Frames.parse(LIST).get(2), Frames.AT);
        translator.sessionClosed();
        assertEquals("technik: 207 IN_USE\n", told("""
                Event: QueueMemberStatus
                Queue: technik
                Interface: PJSIP/207
                Membership: static
                Status: 2
                Paused: 0
                """));
    }

    @ParameterizedTest
    @CsvSource({
        "PJSIP/201, 201",
        "SIP/201, 201",
        "Local/201@internal/n, 201",
        "Local/201@from-queue, 201",
        "Agent/1001, 1001",
        "201, 201",
        "PJSIP/201/sip:host, 201",
        "PJSIP/<b>201, b201"
    })
    void theExtensionIsWhatTheQueueDials(String dialled, String extension) {
        assertEquals(extension, LineText.member(dialled));
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNKNOWN",
        "1, FREE",
        "2, IN_USE",
        "3, IN_USE",
        "4, UNAVAILABLE",
        "5, UNAVAILABLE",
        "6, RINGING",
        "7, IN_USE",
        "8, ON_HOLD",
        "9, UNKNOWN",
        "'', UNKNOWN",
        "x, UNKNOWN"
    })
    void theTelephonesState(String status, DeviceState device) {
        List<CallEvent> told = Frames.translate(
                translator,
                Frames.parse("Event: QueueMemberAdded\nQueue: q\nInterface: PJSIP/1\nStatus: " + status
                        + "\nMembership: dynamic\n"));
        assertEquals(
                List.of(new CallEvent.QueueMemberChanged(
                        "pbx", Frames.AT, "q", new QueueMember("1", device, false, null, true))),
                told);
    }

    @Test
    void hostileTextsAreMadeHarmless() {
        String story = told("""
                Event: QueueMemberPause
                Queue: tech<nik>
                Interface: PJSIP/207
                Membership: static
                Status: 1
                Paused: 1
                PausedReason: <b>\u202eMittag
                """);
        assertEquals("technik: 207 FREE paused (<b>Mittag)\n", story);
        assertEquals("", told("Event: QueueMemberPause\nPaused: 1\nInterface: PJSIP/207\n"), "no queue");
        assertEquals("", told("Event: QueueMemberPause\nPaused: 1\nQueue: technik\n"), "no member");
        assertEquals("", told("Event: QueueCallerJoin\nQueue: technik\n"), "no caller");
        assertEquals("", told("Event: QueueCallerLeave\nQueue: technik\nUniqueid: 9.9\n"), "an unknown caller");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "x, 0", "99999999999999, 0", "999999999, 86400", "'', 0", "60, 60"})
    void aWaitThatCannotBeIsNoTimeInTheFuture(String wait, long seconds) {
        CallEvent.QueueCallerWaits told = (CallEvent.QueueCallerWaits) Frames.translate(
                        translator, Frames.parse("Event: QueueEntry\nQueue: q\nUniqueid: 1.1\nWait: " + wait + "\n"))
                .get(0);
        assertEquals(seconds, Duration.between(told.caller().since(), Frames.AT).toSeconds());
    }

    @Test
    void whatIsRememberedIsBounded() {
        int told = 0;
        for (int i = 0; i < QueueTranslator.MAXIMUM_QUEUES + 10; i++) {
            told += Frames.translate(
                            translator,
                            Frames.parse("Event: QueueMemberAdded\nQueue: q" + i + "\nInterface: PJSIP/1\n"))
                    .size();
        }
        assertEquals(QueueTranslator.MAXIMUM_QUEUES, told);
        for (int i = 0; i < QueueTranslator.MAXIMUM_MEMBERS + 10; i++) {
            told += Frames.translate(
                            translator,
                            Frames.parse("Event: QueueMemberAdded\nQueue: q0\nInterface: PJSIP/" + i + "\n"))
                    .size();
        }
        assertEquals(QueueTranslator.MAXIMUM_QUEUES + QueueTranslator.MAXIMUM_MEMBERS - 1, told);
    }

    /** Whatever is sent: nothing is thrown, and whoever is told to have left was told to wait. */
    @RepeatedTest(100)
    void staysConsistentWhateverIsSent(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<AmiFrame> frames = new ArrayList<>();
        fixtures().filter(name -> name.contains("queue")).map(Frames::load).forEach(frames::addAll);
        Collections.shuffle(frames, random);
        Map<String, Boolean> waiting = new HashMap<>();
        for (AmiFrame frame : frames) {
            if (random.nextInt(200) == 0) {
                translator.sessionClosed();
                translator.sessionOpened();
            }
            for (CallEvent event : translator.translate(frame, Frames.AT)) {
                if (event instanceof CallEvent.QueuesKnown e) {
                    waiting.clear();
                    e.queues()
                            .forEach(queue -> queue.callers()
                                    .forEach(caller -> waiting.put(queue.name() + caller.channelId(), true)));
                } else if (event instanceof CallEvent.QueueCallerWaits e) {
                    assertEquals(null, waiting.put(e.queue() + e.caller().channelId(), true));
                } else if (event instanceof CallEvent.QueueCallerLeft e) {
                    assertEquals(true, waiting.remove(e.queue() + e.channelId()));
                }
            }
        }
    }
}

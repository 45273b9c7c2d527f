package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalLineTest {

    private final JournalLine lines = new JournalLine();

    static Stream<String> fixtures() throws IOException {
        return AmiTranslatorTest.fixtures();
    }

    private static JournalItem read(byte[] line) {
        assertEquals('\n', line[line.length - 1]);
        return JournalLine.read(line, line.length - 1);
    }

    /** Null when nothing of it is kept. */
    private AmiFrame kept(AmiFrame frame) {
        byte[] line = lines.write(new Inbound.Frame(frame, Frames.AT));
        return line == null ? null : ((Inbound.Frame) read(line)).frame();
    }

    /** Translates as after a login, too, because the snapshot's frames are read in another place. */
    private static List<CallEvent> events(List<AmiFrame> frames, boolean session) {
        PbxTranslator translator = new PbxTranslator("pbx", Set.of("internal"), context -> {});
        if (session) {
            translator.sessionOpened();
        }
        List<CallEvent> events = new ArrayList<>();
        frames.forEach(frame -> events.addAll(translator.translate(frame, Frames.AT)));
        return events;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whatIsKeptOfAFrameGivesTheSameEvents(String fixture) {
        List<AmiFrame> frames = Frames.load(fixture);
        List<AmiFrame> kept =
                frames.stream().map(this::kept).filter(frame -> frame != null).toList();
        assertTrue(
                kept.size() < frames.size() || frames.size() == 1 || fixture.startsWith("malformed"),
                "device noise is left out");
        assertEquals(events(frames, false), events(kept, false));
        assertEquals(events(frames, true), events(kept, true));
    }

    /** When this fails, the translator has learned to read a field: add it to JournalLine.FIELDS, and to the documentation. */
    @Test
    void exactlyTheFieldsAreKeptThatTheTranslatorReads() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String fixture : fixtures().toList()) {
            List<AmiFrame> frames = Frames.load(fixture).stream()
                    .map(frame -> new AmiFrame(frame.name(), watched(frame.fields(), asked)))
                    .toList();
            events(frames, false);
            events(frames, true);
        }
        assertEquals(new TreeSet<>(JournalLine.FIELDS), asked);
    }

    private static Map<String, String> watched(Map<String, String> fields, Set<String> asked) {
        return new AbstractMap<>() {
            @Override
            public String get(Object field) {
                asked.add((String) field);
                return fields.get(field);
            }

            @Override
            public String getOrDefault(Object field, String otherwise) {
                asked.add((String) field);
                return fields.getOrDefault(field, otherwise);
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                throw new AssertionError("the translator asks for fields by name");
            }
        };
    }

    @Test
    void hostileValuesSurvive() {
        List<String> values = new ArrayList<>(List.of(
                "a\tb\nc\rd\\e\\\\t\\n",
                "\u0000\u0001\u001f\u007f\u0080\u009f\u00a0",
                "\\",
                "\\u0041",
                "=\t==",
                "äöüß€\u2028\u2029\ufeff\uffff",
                "😀\ud83d",
                "\ude00\ud83d\ud83d\ude00\udc00",
                " führt und folgt ",
                "\t",
                "x".repeat(AmiSocket.MAXIMUM_LINE),
                "\u0007".repeat(AmiSocket.MAXIMUM_LINE),
                "𝄞".repeat(AmiSocket.MAXIMUM_LINE / 2)));
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            StringBuilder noise = new StringBuilder();
            for (int length = random.nextInt(80); length >= 0; length--) {
                noise.append((char) random.nextInt(random.nextBoolean() ? 0x10000 : 0xa5));
            }
            values.add(noise.toString());
        }
        for (String value : values) {
            Map<String, String> fields = new HashMap<>();
            JournalLine.FIELDS.forEach(field -> fields.put(field, value));
            byte[] line = lines.write(new Inbound.Frame(new AmiFrame("Newchannel", fields), Frames.AT));
            assertTrue(line.length < JournalLine.MAXIMUM);
            for (int i = 0; i < line.length - 1; i++) {
                assertFalse(line[i] >= 0 && line[i] < ' ' && line[i] != '\t', "one line, without control characters");
            }
            assertEquals(new Inbound.Frame(new AmiFrame("Newchannel", fields), Frames.AT), read(line));
            JournalHeader header = new JournalHeader(Frames.AT, Frames.AT, 7, value, List.of(value, value));
            assertEquals(header, read(lines.write(header)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02T09:00:00Z",
                "2026-11-02T09:00:00.1Z",
                "2026-11-02T09:00:00.000000001Z",
                "2026-11-02T09:00:00.123456789Z",
                "2026-11-02T09:00:00.120Z",
                "1969-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00.5Z"
            })
    void timesAreExact(String time) {
        Instant at = Instant.parse(time);
        assertEquals(new Inbound.Opened(at), read(lines.write(new Inbound.Opened(at))));
        assertEquals(new Inbound.Closed(at), read(lines.write(new Inbound.Closed(at))));
    }

    /** The format is a promise: journals outlive an update of the program. */
    @Test
    void looksAsDocumented() {
        AmiFrame frame = Frames.parse("Event: Hangup\nCause: 16\nUniqueid: 1.7\nLinkedid: 1.6\nAccountCode: secret\n")
                .get(0);
        Instant at = Instant.parse("2026-11-02T09:00:00.25Z");
        assertEquals(
                "1793610000.25\tHangup\tUniqueid=1.7\tLinkedid=1.6\tCause=16\t023478f6\n",
                new String(lines.write(new Inbound.Frame(frame, at)), StandardCharsets.UTF_8));
        assertEquals(
                "1793610000.25\t+\t6bd661f8\n",
                new String(lines.write(new Inbound.Opened(at)), StandardCharsets.UTF_8));
        assertEquals(
                "zuruf-journal\t1\t1793610000.25\t1793610000\t12\tzentrale\ta\tb\te89ec3eb\n",
                new String(
                        lines.write(new JournalHeader(at, Frames.AT, 12, "zentrale", List.of("b", "a"))),
                        StandardCharsets.UTF_8));
        assertNull(lines.write(new Inbound.Frame(new AmiFrame("DeviceStateChange", Map.of()), at)));
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] line = lines.write(new Inbound.Frame(
                Frames.load("recorded/direct-answered").stream()
                        .filter(frame -> frame.name().equals("Newchannel"))
                        .findFirst()
                        .orElseThrow(),
                Frames.AT));
        for (int i = 0; i < line.length - 1; i++) {
            byte[] changed = line.clone();
            changed[i] ^= 1;
            assertThrows(IllegalArgumentException.class, () -> read(changed), "byte " + i);
        }
        for (int length = 0; length < line.length - 1; length++) {
            int cut = length;
            assertThrows(IllegalArgumentException.class, () -> JournalLine.read(line, cut));
        }
    }
}

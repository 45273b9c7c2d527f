package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.EndCause;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was delivered, and what the journal makes of it afterwards. */
@Timeout(120)
class ReplayTest {

    private static final Set<String> CONTEXTS = Set.of("internal");
    private static final JournalFiles.Limits ROOMY =
            new JournalFiles.Limits(Duration.ofDays(1), Duration.ofHours(1), 1L << 30, 8L << 20);

    @TempDir
    private Path temporary;

    private final SetClock clock = new SetClock(Frames.AT);
    private Instant at = Frames.AT;

    private Inbound.Frame frame(AmiFrame frame) {
        // An odd number of nanoseconds, so that nothing is rounded unseen.
        at = at.plusNanos(1_234_567);
        return new Inbound.Frame(frame, at);
    }

    private List<Inbound> session(List<AmiFrame> snapshot, List<AmiFrame> frames) {
        List<Inbound> items = new ArrayList<>();
        items.add(new Inbound.Opened(at));
        snapshot.forEach(each -> items.add(frame(each)));
        if (snapshot.isEmpty()) {
            items.add(frame(new AmiFrame("CoreShowChannelsComplete", Map.of())));
        }
        frames.forEach(each -> items.add(frame(each)));
        items.add(new Inbound.Closed(at));
        return items;
    }

    private static List<AmiFrame> fixtures(String folder) throws IOException {
        return AmiTranslatorTest.fixtures()
                .filter(name -> name.startsWith(folder))
                .flatMap(name -> Frames.load(name).stream())
                .toList();
    }

    /** Sessions with all that was ever recorded, among them one that begins with calls in progress. */
    private List<Inbound> everything() throws IOException {
        List<AmiFrame> inTalk = Frames.load("recorded/snapshot-in-talk");
        List<AmiFrame> snapshot = inTalk.stream()
                .filter(each -> each.name().startsWith("CoreShowChannel"))
                .toList();
        int from = inTalk.indexOf(snapshot.get(0));
        List<Inbound> items = new ArrayList<>(session(List.of(), inTalk.subList(0, from)));
        items.addAll(session(snapshot, inTalk.subList(from, inTalk.size())));
        items.addAll(session(List.of(), fixtures("recorded")));
        items.addAll(session(List.of(), fixtures("malformed")));
        return items;
    }

    /** Lets the pump deliver them, with a journal beside it. */
    private String deliver(List<Inbound> items, Journal journal) throws InterruptedException {
        LinkedBlockingQueue<Inbound> queue = new LinkedBlockingQueue<>(items);
        Container container = new Container();
        CallEventPump pump =
                new CallEventPump(container, queue, new PbxTranslator("pbx", CONTEXTS, context -> {}), "pbx", journal);
        container.scheduleWork(pump);
        long sessions = items.stream().filter(Inbound.Closed.class::isInstance).count();
        List<CallEvent> delivered = container.await(CallEvent.Disconnected.class, (int) sessions);
        pump.release();
        assertTrue(pump.awaitEnd(10));
        container.close();
        return text(delivered);
    }

    private static String text(List<CallEvent> events) {
        return events.stream().map(event -> CallEventText.of(event) + "\n").collect(Collectors.joining());
    }

    private Journal journal(Path directory, JournalFiles.Limits limits) {
        return new Journal("pbx", CONTEXTS, new JournalFiles(directory, limits), clock);
    }

    private static void end(Journal journal) {
        journal.release();
        journal.run();
    }

    private static String replay(Path directory, StringBuilder notes) throws IOException {
        StringBuilder events = new StringBuilder();
        try (JournalReader reader = new JournalReader(directory)) {
            new Replay(null, Instant.MIN, Instant.MAX, events, notes).run(reader);
        }
        return events.toString();
    }

    private static String replay(Path directory) throws IOException {
        StringBuilder notes = new StringBuilder();
        String events = replay(directory, notes);
        assertEquals("", notes.toString());
        return events;
    }

    private static List<Path> files(Path directory) throws IOException {
        return JournalFiles.list(directory).stream()
                .map(JournalFiles.Entry::path)
                .toList();
    }

    @Test
    void aReplayTellsWhatWasDeliveredByteByByte() throws Exception {
        Journal journal = journal(temporary, ROOMY);
        String delivered = deliver(everything(), journal);
        assertTrue(delivered.lines().count() > 80, "there is something to compare");
        journal.pass();
        assertEquals(delivered, replay(temporary), "while it is being written");
        end(journal);
        assertEquals(
                List.of(true),
                JournalFiles.list(temporary).stream()
                        .map(JournalFiles.Entry::compressed)
                        .toList());
        assertEquals(delivered, replay(temporary));
        assertEquals(replay(temporary), replay(temporary));
    }

    @ParameterizedTest
    @MethodSource("de.zuruf.telephony.ami.AmiTranslatorTest#fixtures")
    void aReplayOfAFixtureTellsWhatWasDelivered(String fixture) throws Exception {
        Journal journal = journal(temporary, ROOMY);
        String delivered = deliver(session(List.of(), Frames.load(fixture)), journal);
        end(journal);
        assertEquals(delivered, replay(temporary));
    }

    @Test
    void aReplayGoesAcrossFilesAndAcrossRestarts() throws Exception {
        JournalFiles.Limits small =
                new JournalFiles.Limits(Duration.ofDays(1), Duration.ofMillis(500), 1L << 30, 4_000);
        StringBuilder delivered = new StringBuilder();
        for (int run = 0; run < 3; run++) {
            Journal journal = journal(temporary, small);
            delivered.append(deliver(everything(), journal));
            end(journal);
            clock.advance(Duration.ofSeconds(10));
            at = clock.instant();
        }
        assertTrue(files(temporary).size() > 50, "many files");
        StringBuilder notes = new StringBuilder();
        assertEquals(delivered.toString(), replay(temporary, notes));
        assertEquals(2, notes.toString().lines().count(), notes.toString());
        assertTrue(notes.toString().lines().allMatch(note -> note.endsWith("the connector was started anew")));
    }

    /** What kill -9 leaves behind. */
    @Test
    void aLastFileThatIsTornAnywhereGivesABeginning() throws Exception {
        Path written = temporary.resolve("written");
        // The last lines of the last file are the ends of calls, each of them an event.
        List<Inbound> items = session(List.of(), Frames.load("recorded/two-calls-interleaved"));
        Journal journal =
                journal(written, new JournalFiles.Limits(Duration.ofDays(1), Duration.ofHours(1), 1L << 30, 9_000));
        String delivered = deliver(items, journal);
        journal.pass();
        assertTrue(files(written).size() > 1, "a file before the last");
        tear(written, lastLines(files(written).get(files(written).size() - 1), 2), delivered);
        end(journal);
        // Closed and compressed, then cut by a failure of the file system.
        tear(written, 0, delivered);
    }

    private static int lastLines(Path file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int from = bytes.length - 1;
        for (int seen = 0; seen < count; from--) {
            seen += bytes[from - 1] == '\n' ? 1 : 0;
        }
        return from;
    }

    private void tear(Path written, int from, String delivered) throws IOException {
        List<Path> files = files(written);
        byte[] last = Files.readAllBytes(files.get(files.size() - 1));
        Path torn = Files.createTempDirectory(temporary, "torn");
        for (Path file : files) {
            Files.copy(file, torn.resolve(file.getFileName()));
        }
        Path victim = torn.resolve(files.get(files.size() - 1).getFileName());
        int shortest = Integer.MAX_VALUE;
        for (int length = last.length; length >= from; length--) {
            Files.write(victim, Arrays.copyOf(last, length));
            String replayed = replay(torn);
            assertTrue(delivered.startsWith(replayed), "cut at " + length);
            assertTrue(replayed.length() <= shortest, "the less is left, the less is told");
            shortest = replayed.length();
            assertTrue(length < last.length || replayed.equals(delivered));
        }
        assertTrue(shortest < delivered.length(), "something was cut");
        assertTrue(shortest > 0, "what was before is told");
    }

    @Test
    void aTornFileBeforeARestartIsReadUpToItsTear() throws Exception {
        Journal first = journal(temporary, ROOMY);
        String delivered = deliver(session(List.of(), Frames.load("recorded/direct-answered")), first);
        first.pass();
        Path torn = files(temporary).get(0);
        byte[] bytes = Files.readAllBytes(torn);
        end(first);
        Files.delete(files(temporary).get(0));
        Files.write(torn, Arrays.copyOf(bytes, bytes.length - 3));
        clock.advance(Duration.ofSeconds(1));
        Journal second = journal(temporary, ROOMY);
        second.accept(new Inbound.Opened(clock.instant()));
        end(second);
        List<JournalFiles.Entry> entries = JournalFiles.list(temporary);
        assertEquals(2, entries.size());
        assertTrue(entries.get(0).compressed(), "what the first left is compressed by the second");
        String disconnected = delivered.substring(delivered.lastIndexOf("{\"event\":\"Disconnected"));
        assertEquals(
                delivered.substring(0, delivered.length() - disconnected.length()),
                replay(temporary, new StringBuilder()));
    }

    @Test
    void damageInTheMiddleIsNamedByFileAndLine() throws Exception {
        Journal journal = journal(temporary, ROOMY);
        deliver(session(List.of(), Frames.load("recorded/direct-answered")), journal);
        journal.pass();
        Path file = files(temporary).get(0);
        byte[] bytes = Files.readAllBytes(file);
        int line = 1;
        int position = 0;
        for (; line < 5; position++) {
            line += bytes[position] == '\n' ? 1 : 0;
        }
        bytes[position + 20] ^= 2;
        Files.write(file, bytes);
        StringBuilder events = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        assertEquals(1, ReplayMain.run(new String[] {temporary.toString()}, events, notes));
        assertTrue(notes.toString().contains(file + ":5: the line's checksum is wrong"), notes.toString());
        assertTrue(events.toString().startsWith("{\"event\":\"Connected\""), "what comes before is told");
        assertFalse(notes.toString().contains("9999"), "no number in an error");
    }

    @Test
    void damageInAnOlderCompressedFileIsNoTornEnd() throws Exception {
        Journal journal =
                journal(temporary, new JournalFiles.Limits(Duration.ofDays(1), Duration.ofHours(1), 1L << 30, 4_000));
        deliver(session(List.of(), Frames.load("recorded/two-calls-interleaved")), journal);
        end(journal);
        Path oldest = files(temporary).get(0);
        byte[] bytes = Files.readAllBytes(oldest);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(oldest, Arrays.copyOf(bytes, length));
            StringBuilder notes = new StringBuilder();
            assertEquals(1, ReplayMain.run(new String[] {temporary.toString()}, new StringBuilder(), notes));
            assertTrue(notes.toString().contains(oldest + ":"), notes.toString());
            assertTrue(notes.toString().contains("cut short"), notes.toString());
        }
    }

    @Test
    void whatCannotBeKnownIsSaid() throws Exception {
        Journal journal =
                journal(temporary, new JournalFiles.Limits(Duration.ofDays(1), Duration.ofHours(1), 1L << 30, 4_000));
        String delivered = deliver(everything(), journal);
        end(journal);
        List<Path> files = files(temporary);
        Files.delete(files.get(files.size() / 2));
        StringBuilder notes = new StringBuilder();
        replay(temporary, notes);
        assertTrue(notes.toString().contains("entries before this are missing"), notes.toString());
        for (Path file : files.subList(0, files.size() / 2)) {
            Files.delete(file);
        }
        notes.setLength(0);
        List<String> rest = replay(temporary, notes).lines().toList();
        assertEquals(1, notes.toString().lines().count(), notes.toString());
        assertTrue(notes.toString().contains("entries after the connector's start"), notes.toString());
        assertFalse(rest.isEmpty());
        // Calls that began in what is left are told as they were.
        List<String> then = delivered.lines().toList();
        assertEquals(then.subList(then.size() - 5, then.size()), rest.subList(rest.size() - 5, rest.size()));
    }

    @Test
    void anOperatorChoosesTimesAndContexts() throws Exception {
        Journal journal = journal(temporary, ROOMY);
        List<String> delivered = deliver(session(List.of(), Frames.load("recorded/direct-answered")), journal)
                .lines()
                .toList();
        end(journal);
        String second = delivered.get(1).replaceAll(".*\"at\":\"([^\"]*)\".*", "$1");
        String fourth = delivered.get(3).replaceAll(".*\"at\":\"([^\"]*)\".*", "$1");
        assertEquals(delivered.subList(1, 3), main("--from", second, "--to", fourth));
        assertEquals(delivered, main());
        assertEquals(
                List.of("Connected", "Disconnected"),
                main("--internal-contexts", "elsewhere, nowhere").stream()
                        .map(line -> line.replaceAll("\\{\"event\":\"([A-Za-z]*)\".*", "$1"))
                        .toList());
        assertEquals(2, ReplayMain.run(new String[] {}, new StringBuilder(), new StringBuilder()));
        assertEquals(
                2, ReplayMain.run(new String[] {"x", "--from", "gestern"}, new StringBuilder(), new StringBuilder()));
        assertEquals(2, ReplayMain.run(new String[] {"x", "--to"}, new StringBuilder(), new StringBuilder()));
        assertEquals(2, ReplayMain.run(new String[] {"x", "y"}, new StringBuilder(), new StringBuilder()));
        Path empty = Files.createDirectory(temporary.resolve("empty"));
        assertEquals(1, ReplayMain.run(new String[] {empty.toString()}, new StringBuilder(), new StringBuilder()));
    }

    private List<String> main(String... options) throws IOException {
        StringBuilder events = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        String[] arguments = Stream.concat(Stream.of(temporary.toString()), Stream.of(options))
                .toArray(String[]::new);
        assertEquals(0, ReplayMain.run(arguments, events, notes), notes.toString());
        assertEquals("", notes.toString());
        return events.toString().lines().toList();
    }

    @Test
    void anEventIsOneLineOfJson() {
        assertEquals(
                "{\"event\":\"Ended\",\"call\":{\"pbx\":\"p\",\"linkedId\":\"1.2\"},\"at\":\"2026-11-02T09:00:00Z\",\"cause\":\"BUSY\"}",
                CallEventText.of(new CallEvent.Ended(new CallKey("p", "1.2"), Frames.AT, EndCause.BUSY)));
        assertEquals(
                "{\"event\":\"Connected\",\"pbx\":\"p\",\"at\":\"2026-11-02T09:00:00Z\",\"since\":null,\"liveCalls\":[\"1\",\"2\",\"3\"]}",
                CallEventText.of(new CallEvent.Connected("p", Frames.AT, null, Set.of("3", "1", "2"))));
        String text = CallEventText.of(new CallEvent.Arrived(
                new CallKey("p", "1.2"), Frames.AT, new CallerLine(null, "\"\\\n😀\ud800"), null, "q", true));
        assertTrue(text.contains("\"name\":\"\\\"\\\\\\u000a😀\\ud800\""), text);
        assertEquals(text.length(), new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).length());
    }
}

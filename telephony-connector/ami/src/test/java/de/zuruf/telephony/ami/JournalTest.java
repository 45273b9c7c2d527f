package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files, their rotation, what becomes of them, and what happens when the disk refuses. */
@Timeout(60)
class JournalTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MEGABYTE = 1L << 20;

    @TempDir
    private Path temporary;

    private final SetClock clock = new SetClock(Frames.AT);
    private final RecordedLog log = new RecordedLog();
    private long room = Long.MAX_VALUE;
    private int sent;

    @BeforeEach
    void listen() {
        log.open();
    }

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    private static JournalFiles.Limits limits(Duration retention, long directoryBytes, long fileBytes) {
        return new JournalFiles.Limits(retention, HOUR, directoryBytes, fileBytes);
    }

    /** On a disk that has room for so many bytes. */
    private Journal journal(JournalFiles.Limits limits) {
        JournalFiles files = new JournalFiles(temporary.resolve("pbx"), limits) {
            @Override
            OutputStream newFile(Path path) throws IOException {
                return new FilterOutputStream(super.newFile(path)) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        int fits = (int) Math.min(room, length);
                        out.write(bytes, from, fits);
                        room -= fits;
                        if (fits < length) {
                            throw new IOException("No space left on device");
                        }
                    }
                };
            }
        };
        return new Journal("pbx", Set.of("internal"), files, clock);
    }

    /** Numbered, so that it is seen what is there. */
    private void say(Journal journal, int times) {
        for (int i = 0; i < times; i++) {
            journal.accept(new Inbound.Frame(
                    new AmiFrame("Hangup", Map.of("Uniqueid", "1." + sent++, "Linkedid", "1.0")), clock.instant()));
        }
    }

    private static void end(Journal journal) {
        journal.release();
        journal.run();
    }

    private List<JournalFiles.Entry> entries() throws IOException {
        return JournalFiles.list(temporary.resolve("pbx"));
    }

    private List<String> names() throws IOException {
        return entries().stream()
                .map(entry -> entry.path().getFileName().toString())
                .toList();
    }

    /** {@return the numbers that are in the journal} */
    private List<Integer> kept() throws IOException {
        List<Integer> kept = new ArrayList<>();
        try (JournalReader reader = new JournalReader(temporary.resolve("pbx"))) {
            for (JournalItem item = reader.next(); item != null; item = reader.next()) {
                if (item instanceof Inbound.Frame frame) {
                    kept.add(Integer.valueOf(frame.frame().get("Uniqueid").substring(2)));
                }
            }
        }
        return kept;
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("pbx"))) {
            return files.mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }

    @Test
    void aFileHoldsAnHourAtMostAndIsCompressedThen() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(journal, 3);
        journal.pass();
        clock.advance(Duration.ofMinutes(59));
        say(journal, 3);
        journal.pass();
        assertEquals(List.of("2026-11-02T09-00-00Z-000001.journal"), names());
        clock.advance(Duration.ofMinutes(1));
        say(journal, 1);
        journal.pass();
        assertEquals(List.of("2026-11-02T09-00-00Z-000001.journal.gz", "2026-11-02T10-00-00Z-000002.journal"), names());
        // Nothing is said any more: the file does not stay open for that.
        clock.advance(HOUR);
        journal.pass();
        assertTrue(entries().get(1).compressed());
        // The clock is put back: the order stays.
        clock.advance(Duration.ofHours(-5));
        say(journal, 1);
        journal.pass();
        assertEquals("2026-11-02T06-00-00Z-000003.journal", names().get(2));
        end(journal);
        assertEquals(range(0, 8), kept());
        assertEquals(List.of(), log.lines());
        try (Stream<Path> files = Files.list(temporary.resolve("pbx"))) {
            assertEquals(
                    3,
                    files.filter(file -> !file.endsWith(".lock"))
                            .peek(file -> assertTrue(file.toString().endsWith(".journal.gz"), file.toString()))
                            .count());
        }
    }

    @Test
    void manyThingsAtOnceAreManyFiles() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), MEGABYTE, 1_000));
        say(journal, 200);
        journal.pass();
        end(journal);
        assertTrue(entries().size() > 8);
        assertEquals(range(0, 200), kept());
        assertEquals(10, names().stream().limit(10).distinct().count());
    }

    @Test
    void aLineThatIsLargerThanAFileIsKept() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), MEGABYTE, 100));
        journal.accept(new Inbound.Frame(
                new AmiFrame("Hangup", Map.of("Uniqueid", "1.7", "CallerIDName", "x".repeat(8_000))), clock.instant()));
        end(journal);
        assertEquals(List.of(7), kept());
    }

    @Test
    void whatIsOlderIsDeleted() throws Exception {
        Journal journal = journal(limits(Duration.ofHours(3), 64 * MEGABYTE, MEGABYTE));
        for (int hour = 0; hour < 6; hour++) {
            say(journal, 10);
            journal.pass();
            clock.advance(HOUR);
            journal.pass();
            Instant oldest = clock.instant().minus(Duration.ofHours(3));
            assertTrue(entries().stream().noneMatch(entry -> entry.start().isBefore(oldest)), names().toString());
        }
        assertEquals(range(30, 60), kept());
        // Also when the telephone system says nothing.
        clock.advance(Duration.ofHours(4));
        journal.pass();
        assertEquals(List.of(), names());
        end(journal);
    }

    @Test
    void whatIsTooOldAtTheStartIsDeleted() throws Exception {
        Journal first = journal(limits(Duration.ofHours(3), 64 * MEGABYTE, MEGABYTE));
        say(first, 10);
        end(first);
        clock.advance(Duration.ofHours(4));
        Journal second = journal(limits(Duration.ofHours(3), 64 * MEGABYTE, MEGABYTE));
        say(second, 1);
        end(second);
        assertEquals(List.of(10), kept());
    }

    @Test
    void theOldestIsDeletedWhenItBecomesTooMuch() throws Exception {
        JournalFiles.Limits limits = limits(Duration.ofDays(1), 10_000, 1_000);
        Journal journal = journal(limits);
        for (int i = 0; i < 400; i++) {
            say(journal, 5);
            journal.pass();
            assertTrue(bytes() <= limits.directoryBytes(), "never more");
        }
        end(journal);
        assertTrue(bytes() <= limits.directoryBytes());
        List<Integer> kept = kept();
        assertTrue(kept.size() > 100, "and not much less");
        assertEquals(range(2_000 - kept.size(), 2_000), kept, "the newest");
    }

    @Test
    void foreignFilesStay() throws Exception {
        Path foreign = Files.createDirectories(temporary.resolve("pbx")).resolve("notes-1.journal");
        Files.writeString(foreign, "mine");
        Journal journal = journal(limits(Duration.ofHours(3), 10_000, 1_000));
        say(journal, 2_000);
        end(journal);
        assertEquals("mine", Files.readString(foreign));
    }

    @Test
    void onlyTheOwnerMayRead() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), MEGABYTE, 1_000));
        say(journal, 50);
        journal.pass();
        Path directory = temporary.resolve("pbx");
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return;
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 2);
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        end(journal);
    }

    @Test
    void aFullDiskIsSaidOnceAndGotOver() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(journal, 10);
        journal.pass();
        room = 100;
        say(journal, 10);
        journal.pass();
        for (int minute = 0; minute < 5; minute++) {
            clock.advance(Journal.RETRY);
            say(journal, 10);
            journal.pass();
            journal.pass();
        }
        assertEquals(1, log.lines().size(), log.lines().toString());
        assertTrue(
                log.lines().get(0).startsWith("ZURUF1013E")
                        && log.lines().get(0).contains("No space left"),
                log.lines().get(0));
        assertEquals(1, entries().size(), "no empty files are left behind");
        room = Long.MAX_VALUE;
        clock.advance(Journal.RETRY);
        say(journal, 10);
        journal.pass();
        assertEquals(1, log.lines().size(), "not yet: perhaps it fails again");
        clock.advance(Journal.RETRY);
        say(journal, 10);
        journal.pass();
        end(journal);
        List<Integer> kept = kept();
        assertEquals(range(0, 10), kept.subList(0, 10));
        assertEquals(range(70, 90), kept.subList(kept.size() - 20, kept.size()));
        assertTrue(kept.size() < 35, "what was torn is not read");
        assertEquals(2, log.lines().size(), log.lines().toString());
        assertTrue(log.lines().get(1).startsWith("ZURUF1014W"), log.lines().get(1));
        assertTrue(log.lines().get(1).contains("60 entries"), log.lines().get(1));
        StringBuilder notes = new StringBuilder();
        assertEquals(0, ReplayMain.run(new String[] {temporary.resolve("pbx").toString()}, new StringBuilder(), notes));
        assertTrue(
                notes.toString().contains((90 - kept.size()) + " entries before this are missing"), notes.toString());
    }

    @Test
    void aFolderThatCannotBeMadeHoldsNothingUp() throws Exception {
        Path inTheWay = temporary.resolve("pbx");
        Files.writeString(inTheWay, "a file");
        Journal journal = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(journal, 10);
        journal.pass();
        say(journal, 10);
        journal.pass();
        assertEquals(1, log.lines().size(), log.lines().toString());
        Files.delete(inTheWay);
        clock.advance(Journal.RETRY);
        say(journal, 10);
        end(journal);
        assertEquals(range(20, 30), kept());
    }

    @Test
    void aFolderThatIsClearedAwayIsMadeAgain() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(journal, 10);
        journal.pass();
        try (Stream<Path> files = Files.list(temporary.resolve("pbx"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(temporary.resolve("pbx"));
        clock.advance(HOUR);
        say(journal, 10);
        journal.pass();
        end(journal);
        assertEquals(range(10, 20), kept());
        assertEquals(List.of(), log.lines());
    }

    @Test
    void aDiskThatIsTooSlowCostsEntriesNotMemory() throws Exception {
        Journal journal = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, 16 * MEGABYTE));
        String large = "x".repeat(8_000);
        int fit = (int) (Journal.MAXIMUM_PENDING_BYTES / large.length());
        for (int i = 0; i < fit + 100; i++) {
            journal.accept(new Inbound.Frame(
                    new AmiFrame("Hangup", Map.of("Uniqueid", "1." + i, "CallerIDName", large)), clock.instant()));
        }
        sent = fit + 100;
        journal.pass();
        say(journal, 5);
        end(journal);
        List<Integer> kept = kept();
        assertEquals(range(0, kept.size() - 5), kept.subList(0, kept.size() - 5));
        assertEquals(range(fit + 100, fit + 105), kept.subList(kept.size() - 5, kept.size()));
        assertTrue(kept.size() < fit + 5);
        assertTrue(log.lines().get(0).startsWith("ZURUF1014W"), log.lines().toString());
        assertTrue(
                log.lines().get(0).contains(" " + (fit + 105 - kept.size()) + " entries"),
                log.lines().toString());
        StringBuilder notes = new StringBuilder();
        ReplayMain.run(new String[] {temporary.resolve("pbx").toString()}, new StringBuilder(), notes);
        assertTrue(notes.toString().contains("entries before this are missing"), notes.toString());
    }

    @Test
    void twoWritersKeepOutOfEachOthersWay() throws Exception {
        Journal first = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(first, 1);
        first.pass();
        Journal second = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(second, 1);
        second.pass();
        assertTrue(
                log.lines().get(0).contains("another process writes there"),
                log.lines().toString());
        end(first);
        clock.advance(Journal.RETRY);
        say(second, 1);
        end(second);
        assertEquals(List.of(0, 2), kept());
    }

    @Test
    void whatACrashLeftHalfDoneIsTidiedUp() throws Exception {
        Journal first = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(first, 3);
        first.pass();
        Path plain = entries().get(0).path();
        byte[] content = Files.readAllBytes(plain);
        end(first);
        // Killed after the compressed file was there and before the plain one was gone, and once in the middle of
        // compressing.
        Files.write(plain, content);
        Path unfinished = Files.write(plain.resolveSibling("2026-11-02T08-00-00Z-000000.journal.gz.tmp"), new byte[3]);
        assertEquals(range(0, 3), kept(), "read once");
        Journal second = journal(limits(Duration.ofDays(1), 64 * MEGABYTE, MEGABYTE));
        say(second, 1);
        end(second);
        assertFalse(Files.exists(plain));
        assertFalse(Files.exists(unfinished));
        assertEquals(range(0, 4), kept());
    }

    @Test
    void eachTelephoneSystemHasAFolderOfItsOwnWhateverItIsCalled() {
        Path journals = Path.of("/j");
        assertEquals(journals.resolve("zentrale"), JournalFiles.folder(journals, "zentrale"));
        for (String name : List.of("..", ".", "../x", "a/b", "a\\b", "köln", "a b", "C:", "\u0000")) {
            Path folder = JournalFiles.folder(journals, name);
            assertEquals(journals, folder.getParent(), name);
            assertEquals(folder, folder.normalize());
        }
        assertNotEquals(JournalFiles.folder(journals, "a.b"), JournalFiles.folder(journals, "a-b"));
    }

    @Test
    void settingsBecomeLimits() {
        JournalFiles.Limits usual = JournalFiles.Limits.of(24, 500);
        assertEquals(HOUR, usual.span());
        assertEquals(8 * MEGABYTE, usual.fileBytes());
        assertEquals(
                Duration.ofMinutes(5), JournalFiles.Limits.of(1, 500).span(), "little more is deleted than is too old");
        assertTrue(JournalFiles.Limits.of(1, 10).fileBytes() * 4 < 10 * MEGABYTE);
        TelephonyActivationSpec spec = new TelephonyActivationSpec();
        assertNull(spec.journalFolder(), "no journal unless asked for");
        spec.setJournalDirectory(" ");
        assertNull(spec.journalFolder());
        spec.setJournalDirectory("/var/zuruf ");
        assertEquals(Path.of("/var/zuruf/asterisk"), spec.journalFolder());
    }
}

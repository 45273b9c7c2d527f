package de.zuruf.telephony.ami;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The files of one telephone system's journal: {@code 2026-11-02T09-00-00Z-000017.journal} while it is written, and with
 * {@code .gz} behind it once it is closed. The time is that of the first item, UTC; the number goes on by one and gives the
 * order even when the clock was put back. Directory, files and {@code .lock}, which keeps a second writer out, are the owner's
 * only, where the file system knows such a thing.
 */
class JournalFiles implements AutoCloseable {

    /**
     * What keeps a journal small.
     *
     * @param retention      nothing older is kept
     * @param span           no file holds more than this time
     * @param directoryBytes all files together are not larger
     * @param fileBytes      no file is larger, uncompressed, unless it has one line only
     */
    record Limits(Duration retention, Duration span, long directoryBytes, long fileBytes) {

        private static final Duration LONGEST_SPAN = Duration.ofHours(1);
        private static final long LARGEST_FILE = 8L << 20;

        Limits {
            if (directoryBytes < 4 * fileBytes) {
                throw new IllegalArgumentException("no room for an open file, its compressed form and some older ones");
            }
        }

        /**
         * @param hours     as the setting {@code journalHours}
         * @param megabytes as the setting {@code journalMegabytes}
         */
        static Limits of(int hours, int megabytes) {
            // A file is deleted as a whole: the shorter the retention, the shorter the files.
            Duration span = Duration.ofHours(hours).dividedBy(12);
            long bytes = (long) megabytes << 20;
            return new Limits(
                    Duration.ofHours(hours),
                    span.compareTo(LONGEST_SPAN) < 0 ? span : LONGEST_SPAN,
                    bytes,
                    Math.min(LARGEST_FILE, bytes / 16));
        }
    }

    /**
     * One file.
     *
     * @param start    from its name, UTC, whole seconds
     * @param sequence from its name
     */
    record Entry(Path path, Instant start, long sequence) {
        boolean compressed() {
            return path.getFileName().toString().endsWith(COMPRESSED);
        }
    }

    private static final String PLAIN = ".journal";
    private static final String COMPRESSED = ".journal.gz";
    private static final String UNFINISHED = ".tmp";
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Limits limits;
    private FileChannel lock;
    private Path open;

    JournalFiles(Path directory, Limits limits) {
        this.directory = directory;
        this.limits = limits;
    }

    /** {@return the folder for a telephone system's journal: its name, with what could mislead a file system as {@code %xx}} */
    static Path folder(Path journals, String pbx) {
        StringBuilder name = new StringBuilder();
        for (byte b : pbx.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_';
            if (plain) {
                name.append((char) b);
            } else {
                name.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return journals.resolve(name.toString());
    }

    /** {@return a journal's files in their order; of one that was just being compressed the compressed one} */
    static List<Entry> list(Path directory) throws IOException {
        Map<Long, Entry> entries = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Entry entry = entry(file);
                if (entry != null) {
                    entries.merge(entry.sequence(), entry, (a, b) -> a.compressed() ? a : b);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::sequence))
                .toList();
    }

    private static Entry entry(Path file) {
        String name = file.getFileName().toString();
        String suffix = name.endsWith(COMPRESSED) ? COMPRESSED : PLAIN;
        int dash = name.lastIndexOf('-');
        if (!name.endsWith(suffix) || dash < 0) {
            return null;
        }
        try {
            return new Entry(
                    file,
                    START.parse(name.substring(0, dash), Instant::from),
                    Long.parseLong(name.substring(dash + 1, name.length() - suffix.length())));
        } catch (DateTimeException | NumberFormatException e) {
            // Somebody else's file.
            return null;
        }
    }

    Path directory() {
        return directory;
    }

    Limits limits() {
        return limits;
    }

    /**
     * Takes the directory and clears up what was left, so that there is room for one more file.
     *
     * @throws IOException when it cannot be written, or another process writes there
     */
    private void prepare(Instant now) throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        if (lock == null) {
            FileChannel channel = FileChannel.open(
                    directory.resolve(".lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            if (!locked(channel)) {
                channel.close();
                throw new IOException("another process writes there");
            }
            lock = channel;
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(path -> path.toString().endsWith(COMPRESSED + UNFINISHED))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
        prune(now);
        for (Entry entry : list(directory)) {
            if (entry.compressed()) {
                Files.deleteIfExists(plain(entry));
            } else {
                compress(entry.path());
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * @param start time of receipt of its first item, UTC
     * @param now   for what is too old
     * @return a new file, empty, not buffered
     * @throws IOException when that is not possible
     */
    OutputStream create(Instant start, Instant now) throws IOException {
        prepare(now);
        List<Entry> entries = list(directory);
        long sequence = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).sequence() + 1;
        String digits = Long.toString(sequence);
        open = directory.resolve(
                START.format(start) + "-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits + PLAIN);
        return newFile(open);
    }

    /** To be replaced in tests. */
    OutputStream newFile(Path path) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------")));
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * The newest file is written no more: compresses it, or deletes it when it holds nothing.
     *
     * @param headerBytes size of a file that holds nothing
     */
    void closed(long headerBytes) {
        Path file = open;
        open = null;
        if (file == null) {
            return;
        }
        try {
            if (Files.size(file) <= headerBytes) {
                Files.delete(file);
            } else {
                compress(file);
            }
        } catch (IOException e) {
            OperatorMessage.debug("Deleting an empty file of the journal", e);
        }
    }

    private void compress(Path file) {
        Path whole = file.resolveSibling(file.getFileName() + ".gz");
        Path unfinished = file.resolveSibling(whole.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            try (OutputStream out =
                    new BufferedOutputStream(new GZIPOutputStream(newFile(unfinished), 8_192), 65_536)) {
                Files.copy(file, out);
            }
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
        } catch (IOException e) {
            // It stays as it is, can be read all the same, and is tried again before the next file begins.
            OperatorMessage.debug("Compressing a file of the journal", e);
        }
    }

    /**
     * Deletes what is too old, and the oldest when all together is too much.
     *
     * @throws IOException when something that should be deleted cannot be
     */
    void prune(Instant now) throws IOException {
        if (lock == null || !Files.isDirectory(directory)) {
            // Not ours yet, or somebody has cleared it away; the next file makes it again.
            return;
        }
        List<Entry> kept = new ArrayList<>();
        long bytes = 0;
        for (Entry entry : list(directory)) {
            // Far ahead is as wrong as long ago: it was written while the clock was.
            Duration age = Duration.between(entry.start(), now).abs();
            if (!entry.path().equals(open) && age.compareTo(limits.retention()) > 0) {
                delete(entry);
            } else {
                kept.add(entry);
                bytes += size(entry);
            }
        }
        // The open file may become that large, and exists twice while it is compressed.
        long most = limits.directoryBytes() - 2 * limits.fileBytes();
        for (Entry entry : kept) {
            if (bytes <= most || entry.path().equals(open)) {
                return;
            }
            bytes -= size(entry);
            delete(entry);
        }
    }

    private static long size(Entry entry) throws IOException {
        try {
            return Files.size(entry.path());
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Deletes both forms of a file: a crash while it was compressed leaves them side by side. */
    private static void delete(Entry entry) throws IOException {
        Files.deleteIfExists(plain(entry));
        Files.deleteIfExists(entry.path());
    }

    private static Path plain(Entry entry) {
        String name = entry.path().getFileName().toString();
        return entry.compressed()
                ? entry.path().resolveSibling(name.substring(0, name.length() - ".gz".length()))
                : entry.path();
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}

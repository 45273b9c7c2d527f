package de.zuruf.telephony.ami;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the files of one telephone system's journal, oldest first, also while it is being written. A last line that was not
 * finished, because the process was killed or has not written it yet, counts as not written.
 */
final class JournalReader implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final Iterator<JournalFiles.Entry> files;
    private Path file;
    private InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long number;
    private byte[] line = new byte[1_024];
    private int length;

    /**
     * @param directory of one telephone system
     * @throws IOException when it cannot be read
     */
    JournalReader(Path directory) throws IOException {
        List<JournalFiles.Entry> entries = JournalFiles.list(directory);
        if (entries.isEmpty()) {
            throw new NoSuchFileException(directory.toString(), null, "no file of a journal is there");
        }
        files = entries.iterator();
    }

    /**
     * {@return the next item, headers included; null at the end}
     *
     * @throws IOException with the file and the line, when it cannot be read or is not as it was written
     */
    JournalItem next() throws IOException {
        while (in != null || files.hasNext()) {
            if (in == null) {
                open(files.next().path());
            } else if (!readLine()) {
                close();
            } else {
                return item();
            }
        }
        return null;
    }

    private JournalItem item() throws IOException {
        JournalItem item;
        try {
            item = JournalLine.read(line, length);
        } catch (IllegalArgumentException e) {
            throw new IOException(where() + e.getMessage(), e);
        }
        if (item instanceof JournalHeader != (number == 1)) {
            throw new IOException(where() + (number == 1 ? "the header is missing" : "a header in the middle"));
        }
        return item;
    }

    private String where() {
        return file + ":" + number + ": ";
    }

    private void open(Path path) throws IOException {
        file = path;
        number = 0;
        next = 0;
        end = 0;
        try {
            in = opened(path);
        } catch (NoSuchFileException e) {
            // Compressed since the list was made, or deleted for its age.
            Path compressed = path.resolveSibling(path.getFileName() + ".gz");
            if (Files.exists(compressed)) {
                open(compressed);
            }
        } catch (EOFException e) {
            cutShort(e);
        }
    }

    private static InputStream opened(Path path) throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            return path.toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** {@return false at the end of the file} */
    private boolean readLine() throws IOException {
        length = 0;
        number++;
        try {
            for (int b = read(); b >= 0; b = read()) {
                if (b == '\n') {
                    return true;
                }
                if (length == JournalLine.MAXIMUM) {
                    throw new IOException(where() + "not a line of a journal");
                }
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = (byte) b;
            }
        } catch (EOFException e) {
            cutShort(e);
        } catch (ZipException e) {
            throw new IOException(where() + "the compressed file is damaged: " + e.getMessage(), e);
        }
        return false;
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }

    /** Only the newest file can have been cut short: an older one was renamed when it was whole. */
    private void cutShort(EOFException cause) throws IOException {
        if (files.hasNext()) {
            throw new IOException(where() + "the compressed file is cut short", cause);
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
            in = null;
        }
    }
}

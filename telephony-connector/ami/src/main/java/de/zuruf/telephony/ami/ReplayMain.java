package de.zuruf.telephony.ami;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Replays a journal for an operator: the events on standard output, one line of JSON each, what cannot be known on standard
 * error; both UTF-8 whatever the terminal's setting, so that two replays are the same bytes.
 *
 * <pre>java -cp zuruf-telephony-ami.jar:zuruf-telephony-contract.jar de.zuruf.telephony.ami.ReplayMain DIR [OPTION…]</pre>
 *
 * <p>{@code DIR} is the folder of one telephone system. {@code --from TIME} and {@code --to TIME} (ISO 8601 with an offset or
 * {@code Z}; from inclusive, to exclusive) choose what is shown; the journal is translated from its beginning all the same.
 * {@code --internal-contexts A,B} replaces the setting of then. Exit status: 0 read to the end, 1 the journal cannot be read
 * or is damaged, 2 wrong arguments.
 */
public final class ReplayMain {

    private static final String USAGE = "Usage: ReplayMain DIR [--from TIME] [--to TIME] [--internal-contexts A,B]\n"
            + "TIME as in 2026-11-02T10:00:00+01:00 or 2026-11-02T09:00:00Z\n";

    private ReplayMain() {}

    /**
     * @param arguments see the class
     * @throws IOException when the output cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int status;
        try (Writer events = writer(FileDescriptor.out);
                Writer notes = writer(FileDescriptor.err)) {
            status = run(arguments, events, notes);
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    private static Writer writer(FileDescriptor stream) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), 65_536);
    }

    /** {@return the exit status} */
    static int run(String[] arguments, Appendable events, Appendable notes) throws IOException {
        Path directory = null;
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        Set<String> internalContexts = null;
        try {
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--from" -> from = time(arguments[++i]);
                    case "--to" -> to = time(arguments[++i]);
                    case "--internal-contexts" -> internalContexts = names(arguments[++i]);
                    default -> {
                        if (directory != null || arguments[i].startsWith("-")) {
                            throw new IllegalArgumentException(arguments[i]);
                        }
                        directory = Path.of(arguments[i]);
                    }
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            notes.append("Not understood: ").append(e.getMessage()).append('\n');
            directory = null;
        }
        if (directory == null) {
            notes.append(USAGE);
            return 2;
        }
        try (JournalReader journal = new JournalReader(directory)) {
            new Replay(internalContexts, from, to, events, notes).run(journal);
            return 0;
        } catch (IOException e) {
            notes.append(e.toString()).append('\n');
            return 1;
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package de.zuruf.benchmark;

import de.zuruf.telephony.ami.PbxTranslator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a busy Asterisk says without end: all recorded calls at once, again and again, each time as new calls.
 *
 * <p>The frames of all recordings are mixed as if every recorded scene had begun and ended at the same time, so that some fifty
 * calls are open together. Taken are those that a manager user with {@code read = call,agent} is sent, whether the product looks at
 * them or not. One repetition lies in memory as bytes; for the next one only the digits are overwritten that make its
 * channels, calls and bridges others.
 *
 * <p>Not for use by several threads.
 */
final class FrameStream {

    /** Of an identifier such as {@code 1795345558.143} or {@code zuruf-1795345558.1}, the seconds: ten digits. */
    private static final Pattern CHANNEL_ID = Pattern.compile("(?<=id: (?:zuruf-)?)\\d{10}(?=\\.\\d+\\r\\n)");

    /** Of a bridge's identifier, the first eight hexadecimal digits. */
    private static final Pattern BRIDGE_ID = Pattern.compile("(?<=id: )\\p{XDigit}{8}(?=-\\p{XDigit}{4}-)");

    /** The identifiers that calls dialled by the product bring along: the same in each recording. */
    private static final Pattern DIALLED_ID = Pattern.compile("(?m)(?<=id: )zuruf-(?=\\d+$)");

    private static final Pattern READABLE = Pattern.compile("(?m)^Privilege: (call|agent),all$");

    private static final String EVENT = "Event: ";
    private static final long FIRST_SECOND = 1_000_000_000L;

    private record Frame(int recording, double place, String text) {}

    /** Digits that differ from one repetition to the next. */
    private record Patch(int offset, int digits, int recording) {}

    private final byte[] bytes;
    private final List<Patch> patches = new ArrayList<>();
    private final int recordings;
    private final int frames;
    private final int looked;
    private final int calls;
    private final int events;
    private long repetition;

    /**
     * @param recorded folder of recordings ({@code .ami}) with what is told of each beside it ({@code .story})
     * @throws IOException when it cannot be read
     */
    FrameStream(Path recorded) throws IOException {
        var mixed = new ArrayList<Frame>();
        int scenes = 0;
        int ended = 0;
        int told = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(recorded, "*.ami")) {
            for (Path file : files) {
                // Not what the recordings are written in, but a byte for each character, whose places are counted.
                List<String> texts = frames(Files.readString(file, StandardCharsets.ISO_8859_1));
                for (int i = 0; i < texts.size(); i++) {
                    mixed.add(new Frame(scenes, (i + 0.5) / texts.size(), texts.get(i)));
                }
                scenes++;
                String story = file.getFileName().toString().replace(".ami", ".story");
                for (String line : Files.readAllLines(file.resolveSibling(story))) {
                    told++;
                    ended += line.contains(": ended: ") ? 1 : 0;
                }
            }
        }
        if (ended == 0) {
            throw new IOException("no calls in " + recorded);
        }
        mixed.sort(Comparator.comparingDouble(Frame::place).thenComparingInt(Frame::recording));
        var text = new StringBuilder();
        for (Frame frame : mixed) {
            patches(CHANNEL_ID, 10, frame, text.length());
            patches(BRIDGE_ID, 8, frame, text.length());
            text.append(frame.text());
        }
        bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        recordings = scenes;
        frames = mixed.size();
        looked = (int) mixed.stream()
                .filter(frame -> PbxTranslator.RELEVANT.contains(
                        frame.text().substring(EVENT.length(), frame.text().indexOf('\r'))))
                .count();
        calls = ended;
        events = told;
    }

    private static List<String> frames(String recording) {
        var frames = new ArrayList<String>();
        for (String paragraph : recording.split("\n\n+")) {
            if (paragraph.startsWith(EVENT) && READABLE.matcher(paragraph).find()) {
                String frame = DIALLED_ID.matcher(paragraph.strip()).replaceAll("zuruf-" + FIRST_SECOND + ".");
                frames.add(frame.replace("\n", "\r\n") + "\r\n\r\n");
            }
        }
        return frames;
    }

    private void patches(Pattern identifier, int digits, Frame frame, int offset) {
        Matcher matcher = identifier.matcher(frame.text());
        while (matcher.find()) {
            patches.add(new Patch(offset + matcher.start(), digits, frame.recording()));
        }
    }

    /** {@return the next repetition's bytes, to be sent before this is called again} */
    byte[] next() {
        for (Patch patch : patches) {
            long number = FIRST_SECOND + repetition * recordings + patch.recording();
            for (int i = patch.offset() + patch.digits() - 1; i >= patch.offset(); i--) {
                bytes[i] = (byte) ('0' + number % 10);
                number /= 10;
            }
        }
        repetition++;
        return bytes;
    }

    /** {@return how many frames there are in a repetition} */
    int frames() {
        return frames;
    }

    /** {@return how many of a repetition's frames the product looks at} */
    int looked() {
        return looked;
    }

    /** {@return how many bytes there are in a repetition} */
    int size() {
        return bytes.length;
    }

    /** {@return how many calls of a repetition are told to have ended} */
    int calls() {
        return calls;
    }

    /** {@return how much is told of a repetition's calls, the ends included} */
    int events() {
        return events;
    }

    @Override
    public String toString() {
        return recordings + " recordings, " + frames + " frames, " + looked + " of them looked at, "
                + bytes.length / frames + " bytes each, " + calls + " calls that end, " + events + " call events";
    }
}

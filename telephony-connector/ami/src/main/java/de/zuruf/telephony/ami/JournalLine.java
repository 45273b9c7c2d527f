package de.zuruf.telephony.ami;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The lines of a journal: UTF-8, columns parted by tabs, ended by a line feed. The last column is the CRC-32C of all before
 * its tab, as eight hexadecimal digits, so that a line is either as it was written or known not to be.
 *
 * <pre>
 * zuruf-journal ⇥ 1 ⇥ start ⇥ run ⇥ before ⇥ pbx ⇥ context ⇥ context … ⇥ crc     first line of a file: {@link JournalHeader}
 * at ⇥ + ⇥ crc                                                                a session begins
 * at ⇥ - ⇥ crc                                                                the session is over
 * at ⇥ Newchannel ⇥ Uniqueid=… ⇥ Linkedid=… ⇥ … ⇥ crc                             an event with the fields of {@link #FIELDS}
 * </pre>
 *
 * <p>Times are seconds since 1970 with as many decimals as they have, at most nine. Fields without a value are left out. In
 * texts stand {@code \\}, {@code \t}, {@code \n}, {@code \r} and, for other control characters and halves of a surrogate pair,
 * {@code \}{@code u} with four hexadecimal digits.
 *
 * <p>An instance writes and is for one thread; reading is static.
 */
final class JournalLine {

    /**
     * All that {@link PbxTranslator} reads of a frame, and nothing else of it is kept: a journal is personal data. Whoever
     * teaches the translator another field adds it here; JournalLineTest says so.
     */
    static final List<String> FIELDS = List.of(
            "Uniqueid",
            "Linkedid",
            "Channel",
            "ChannelState",
            "Context",
            "Exten",
            "CallerIDNum",
            "CallerIDName",
            "Queue",
            "Application",
            "ApplicationData",
            "BridgeId",
            "BridgeUniqueid",
            "BridgeTechnology",
            "DialStatus",
            "DialString",
            "Cause",
            "DestUniqueid",
            "DestLinkedid",
            "DestChannel",
            "DestContext",
            "Result",
            "Extension",
            "TransfererUniqueid",
            "OrigTransfererUniqueid",
            "SecondTransfererUniqueid",
            "TransfereeUniqueid",
            "TransfereeCallerIDNum",
            "TransferTargetUniqueid",
            "TransferTargetCallerIDNum",
            "TargetUniqueid",
            "ParkeeUniqueid",
            "ParkingSpace",
            "Mailbox",
            "Response",
            "Interface",
            "Location",
            "Membership",
            "Status",
            "Paused",
            "PausedReason",
            "Wait");

    /** No line is longer: fields of {@link AmiSocket#MAXIMUM_LINE} at most, each character six bytes when escaped. */
    static final int MAXIMUM = 8 * AmiSocket.MAXIMUM_LINE * FIELDS.size();

    private static final String FORMAT = "zuruf-journal";
    private static final String VERSION = "1";
    private static final String OPENED = "+";
    private static final String CLOSED = "-";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int CRC_DIGITS = 8;

    private final CRC32C crc = new CRC32C();
    private byte[] line = new byte[1_024];
    private int length;

    // ---- writing -------------------------------------------------------------------------------------------------

    /** {@return the line with its line feed} */
    byte[] write(JournalHeader header) {
        length = 0;
        text(FORMAT);
        column(VERSION);
        put('\t');
        time(header.start());
        put('\t');
        time(header.run());
        column(Long.toString(header.before()));
        column(header.pbx());
        header.internalContexts().forEach(this::column);
        return end();
    }

    /** {@return the line with its line feed; null when the translator does not look at such a frame} */
    byte[] write(Inbound item) {
        length = 0;
        time(item.at());
        if (item instanceof Inbound.Frame received) {
            AmiFrame frame = received.frame();
            if (!PbxTranslator.RELEVANT.contains(frame.name())) {
                return null;
            }
            column(frame.name());
            for (String field : FIELDS) {
                String value = frame.get(field);
                if (!value.isEmpty()) {
                    column(field);
                    put('=');
                    text(value);
                }
            }
        } else {
            column(item instanceof Inbound.Opened ? OPENED : CLOSED);
        }
        return end();
    }

    private byte[] end() {
        crc.reset();
        crc.update(line, 0, length);
        int value = (int) crc.getValue();
        put('\t');
        for (int shift = 28; shift >= 0; shift -= 4) {
            put(HEX[value >>> shift & 15]);
        }
        put('\n');
        return Arrays.copyOf(line, length);
    }

    private void time(Instant at) {
        text(Long.toString(at.getEpochSecond()));
        int nanos = at.getNano();
        if (nanos == 0) {
            return;
        }
        put('.');
        for (int unit = 100_000_000; nanos > 0; unit /= 10) {
            put('0' + nanos / unit);
            nanos %= unit;
        }
    }

    private void column(String text) {
        put('\t');
        text(text);
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '\\') {
                put(c);
            } else if (c < 0xa0) {
                control(c);
            } else if (c < 0x800) {
                put(0xc0 | c >> 6);
                put(0x80 | c & 0x3f);
            } else if (!Character.isSurrogate(c)) {
                put(0xe0 | c >> 12);
                put(0x80 | c >> 6 & 0x3f);
                put(0x80 | c & 0x3f);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                put(0xf0 | point >> 18);
                put(0x80 | point >> 12 & 0x3f);
                put(0x80 | point >> 6 & 0x3f);
                put(0x80 | point & 0x3f);
            } else {
                escape(c);
            }
        }
    }

    private void control(char c) {
        switch (c) {
            case '\\' -> pair('\\');
            case '\t' -> pair('t');
            case '\n' -> pair('n');
            case '\r' -> pair('r');
            default -> escape(c);
        }
    }

    private void pair(char c) {
        put('\\');
        put(c);
    }

    private void escape(char c) {
        pair('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[c >> shift & 15]);
        }
    }

    private void put(int b) {
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) b;
    }

    // ---- reading -------------------------------------------------------------------------------------------------

    /**
     * @param line   bytes that begin with a line without its line feed
     * @param length how many
     * @return what it says
     * @throws IllegalArgumentException when it is no such line, with what is wrong; never with what stands in it
     */
    static JournalItem read(byte[] line, int length) {
        int end = length - CRC_DIGITS - 1;
        if (end <= 0 || line[end] != '\t') {
            throw new IllegalArgumentException("not a line of a journal");
        }
        CRC32C sum = new CRC32C();
        sum.update(line, 0, end);
        if (sum.getValue() != hex(new String(line, end + 1, CRC_DIGITS, StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException("the line's checksum is wrong");
        }
        List<String> columns = columns(new String(line, 0, end, StandardCharsets.UTF_8));
        try {
            return columns.get(0).equals(FORMAT) ? header(columns) : item(columns);
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new IllegalArgumentException("not a line of a journal", e);
        }
    }

    private static JournalHeader header(List<String> columns) {
        if (!columns.get(1).equals(VERSION)) {
            throw new IllegalArgumentException(
                    "version " + columns.get(1) + " of the format; this program reads version " + VERSION);
        }
        return new JournalHeader(
                instant(columns.get(2)),
                instant(columns.get(3)),
                Long.parseLong(columns.get(4)),
                unescaped(columns.get(5)),
                columns.subList(6, columns.size()).stream()
                        .map(JournalLine::unescaped)
                        .toList());
    }

    private static Inbound item(List<String> columns) {
        Instant at = instant(columns.get(0));
        String name = columns.get(1);
        if (name.equals(OPENED)) {
            return new Inbound.Opened(at);
        }
        if (name.equals(CLOSED)) {
            return new Inbound.Closed(at);
        }
        Map<String, String> fields = new HashMap<>();
        for (String column : columns.subList(2, columns.size())) {
            int equals = column.indexOf('=');
            fields.put(column.substring(0, equals), unescaped(column.substring(equals + 1)));
        }
        return new Inbound.Frame(new AmiFrame(name, fields), at);
    }

    private static List<String> columns(String text) {
        List<String> columns = new ArrayList<>();
        int from = 0;
        for (int tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
            columns.add(text.substring(from, tab));
            from = tab + 1;
        }
        columns.add(text.substring(from));
        return columns;
    }

    private static Instant instant(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        int nanos = 0;
        for (int i = 1; i <= 9; i++) {
            nanos = 10 * nanos + (dot + i < text.length() ? Character.digit(text.charAt(dot + i), 10) : 0);
        }
        return Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)), nanos);
    }

    private static String unescaped(String text) {
        int backslash = text.indexOf('\\');
        if (backslash < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length()).append(text, 0, backslash);
        for (int i = backslash; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            switch (text.charAt(++i)) {
                case 't' -> plain.append('\t');
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case '\\' -> plain.append('\\');
                case 'u' -> {
                    plain.append((char) hex(text.substring(i + 1, i + 5)));
                    i += 4;
                }
                default -> throw new IllegalArgumentException("an unknown escape");
            }
        }
        return plain.toString();
    }

    private static long hex(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 16);
            if (digit < 0) {
                throw new IllegalArgumentException("not a line of a journal");
            }
            value = value << 4 | digit;
        }
        return value;
    }
}

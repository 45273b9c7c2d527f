package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmCursor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a cursor of this adapter says: how far the bundled delivery and the current file of the drop folder are read. A
 * file is known by its name (to find it) and its content (to be sure of it).
 *
 * @param bundled identity of the bundled delivery and of the day that it was moved to; empty when none was begun
 * @param bundledAt records of it that were handed on or rejected; {@link #DONE} after the last
 * @param file    identity of the file's content; empty when none was begun
 * @param fileAt  records of it that were handed on or rejected
 * @param name    the file's name, or a hash of it when that is too long for a cursor
 */
record Position(String bundled, long bundledAt, String file, long fileAt, String name) {
    static final long DONE = -1;
    static final Position START = new Position("", 0, "", 0, "");

    private static final String FORMAT = "x1";
    private static final Pattern NUMBER = Pattern.compile("-1|\\d{1,18}");
    private static final int NAME_LIMIT = 300;

    /** Reads a cursor; one that another adapter or version wrote means the beginning, for changes may be repeated. */
    static Position of(CrmCursor cursor) {
        String[] parts = cursor.value().split(";", -1);
        if (parts.length != 6
                || !parts[0].equals(FORMAT)
                || !NUMBER.matcher(parts[2]).matches()
                || !NUMBER.matcher(parts[4]).matches()) {
            return START;
        }
        return new Position(
                parts[1],
                Long.parseLong(parts[2]),
                parts[3],
                Long.parseLong(parts[4]),
                URLDecoder.decode(parts[5], StandardCharsets.UTF_8));
    }

    CrmCursor toCursor() {
        return new CrmCursor(String.join(
                ";",
                FORMAT,
                bundled,
                Long.toString(bundledAt),
                file,
                Long.toString(fileAt),
                URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    Position inBundled(String identity, long at) {
        return new Position(identity, at, file, fileAt, name);
    }

    Position inFile(String fileName, String identity, long at) {
        return new Position(bundled, bundledAt, identity, at, nameToken(fileName));
    }

    boolean isIn(String fileName) {
        return !file.isEmpty() && name.equals(nameToken(fileName));
    }

    private static String nameToken(String fileName) {
        return URLEncoder.encode(fileName, StandardCharsets.UTF_8).length() <= NAME_LIMIT
                ? fileName
                : Digest.of(fileName).substring(0, 32);
    }
}

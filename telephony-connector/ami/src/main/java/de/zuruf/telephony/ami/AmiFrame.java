package de.zuruf.telephony.ami;

import java.util.Map;
import java.util.Objects;

/**
 * One event of the manager interface as it was on the wire.
 *
 * @param name   the event's name, e.g. {@code Newchannel}
 * @param fields its fields by their name in Asterisk's spelling; of a repeated field the last value
 */
public record AmiFrame(String name, Map<String, String> fields) {

    /** Copies nothing: the reader builds a map per frame and lets go of it. */
    public AmiFrame {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(fields, "fields");
    }

    /**
     * @param field in Asterisk's spelling
     * @return its value, empty when it is absent
     */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    @Override
    public String toString() {
        // The fields hold callers' numbers and must not reach a log.
        return "AmiFrame[" + name + "]";
    }
}

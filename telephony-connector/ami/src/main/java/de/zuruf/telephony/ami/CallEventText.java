package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;

/**
 * A call event as one line of JSON (RFC 8259), the same for the same event: {@code "event"} with its kind, then the components
 * in the order of their declaration; sets are sorted. Holds callers' numbers, so it is nothing for a log.
 */
final class CallEventText {

    private final StringBuilder out = new StringBuilder(256);

    private CallEventText() {}

    static String of(CallEvent event) {
        CallEventText text = new CallEventText();
        text.out
                .append("{\"event\":\"")
                .append(event.getClass().getSimpleName())
                .append('"');
        text.components(event, ",");
        return text.out.append('}').toString();
    }

    private void components(Object value, String separator) {
        String before = separator;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            out.append(before).append('"').append(component.getName()).append("\":");
            before = ",";
            try {
                value(component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void value(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else if (value instanceof CharSequence || value instanceof Instant || value instanceof Enum<?>) {
            string(value.toString());
        } else if (value instanceof Collection<?> several) {
            // A set's order differs from process to process.
            String separator = "";
            out.append('[');
            for (String one : several.stream().map(String::valueOf).sorted().toList()) {
                out.append(separator);
                string(one);
                separator = ",";
            }
            out.append(']');
        } else {
            out.append('{');
            components(value, "");
            out.append('}');
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) && !paired(text, i)) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 15, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))
                || i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
    }
}

package de.zuruf.demopbx;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A call to be played.
 *
 * @param callerNumber  as the line would present it, at most 80 characters; null plays a withheld number; two to four
 *                      digits play a call from a telephone of the house
 * @param callerName    as the line would present it, at most 300 characters; null for none
 * @param dialledNumber what the caller dials, digits with an optional leading plus, at most 40 characters
 * @param queue         name of the queue, letters, digits, {@code _} and {@code -}, at most 40 characters; null for a
 *                      direct call
 * @param extensions    whose telephones ring, each of at most 20 letters, digits, {@code _} and {@code -}; exactly one
 *                      for a direct call, any number for a queue (none: nobody is there)
 */
public record CallRequest(
        String callerNumber, String callerName, String dialledNumber, String queue, List<String> extensions) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,39}");
    static final Pattern INTERNAL = Pattern.compile("[0-9]{2,4}");

    /**
     * @throws IllegalArgumentException when a value is outside the shape given above; a line break in one of them would
     *                                  forge frames
     */
    public CallRequest {
        callerNumber = line(callerNumber, 80, "callerNumber");
        callerName = line(callerName, 300, "callerName");
        Objects.requireNonNull(dialledNumber, "dialledNumber");
        extensions = List.copyOf(extensions);
        require(NUMBER.matcher(dialledNumber).matches(), "dialledNumber");
        require(queue == null || NAME.matcher(queue).matches(), "queue");
        require(extensions.stream().allMatch(e -> EXTENSION.matcher(e).matches()), "extensions");
        require(extensions.stream().distinct().count() == extensions.size(), "extensions");
        require(queue != null || extensions.size() == 1, "extensions");
    }

    boolean internal() {
        return callerNumber != null && INTERNAL.matcher(callerNumber).matches();
    }

    private static String line(String text, int limit, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        require(text.length() <= limit && text.chars().noneMatch(c -> c == '\r' || c == '\n'), what);
        return text;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("Not a playable call: " + what);
        }
    }

    @Override
    public String toString() {
        return "CallRequest[" + (queue == null ? "direct" : queue) + ", " + extensions + "]";
    }
}

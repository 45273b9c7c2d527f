package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallerLine;
import java.util.Locale;
import java.util.Set;

/** What a line transmits is written by strangers: made harmless here, before anything else sees it. */
final class LineText {

    static final int LIMIT = 80;

    private static final Set<String> NOTHING = Set.of(
            "",
            "anonymous",
            "unknown",
            "<unknown>",
            "restricted",
            "unavailable",
            "private",
            "withheld",
            "asterisk",
            "s");

    private LineText() {}

    static CallerLine caller(String number, String name) {
        String cleanNumber = number(number);
        String cleanName = name(name);
        return cleanNumber == null && cleanName == null ? CallerLine.WITHHELD : new CallerLine(cleanNumber, cleanName);
    }

    /** {@return digits, {@code *}, {@code #} with an optional leading plus; null when the text is no number} */
    static String number(String text) {
        if (text.length() > 4 * LIMIT || NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))) {
            return null;
        }
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c == '*' || c == '#' || c == '+' && digits.isEmpty()) {
                digits.append(c);
            } else if (" -./()".indexOf(c) < 0) {
                // A name or an address in the place of the number: digits picked out of it would be somebody else's.
                return null;
            }
        }
        boolean empty = digits.isEmpty() || digits.length() == 1 && digits.charAt(0) == '+';
        return empty || digits.length() > LIMIT ? null : digits.toString();
    }

    /** {@return the text without control, format and direction characters, at most {@value #LIMIT} long; null if nothing} */
    static String name(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LIMIT));
        for (int i = 0; i < text.length() && clean.length() < LIMIT; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                // Format characters include the direction overrides; the others have no meaning without a partner.
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> {
                    if (clean.length() + Character.charCount(c) <= LIMIT) {
                        clean.appendCodePoint(c);
                    } else {
                        i = text.length();
                    }
                }
            }
        }
        String name = clean.toString().strip();
        return NOTHING.contains(name.toLowerCase(Locale.ROOT)) ? null : name;
    }

    /** {@return the name as it can stand between quotation marks in a line that we send; null if nothing is left} */
    static String quotable(String text) {
        String name = name(text.replaceAll("[\"\\\\<>,;|]", " "));
        return name == null || name.isEmpty() ? null : name;
    }

    /** {@return a queue's or device's name with letters, digits and {@code _ - . @} only; null when nothing is left} */
    static String identifier(String text) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LIMIT));
        for (int i = 0; i < text.length() && clean.length() < LIMIT; i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || "_-.@".indexOf(c) >= 0) {
                clean.append(c);
            }
        }
        return clean.isEmpty() ? null : clean.toString();
    }

    /** {@return a Uniqueid or Linkedid; null when it is none, so that the frame is ignored} */
    static String channelId(String text) {
        if (text.isEmpty() || text.length() > 150) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                return null;
            }
        }
        return text;
    }

    /**
     * {@return the device of a channel name such as {@code PJSIP/201-0000001a}; null for Local channels, which are
     * Asterisk's own plumbing and no telephone, and for what is no channel name}
     */
    static String device(String channel) {
        int slash = channel.indexOf('/');
        int dash = channel.lastIndexOf('-');
        if (slash <= 0 || dash <= slash + 1 || channel.startsWith("Local/")) {
            return null;
        }
        return identifier(channel.substring(slash + 1, dash));
    }

    /**
     * {@return the extension of a queue member's interface: 201 of {@code PJSIP/201} as of {@code Local/201@internal/n}; null
     * when nothing is left}
     */
    static String member(String dialled) {
        String rest = dialled.substring(dialled.indexOf('/') + 1);
        int at = rest.indexOf('@');
        int slash = rest.indexOf('/');
        int end = at >= 0 ? at : slash >= 0 ? slash : rest.length();
        return identifier(rest.substring(0, end));
    }
}

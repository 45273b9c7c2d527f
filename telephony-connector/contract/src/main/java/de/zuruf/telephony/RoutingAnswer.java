package de.zuruf.telephony;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a dialplan is told about a call. Every part may be missing and then leaves the dialplan's own choice as it is. The texts go
 * into a dialplan, where quotes, commas, dollar signs and line ends have a meaning: an answer that holds one cannot be made.
 *
 * @param queue          name of a queue, 1 to {@value #MAXIMUM_NAME} letters without umlauts, digits and {@code _ . -}; null: none
 * @param priority       for the order within the queue ({@code QUEUE_PRIO}), 0 to {@value #MAXIMUM_PRIORITY}, more is earlier;
 *                       null: none
 * @param ownerExtension telephone of the customer's owner or deputy, to be tried first, written as a queue's name is; null: none
 * @param vip            whether the caller is to be treated as a very important one
 * @param language       for greetings, as Asterisk names languages, e.g. {@code de} or {@code en_GB}, 2 to 20 letters, digits
 *                       and {@code _ -}; null: none
 * @param rules          ids of the rules that decided, written as a queue's name is, at most {@value #MAXIMUM_RULES}
 */
public record RoutingAnswer(
        String queue, Integer priority, String ownerExtension, boolean vip, String language, List<String> rules)
        implements Serializable {

    /** Longest name. */
    public static final int MAXIMUM_NAME = 80;

    /** Highest priority. */
    public static final int MAXIMUM_PRIORITY = 1_000;

    /** Most rules. */
    public static final int MAXIMUM_RULES = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1," + MAXIMUM_NAME + "}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,19}");

    /** Leaves everything to the dialplan. Below the patterns, which its construction needs. */
    public static final RoutingAnswer NOTHING = new RoutingAnswer(null, null, null, false, null, List.of());

    public RoutingAnswer {
        rules = List.copyOf(rules);
        check("queue", queue == null || isName(queue));
        check("priority", priority == null || priority >= 0 && priority <= MAXIMUM_PRIORITY);
        check("ownerExtension", ownerExtension == null || isName(ownerExtension));
        check("language", language == null || isLanguage(language));
        check("rules", rules.size() <= MAXIMUM_RULES && rules.stream().allMatch(RoutingAnswer::isName));
    }

    /** {@return whether a text can be a queue, an extension or a rule} */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** {@return whether a text can be a language} */
    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    private static void check(String part, boolean right) {
        if (!right) {
            throw new IllegalArgumentException(part + " is out of range or has characters that a dialplan would read");
        }
    }
}

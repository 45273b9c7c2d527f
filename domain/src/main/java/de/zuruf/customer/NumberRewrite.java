package de.zuruf.customer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to put in the place of the beginning of a caller's number, for trunks that signal numbers in a way of their own. Written as
 * {@code pattern => replacement}; the pattern is the beginning of the number, with the number of digits after a slash if
 * only numbers of that length are meant:
 *
 * <ul>
 *   <li>{@code 9 => } takes a leading 9 away
 *   <li>{@code 43/11 => +43} is for numbers of eleven digits that begin with 43
 *   <li>{@code /8 => +4930} is for any number of eight digits
 *   <li>{@code => +49} is for every number; only useful as the last rule
 * </ul>
 *
 * <p>There is nothing else in this language, so a rule takes no longer than the comparison of a few characters.
 *
 * @param beginning   plus sign or nothing, then digits; possibly empty
 * @param length      how many digits the number has, the plus sign not counted; 0: any
 * @param replacement as {@code beginning}
 */
public record NumberRewrite(String beginning, int length, String replacement) {

    /** Longest number that a rule can speak of, in digits. */
    public static final int LONGEST = 20;

    private static final Pattern RULE =
            Pattern.compile("\\s*(\\+?[0-9]{0,20})(?:/([0-9]{1,2}))?\\s*=>\\s*(\\+?[0-9]{0,20})\\s*");
    private static final Pattern PART = Pattern.compile("\\+?[0-9]{0,20}");

    public NumberRewrite {
        if (!PART.matcher(beginning).matches() || !PART.matcher(replacement).matches()) {
            throw new IllegalArgumentException(
                    "a rewriting rule consists of digits with an optional plus sign before them");
        }
        if (length < 0 || length > LONGEST || length > 0 && length < digits(beginning)) {
            throw new IllegalArgumentException(
                    "a rewriting rule's length is from the digits that it names to " + LONGEST);
        }
        if (beginning.isEmpty() && length == 0 && replacement.isEmpty()) {
            throw new IllegalArgumentException("a rewriting rule must say something");
        }
    }

    /**
     * Reads one rule.
     *
     * @throws IllegalArgumentException when it is none; the message quotes it
     */
    public static NumberRewrite parse(String rule) {
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + rule.strip() + "' is no rewriting rule; expected is BEGINNING[/DIGITS] =>"
                            + " REPLACEMENT, such as 0 => +49 or 43/11 => +43");
        }
        try {
            return new NumberRewrite(
                    matcher.group(1),
                    matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)),
                    matcher.group(3));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + rule.strip() + "': " + e.getMessage(), e);
        }
    }

    /**
     * Applies the first rule that fits, and no other one.
     *
     * @param number digits with an optional plus sign before them
     * @return the same when none fits
     */
    static String apply(List<NumberRewrite> rules, String number) {
        for (NumberRewrite rule : rules) {
            if (rule.fits(number)) {
                return rule.replacement + number.substring(rule.beginning.length());
            }
        }
        return number;
    }

    /** @throws IllegalArgumentException when a rule can never be the first that fits */
    static void requireAllReachable(List<NumberRewrite> rules) {
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rules.get(earlier).coversAll(rules.get(later))) {
                    throw new IllegalArgumentException("the rewriting rule '" + rules.get(later) + "' is never used: '"
                            + rules.get(earlier) + "' before it takes all its numbers");
                }
            }
        }
    }

    private boolean fits(String number) {
        return number.startsWith(beginning) && (length == 0 || digits(number) == length);
    }

    private boolean coversAll(NumberRewrite other) {
        return other.beginning.startsWith(beginning) && (length == 0 || length == other.length);
    }

    private static int digits(String number) {
        return number.startsWith("+") ? number.length() - 1 : number.length();
    }

    /** {@return the rule as an operator writes it} */
    @Override
    public String toString() {
        return beginning + (length == 0 ? "" : "/" + length) + " => " + replacement;
    }
}

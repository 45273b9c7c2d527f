package de.zuruf.crm.xml;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the JDK's schema messages into sentences for the person who delivers the file. The validator reports a bad value
 * twice, first what is wrong with it, then where it stands; both become one sentence.
 */
final class SchemaReason {
    private static final Pattern PLACE_ATTRIBUTE =
            Pattern.compile("des Attributs '([^']*)' bei Element '([^']*)' hat keinen gültigen Typ '[^']*'\\.$");
    private static final Pattern PLACE_ELEMENT =
            Pattern.compile("(?:^Element|des Elements) '([^']*)' (?:darf|ist)[^']*$");
    private static final Pattern TOO_LONG =
            Pattern.compile("mit Länge = '(\\d+)' ist nicht Facet-gültig in Bezug auf maxLength '(\\d+)'");
    private static final Pattern ENUMERATION =
            Pattern.compile("^Wert '(.{0,60}?)' ist nicht Facet-gültig in Bezug auf Enumeration '\\[([^\\]]*)\\]'");
    private static final Pattern LONG_QUOTE = Pattern.compile("'([^']{40})[^']{21,}'");
    private static final Pattern QUALIFIED = Pattern.compile("\"urn:zuruf:[a-z]+:[0-9.]+\":");

    private SchemaReason() {}

    /** Whether a reason may repeat the value that is wrong. */
    enum Values {
        SHOWN,
        HIDDEN
    }

    /**
     * @param message    the validator's, e.g. {@code cvc-maxLength-valid: …}
     * @param complaints what was found in the record so far
     * @param values     whether the sentence may repeat the data, which are personal
     * @param add        adds a reason to them
     */
    static void append(String message, List<Problem> complaints, Values values, Consumer<String> add) {
        int colon = message.indexOf(": ");
        String code = colon < 0 ? "" : message.substring(0, colon);
        String text = colon < 0 ? message : message.substring(colon + 2);
        String place = switch (code) {
            case "cvc-attribute.3" -> placeInAttribute(text);
            case "cvc-complex-type.2.2", "cvc-type.3.1.3" -> placeInElement(text);
            default -> null;
        };
        if (place != null && !complaints.isEmpty()) {
            Problem last = complaints.remove(complaints.size() - 1);
            add.accept(place + ": " + last.reason());
            return;
        }
        add.accept(sentence(code, text, values));
    }

    private static String placeInAttribute(String text) {
        Matcher matcher = PLACE_ATTRIBUTE.matcher(text);
        return matcher.find() ? "Attribut " + matcher.group(1) + " in " + matcher.group(2) : null;
    }

    private static String placeInElement(String text) {
        Matcher matcher = PLACE_ELEMENT.matcher(text);
        return matcher.find() ? "Element " + matcher.group(1) : null;
    }

    private static String sentence(String code, String text, Values values) {
        if (code.equals("cvc-maxLength-valid")) {
            Matcher matcher = TOO_LONG.matcher(text);
            if (matcher.find()) {
                return "zu lang, " + matcher.group(1) + " Zeichen; erlaubt sind " + matcher.group(2) + ".";
            }
        }
        if (code.equals("cvc-minLength-valid")) {
            return "leer oder zu kurz.";
        }
        if (values == Values.HIDDEN) {
            return "nicht erlaubt (" + code + ").";
        }
        if (code.equals("cvc-enumeration-valid")) {
            Matcher matcher = ENUMERATION.matcher(text);
            if (matcher.find()) {
                return "„" + matcher.group(1) + "“ gibt es nicht; erlaubt sind " + matcher.group(2) + ".";
            }
        }
        return LONG_QUOTE
                .matcher(QUALIFIED.matcher(text).replaceAll(""))
                .replaceAll(match -> Matcher.quoteReplacement("'" + match.group(1) + "…'"));
    }
}

package de.zuruf.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text with places for facts: {@code {usualDays}} or, to agree in number, {@code {quoteDays|Tag|Tagen}}. What is put in
 * is never read as a template again.
 */
final class Template {

    private static final Map<String, PromptFact> BY_VARIABLE = new HashMap<>();

    static {
        for (PromptFact fact : PromptFact.values()) {
            BY_VARIABLE.put(fact.variable(), fact);
        }
    }

    /** Text, or a fact with the words for one and for many, both null when none are given. */
    private record Part(String text, PromptFact fact, String one, String many) {}

    /** Where and what is wrong; {@code index} counts characters from 0. */
    static final class MalformedException extends Exception {
        final int index;
        final String de;
        final String en;

        MalformedException(int index, String de, String en) {
            super(en);
            this.index = index;
            this.de = de;
            this.en = en;
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    static Template of(String text) throws MalformedException {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int end = open < 0 ? text.length() : open;
            int stray = text.indexOf('}', from);
            if (stray >= 0 && stray < end) {
                throw new MalformedException(stray, "„}“ ohne „{“", "'}' without '{'");
            }
            if (end > from) {
                parts.add(new Part(text.substring(from, end), null, null, null));
            }
            if (open < 0) {
                break;
            }
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new MalformedException(open, "„{“ ohne „}“", "'{' without '}'");
            }
            parts.add(place(text.substring(open + 1, close), open));
            from = close + 1;
        }
        return new Template(parts);
    }

    private static Part place(String inner, int index) throws MalformedException {
        String[] piece = inner.split("\\|", -1);
        PromptFact fact = BY_VARIABLE.get(piece[0]);
        if (fact == null) {
            throw new MalformedException(
                    index + 1, "unbekannte Angabe „" + cut(piece[0]) + "“", "unknown fact '" + cut(piece[0]) + "'");
        }
        if (piece.length == 1) {
            return new Part(null, fact, null, null);
        }
        if (piece.length != 3 || fact.type() != FactType.NUMBER) {
            throw new MalformedException(
                    index + 1,
                    "Einzahl und Mehrzahl nur so: {zahl|Tag|Tagen}",
                    "singular and plural only as in {number|day|days}");
        }
        return new Part(null, fact, piece[1], piece[2]);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** {@return the text with facts filled in; empty when one of them is not set} */
    Optional<String> fill(PromptFacts facts, boolean german) {
        StringBuilder text = new StringBuilder(160);
        for (Part part : parts) {
            if (part.fact == null) {
                text.append(part.text);
            } else if (!facts.has(part.fact)) {
                return Optional.empty();
            } else {
                text.append(facts.shown(part.fact, german));
                if (part.one != null) {
                    text.append(' ').append(facts.isOne(part.fact) ? part.one : part.many);
                }
            }
        }
        return Optional.of(text.toString());
    }
}

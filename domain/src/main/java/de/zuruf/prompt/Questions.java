package de.zuruf.prompt;

import java.util.List;

/**
 * Open questions that an agent may ask.
 *
 * @param de German
 * @param en English, as many
 */
public record Questions(List<String> de, List<String> en) {

    /** No questions. */
    public static final Questions NONE = new Questions(List.of(), List.of());

    public Questions {
        de = List.copyOf(de);
        en = List.copyOf(en);
        if (de.size() != en.size()) {
            throw new IllegalArgumentException("as many German as English questions");
        }
    }
}

package de.zuruf.wording;

import java.util.Map;

/** The state has changed meanwhile, or somebody else holds what is asked for. */
public non-sealed class ConflictException extends DomainException {

    /**
     * @param code  stable, {@code ZURUF-…}
     * @param words for the person
     */
    public ConflictException(String code, Bilingual words) {
        super(code, words, null, Map.of(), null);
    }

    /**
     * @param code    stable, {@code ZURUF-…}
     * @param words   for the person
     * @param details members for the error's body, e.g. {@code holder} or {@code current}
     */
    public ConflictException(String code, Bilingual words, Map<String, Object> details) {
        super(code, words, null, details, null);
    }
}

package de.zuruf.wording;

import java.util.Map;

/** Whoever asks may not do this. */
public non-sealed class NotPermittedException extends DomainException {

    /**
     * @param code  stable, {@code ZURUF-…}
     * @param words for the person
     */
    public NotPermittedException(String code, Bilingual words) {
        super(code, words, null, Map.of(), null);
    }
}

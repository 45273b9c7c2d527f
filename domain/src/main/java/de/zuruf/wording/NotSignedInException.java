package de.zuruf.wording;

import java.util.Map;

/** Nobody, or nobody known, asks. */
public non-sealed class NotSignedInException extends DomainException {

    /**
     * @param code  stable, {@code ZURUF-…}
     * @param words for the person
     */
    public NotSignedInException(String code, Bilingual words) {
        super(code, words, null, Map.of(), null);
    }
}

package de.zuruf.wording;

import java.util.Map;

/** There is no such thing, or it is not for the one who asks. */
public non-sealed class NotFoundException extends DomainException {

    /**
     * @param code  stable, {@code ZURUF-…}
     * @param words for the person
     */
    public NotFoundException(String code, Bilingual words) {
        super(code, words, null, Map.of(), null);
    }
}

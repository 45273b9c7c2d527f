package de.zuruf.web.api;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;

/** A request's body that must be there. */
public final class Body {
    private Body() {}

    /**
     * @return the body
     * @throws InvalidInputException when the request has none
     */
    public static <T> T of(T body) {
        if (body == null) {
            throw new InvalidInputException(
                    "ZURUF-MALFORMED", new Bilingual("Die Anfrage ist leer.", "The request is empty."), null);
        }
        return body;
    }
}

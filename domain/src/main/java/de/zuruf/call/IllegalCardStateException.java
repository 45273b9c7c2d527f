package de.zuruf.call;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import java.util.Map;

/** A card cannot be closed or reopened in its present state. */
public final class IllegalCardStateException extends ConflictException {
    IllegalCardStateException(CallState state) {
        super(
                "ZURUF-CALL-STATE",
                new Bilingual(
                        "Das geht erst, wenn der Anruf angenommen wurde.",
                        "This is possible once the call has been answered."),
                Map.of("state", state.name()));
    }
}

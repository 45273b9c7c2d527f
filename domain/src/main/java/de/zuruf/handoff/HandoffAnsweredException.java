package de.zuruf.handoff;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;

/** A handoff is answered once. */
public final class HandoffAnsweredException extends ConflictException {
    HandoffAnsweredException() {
        super(
                "ZURUF-HANDOFF-ANSWERED",
                new Bilingual("Zu dieser Übergabe liegt schon ein Bericht vor.", "This handoff has a report already."));
    }
}

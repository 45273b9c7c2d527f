package de.zuruf.app.presence;

import de.zuruf.app.call.CallCards;
import de.zuruf.app.people.Extensions;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads from the tables what is known of an agent. */
@Stateless
@PermitAll
public class PresenceLoader {
    @Inject
    private Extensions extensions;

    @Inject
    private CallCards cards;

    /**
     * What the tables know.
     *
     * @param extension where he sits; null when nowhere
     * @param calls     those that ring or are open
     */
    record Stored(String extension, List<CallCards.Standing> calls) {}

    /** {@return what the tables know of an employee} */
    public Stored load(String employeeId) {
        return new Stored(extensions.of(employeeId).orElse(null), cards.standing(employeeId));
    }

    /** {@return all who sit at a telephone} */
    public List<String> seated() {
        return List.copyOf(extensions.holders().values());
    }
}

package de.zuruf.app.handoff;

import java.util.Set;

/**
 * A handoff was sent, acknowledged or answered.
 *
 * @param handoff  as it is now
 * @param audience employees who shall see it at once
 */
public record HandoffChanged(Handoff handoff, Set<String> audience) {
    public HandoffChanged {
        audience = Set.copyOf(audience);
    }
}

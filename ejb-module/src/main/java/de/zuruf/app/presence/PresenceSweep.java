package de.zuruf.app.presence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends wrap-ups that nobody ends, and repeats orders that failed. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PresenceSweep {
    @Inject
    private AgentBook agents;

    /** Several times a minute. */
    @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false)
    public void sweep() {
        agents.sweep();
    }
}

package de.zuruf.app.call;

import de.zuruf.app.people.ExtensionBound;
import de.zuruf.app.people.Extensions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * Gives the call at a telephone to whoever signs in there while it rings. Ring and sign-in do not see each other before
 * both are committed, so each looks for the other afterwards; whichever comes second finds it.
 */
@ApplicationScoped
class LateSignIns {
    @Inject
    private CallDesk desk;

    @Inject
    private Extensions extensions;

    @Resource
    private ManagedExecutorService executor;

    /** A telephone rings at which nobody has signed in. */
    record Unclaimed(String extension) {}

    void signedIn(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExtensionBound bound) {
        executor.execute(() -> desk.claim(bound.extension(), bound.employeeId()));
    }

    void rings(@Observes(during = TransactionPhase.AFTER_SUCCESS) Unclaimed unclaimed) {
        executor.execute(() -> extensions
                .holder(unclaimed.extension())
                .ifPresent(holder -> desk.claim(unclaimed.extension(), holder)));
    }
}

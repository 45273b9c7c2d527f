package de.zuruf.app.operation;

import de.zuruf.app.mirror.MirrorSynchronised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Remembers that this process has taken all that the CRM had to tell, be it nothing. */
@ApplicationScoped
class FirstPass {
    private volatile boolean through;

    void synchronised(@Observes MirrorSynchronised event) {
        through = true;
    }

    boolean through() {
        return through;
    }
}

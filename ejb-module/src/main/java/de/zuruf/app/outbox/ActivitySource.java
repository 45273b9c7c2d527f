package de.zuruf.app.outbox;

import de.zuruf.crm.spi.CrmActivity;
import java.util.Optional;

/** Tells what to deliver; implemented by the capability that owns the thing. */
public interface ActivitySource {

    /** {@return whether this source composes activities of the kind} */
    boolean composes(ActivityKind kind);

    /**
     * @param kind      what is due
     * @param subjectId our identity of the thing
     * @return the activity as it stands now; empty when the thing no longer exists
     */
    Optional<CrmActivity> compose(ActivityKind kind, long subjectId);
}

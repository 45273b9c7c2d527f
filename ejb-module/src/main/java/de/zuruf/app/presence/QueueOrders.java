package de.zuruf.app.presence;

import de.zuruf.app.call.PbxOrders;
import de.zuruf.app.call.TelephoneSystems;
import de.zuruf.telephony.Telephony;
import de.zuruf.wording.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;

/**
 * Tells a telephone system what its queues shall do with a telephone, which it may know by another extension than the house.
 *
 * <p>All methods throw a {@link DomainException} with words for an agent when the order is not carried out.
 */
@ApplicationScoped
public class QueueOrders {
    @Inject
    private PbxOrders orders;

    @Inject
    private TelephoneSystems systems;

    private interface AtTelephone {
        void give(Telephony telephony, String telephone) throws ResourceException;
    }

    /**
     * Logs a telephone in.
     *
     * @param reason of the pause; null without one, or when nothing was said
     */
    void add(String pbx, String queue, String extension, boolean paused, String reason) {
        give(pbx, extension, (telephony, telephone) -> {
            telephony.queueAdd(queue, telephone, null, paused);
            if (paused && reason != null) {
                telephony.queuePause(queue, telephone, true, reason);
            }
        });
    }

    /** Logs a telephone out. */
    void remove(String pbx, String queue, String extension) {
        give(pbx, extension, (telephony, telephone) -> telephony.queueRemove(queue, telephone));
    }

    /**
     * Pauses a telephone or ends its pause.
     *
     * @param queue  null for all of that telephone system
     * @param reason null for none
     */
    void pause(String pbx, String queue, String extension, boolean paused, String reason) {
        give(pbx, extension, (telephony, telephone) -> telephony.queuePause(queue, telephone, paused, reason));
    }

    private void give(String pbx, String extension, AtTelephone order) {
        orders.give(pbx, telephony -> {
            order.give(telephony, systems.place(extension).extension());
            return null;
        });
    }
}

package de.zuruf.presence;

import java.util.Collection;
import java.util.Objects;

/**
 * What the pauses of one telephone in its queues mean. Who set a pause is told by its reason, which the telephone system keeps:
 * so it is known after a restart as well, and a pause that a person has set is never taken for ours.
 *
 * @param byHand   the telephone is in at least one queue, is paused in all, and in one of them by a person
 * @param ours     it is paused in at least one queue because of the wrap-up
 * @param unpaused it is in at least one queue and not paused there
 * @param reason   why the person paused; null when nothing was said, and without a pause by hand
 */
public record Pause(boolean byHand, boolean ours, boolean unpaused, String reason) {

    /** The telephone is in no queue. */
    public static final Pause NONE = new Pause(false, false, false, null);

    /**
     * A telephone in a queue.
     *
     * @param paused whether the queue leaves it out
     * @param reason why; null when nothing was said
     */
    public record InQueue(boolean paused, String reason) {}

    /**
     * @param queues       the telephone in each of its queues
     * @param wrapUpReason the reason with which we pause during the wrap-up
     * @return what that means
     */
    public static Pause of(Collection<InQueue> queues, String wrapUpReason) {
        Objects.requireNonNull(wrapUpReason, "wrapUpReason");
        boolean unpaused = false;
        boolean ours = false;
        boolean theirs = false;
        String reason = null;
        for (InQueue queue : queues) {
            if (!queue.paused()) {
                unpaused = true;
            } else if (wrapUpReason.equals(queue.reason())) {
                ours = true;
            } else {
                theirs = true;
                reason = reason == null ? queue.reason() : reason;
            }
        }
        boolean byHand = theirs && !unpaused;
        return new Pause(byHand, ours, unpaused, byHand ? reason : null);
    }
}

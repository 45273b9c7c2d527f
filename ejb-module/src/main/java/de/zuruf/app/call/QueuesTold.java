package de.zuruf.app.call;

import de.zuruf.telephony.CallEvent;
import java.util.List;

/**
 * A telephone system has told something about its queues.
 *
 * @param events in the order in which it happened, at least one
 */
public record QueuesTold(List<CallEvent.OfQueue> events) {}

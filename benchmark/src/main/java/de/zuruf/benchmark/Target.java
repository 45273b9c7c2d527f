package de.zuruf.benchmark;

import de.zuruf.demopbx.DemoPbx;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * A program under load: the product or the relay.
 *
 * @param name    for messages
 * @param pbx     the telephone system that it is connected to, with this program as its only client
 * @param address where its event streams are
 * @param streams one for each agent
 * @param ended   what an agent does some time after a call: told the extension and the event that showed the call
 */
record Target(String name, DemoPbx pbx, InetSocketAddress address, List<SseClients.Stream> streams, AfterCall ended) {

    /** An agent's own work on a call. */
    @FunctionalInterface
    interface AfterCall {
        void finish(String extension, String event);
    }
}

package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one telephone system says: its calls ({@link AmiTranslator}) and its queues ({@link QueueTranslator}), in the order
 * of the frames. Pure, and for one thread.
 */
public final class PbxTranslator {

    /** The events that are looked at; a connector may drop all others at once. */
    public static final Set<String> RELEVANT = Stream.concat(
                    AmiTranslator.RELEVANT.stream(), QueueTranslator.RELEVANT.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final AmiTranslator calls;
    private final QueueTranslator queues;

    /**
     * @param pbx              see {@link AmiTranslator}
     * @param internalContexts see {@link AmiTranslator}
     * @param ignoredContext   see {@link AmiTranslator}
     */
    public PbxTranslator(String pbx, Set<String> internalContexts, Consumer<String> ignoredContext) {
        calls = new AmiTranslator(pbx, internalContexts, ignoredContext);
        queues = new QueueTranslator(pbx);
    }

    /** A session begins: the lists of channels and of queues are to come. */
    public void sessionOpened() {
        calls.sessionOpened();
        queues.sessionOpened();
    }

    /**
     * The session is over.
     *
     * @param when time of it, UTC
     * @return see {@link AmiTranslator#sessionClosed}
     */
    public List<CallEvent> sessionClosed(Instant when) {
        queues.sessionClosed();
        return calls.sessionClosed(when);
    }

    /**
     * @param frame one event of the manager interface, of any kind and shape
     * @param when  when the connector received it, UTC
     * @return what it means, in order; mostly nothing
     */
    public List<CallEvent> translate(AmiFrame frame, Instant when) {
        if (!QueueTranslator.RELEVANT.contains(frame.name())) {
            return calls.translate(frame, when);
        }
        if (!AmiTranslator.RELEVANT.contains(frame.name())) {
            return queues.translate(frame, when);
        }
        List<CallEvent> both = new ArrayList<>(calls.translate(frame, when));
        both.addAll(queues.translate(frame, when));
        return both;
    }
}

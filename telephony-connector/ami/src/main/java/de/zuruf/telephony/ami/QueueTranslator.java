package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.DeviceState;
import de.zuruf.telephony.CallEvent.QueueCaller;
import de.zuruf.telephony.CallEvent.QueueMember;
import de.zuruf.telephony.CallEvent.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns what the manager interface says about queues, their members and the callers that wait into {@link
 * CallEvent.OfQueue}s. Pure like {@link AmiTranslator}, and like it for one thread.
 *
 * <p>Asterisk tells the state of each member again whenever anything about it has changed, most of it of no interest here; told
 * is only what is new.
 *
 * <p>What is remembered is bounded whatever is sent: {@value #MAXIMUM_QUEUES} queues, {@value #MAXIMUM_MEMBERS} members and
 * {@value #MAXIMUM_CALLERS} callers in each.
 */
final class QueueTranslator {

    static final int MAXIMUM_QUEUES = 1_000;
    static final int MAXIMUM_MEMBERS = 1_000;
    static final int MAXIMUM_CALLERS = 5_000;
    private static final int MAXIMUM_HELD = 50_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** The events that this class looks at. */
    static final Set<String> RELEVANT = Set.of(
            "QueueParams",
            "QueueMember",
            "QueueEntry",
            "QueueStatusComplete",
            "QueueMemberStatus",
            "QueueMemberAdded",
            "QueueMemberRemoved",
            "QueueMemberPause",
            "QueueCallerJoin",
            "QueueCallerLeave");

    private static final class Queue {
        final Map<String, QueueMember> members = new TreeMap<>();
        final Map<String, QueueCaller> callers = new LinkedHashMap<>();
    }

    private record Held(AmiFrame frame, Instant at) {}

    private final String pbx;
    private final List<Held> held = new ArrayList<>();
    private Map<String, Queue> queues = new TreeMap<>();
    private boolean holding;
    private List<CallEvent> out = new ArrayList<>();
    private Instant at;

    /** @param pbx name of the telephone system as configured, goes into every event */
    QueueTranslator(String pbx) {
        this.pbx = Objects.requireNonNull(pbx, "pbx");
    }

    /**
     * A session begins. What happens is held back until the list of queues ({@code QueueStatus}, asked for by the connector) is
     * complete, because it may be older or newer than the list; told after it, it is right in both cases.
     */
    void sessionOpened() {
        holding = true;
        held.clear();
        queues = new TreeMap<>();
    }

    /** The session is over. */
    void sessionClosed() {
        holding = false;
        held.clear();
    }

    /**
     * @param frame one event of the manager interface, of any kind and shape
     * @param when  when the connector received it, UTC
     * @return what it means, in order; mostly nothing
     */
    List<CallEvent> translate(AmiFrame frame, Instant when) {
        out = new ArrayList<>(2);
        at = when;
        if (!holding) {
            apply(frame);
            return out;
        }
        switch (frame.name()) {
            case "QueueParams" -> queue(frame);
            case "QueueMember", "QueueEntry" -> apply(frame);
            case "QueueStatusComplete" -> {
                holding = false;
                out = new ArrayList<>();
                out.add(new CallEvent.QueuesKnown(pbx, when, known()));
                for (Held earlier : held) {
                    at = earlier.at();
                    apply(earlier.frame());
                }
                held.clear();
                return out;
            }
            default -> {
                if (RELEVANT.contains(frame.name()) && held.size() < MAXIMUM_HELD) {
                    held.add(new Held(frame, when));
                }
            }
        }
        // What the list says is told as a whole.
        return List.of();
    }

    private List<QueueState> known() {
        return queues.entrySet().stream()
                .map(queue -> new QueueState(
                        queue.getKey(),
                        List.copyOf(queue.getValue().members.values()),
                        List.copyOf(queue.getValue().callers.values())))
                .toList();
    }

    private void apply(AmiFrame frame) {
        switch (frame.name()) {
            case "QueueMember" -> member(frame, frame.get("Location"));
            case "QueueMemberStatus", "QueueMemberAdded", "QueueMemberPause" -> member(frame, frame.get("Interface"));
            case "QueueMemberRemoved" -> memberGone(frame);
            case "QueueEntry" -> waits(frame, at.minus(waited(frame.get("Wait"))));
            case "QueueCallerJoin" -> waits(frame, at);
            case "QueueCallerLeave" -> left(frame);
            default -> {
                // Parameters of a queue interest only in the list.
            }
        }
    }

    private void member(AmiFrame frame, String dialled) {
        Queue queue = queue(frame);
        String extension = LineText.member(dialled);
        if (queue == null || extension == null) {
            return;
        }
        boolean paused = frame.get("Paused").equals("1");
        String reason = paused ? LineText.name(frame.get("PausedReason")) : null;
        QueueMember now = new QueueMember(
                extension,
                device(frame.get("Status")),
                paused,
                reason,
                !frame.get("Membership").equals("static"));
        QueueMember before = queue.members.get(extension);
        if (now.equals(before) || before == null && queue.members.size() >= MAXIMUM_MEMBERS) {
            return;
        }
        queue.members.put(extension, now);
        out.add(new CallEvent.QueueMemberChanged(pbx, at, name(frame), now));
    }

    private void memberGone(AmiFrame frame) {
        Queue queue = queue(frame);
        String extension = LineText.member(frame.get("Interface"));
        if (queue != null && extension != null && queue.members.remove(extension) != null) {
            out.add(new CallEvent.QueueMemberGone(pbx, at, name(frame), extension));
        }
    }

    private void waits(AmiFrame frame, Instant since) {
        Queue queue = queue(frame);
        String id = LineText.channelId(frame.get("Uniqueid"));
        if (queue == null || id == null || queue.callers.containsKey(id) || queue.callers.size() >= MAXIMUM_CALLERS) {
            return;
        }
        QueueCaller caller = new QueueCaller(id, since);
        queue.callers.put(id, caller);
        out.add(new CallEvent.QueueCallerWaits(pbx, at, name(frame), caller));
    }

    private void left(AmiFrame frame) {
        Queue queue = queue(frame);
        String id = LineText.channelId(frame.get("Uniqueid"));
        if (queue != null && id != null && queue.callers.remove(id) != null) {
            out.add(new CallEvent.QueueCallerLeft(pbx, at, name(frame), id));
        }
    }

    private static String name(AmiFrame frame) {
        return LineText.identifier(frame.get("Queue"));
    }

    /** {@return the queue of a frame; null when it names none, or there are too many} */
    private Queue queue(AmiFrame frame) {
        String name = name(frame);
        if (name == null || queues.size() >= MAXIMUM_QUEUES && !queues.containsKey(name)) {
            return null;
        }
        return queues.computeIfAbsent(name, ignored -> new Queue());
    }

    /** Asterisk's {@code ast_device_state}, as numbers. */
    private static DeviceState device(String status) {
        return switch (status) {
            case "1" -> DeviceState.FREE;
            case "2", "3" -> DeviceState.IN_USE;
            case "4", "5" -> DeviceState.UNAVAILABLE;
            case "6" -> DeviceState.RINGING;
            // It talks, and another call knocks.
            case "7" -> DeviceState.IN_USE;
            case "8" -> DeviceState.ON_HOLD;
            default -> DeviceState.UNKNOWN;
        };
    }

    private static Duration waited(String seconds) {
        if (seconds.isEmpty() || seconds.length() > 9 || !seconds.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ZERO;
        }
        Duration waited = Duration.ofSeconds(Integer.parseInt(seconds));
        return waited.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : waited;
    }
}

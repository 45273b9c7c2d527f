package de.zuruf.telephony;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One thing that happened at a telephone system, in the order in which it happened there. Every event can be delivered
 * more than once (reconnect, resync); the receiver keys calls by {@link CallKey} and legs by {@code legId}.
 *
 * <p>{@code at} is the time at which our connector received the event, because a PBX's clock may be wrong.
 */
public sealed interface CallEvent extends Serializable {

    /** {@return the configured name of the telephone system} */
    String pbx();

    /** {@return when the connector received it, UTC} */
    Instant at();

    /** An event that concerns one call. */
    sealed interface OfCall extends CallEvent {
        /** {@return the call} */
        CallKey call();

        @Override
        default String pbx() {
            return call().pbx();
        }
    }

    /**
     * A call has come in: it waits in a queue or is about to ring at an extension.
     *
     * @param dialledNumber what the caller dialled as the dialplan saw it; null if unknown
     * @param queue         name of the queue; null for a direct call
     * @param internal      true when the caller is a device of this PBX
     */
    record Arrived(CallKey call, Instant at, CallerLine caller, String dialledNumber, String queue, boolean internal)
            implements OfCall {}

    /**
     * The telephone of an extension rings for this call. Carries all that {@link Arrived} carries, so that a connector
     * that joins late needs no earlier event.
     *
     * @param legId     Uniqueid of the channel to the telephone
     * @param extension the ringing telephone's extension or device name, e.g. {@code 201}
     */
    record Offered(
            CallKey call,
            Instant at,
            String legId,
            String extension,
            CallerLine caller,
            String dialledNumber,
            String queue,
            boolean internal)
            implements OfCall {}

    /** The telephone of an extension stopped ringing without having answered. */
    record OfferEnded(CallKey call, Instant at, String legId, String extension, OfferEndReason reason)
            implements OfCall {}

    /**
     * Somebody at the extension talks with the caller: he picked up, or came to the call later (transfer, pickup, parking,
     * conference). A call can be answered by several people, one after the other or, in a conference, together.
     */
    record Answered(CallKey call, Instant at, String legId, String extension) implements OfCall {}

    /**
     * Whoever talked at the extension no longer does. Told of everybody who talked, of the last ones just before
     * {@link Ended}.
     */
    record TalkEnded(CallKey call, Instant at, String legId, String extension) implements OfCall {}

    /** The caller is put on hold by the extension that talks with him. */
    record Held(CallKey call, Instant at, String legId, String extension) implements OfCall {}

    /**
     * Whoever talks at the extension has somebody asked on the same telephone, by order of the telephone system, while the caller
     * waits; {@link Held} comes before. Told when it is dialled, and again when that one has picked up. It ends with {@link
     * Resumed}, with {@link Transferred} or with {@link TalkEnded}, whichever comes first.
     *
     * @param target  what was dialled; null if unknown
     * @param reached whether they talk; otherwise it rings there
     */
    record Consults(CallKey call, Instant at, String legId, String extension, String target, boolean reached)
            implements OfCall {}

    /** The caller is taken off hold. */
    record Resumed(CallKey call, Instant at, String legId, String extension) implements OfCall {}

    /**
     * The extension passed the caller on.
     *
     * @param legId     the telephone that passed him on
     * @param extension its extension
     * @param target    what was dialled, or the extension that took over; null if unknown
     * @param asked     true when the target was asked before (attended transfer); its {@link Answered} comes first then
     */
    record Transferred(CallKey call, Instant at, String legId, String extension, String target, boolean asked)
            implements OfCall {}

    /**
     * The caller waits in a parking space. It ends with the next {@link Offered}, {@link Answered} or {@link Ended}.
     *
     * @param space number under which he can be fetched; null if unknown
     */
    record Parked(CallKey call, Instant at, String space) implements OfCall {}

    /** The caller has left a message on an answering machine of the telephone system. */
    record VoicemailLeft(CallKey call, Instant at, String mailbox) implements OfCall {}

    /**
     * A telephone of ours dials somebody outside. {@link Reached} and {@link Ended} follow, nothing else.
     *
     * @param extension the telephone's extension or device name
     * @param number    what was dialled on the trunk
     */
    record Placed(CallKey call, Instant at, String extension, String number) implements OfCall {}

    /** Whom one of ours has dialled picked up. */
    record Reached(CallKey call, Instant at) implements OfCall {}

    /**
     * The caller's channel is gone. Nothing follows for this call. Of a call that the product dials itself it is told also when
     * nothing was told before, because the own telephone was not picked up.
     */
    record Ended(CallKey call, Instant at, EndCause cause) implements OfCall {}

    /**
     * The connector has (again) a session with the telephone system and knows what goes on there.
     *
     * @param since     beginning of the gap in which events may have been missed; null on the first session of a process
     * @param liveCalls Linkedids of all calls that exist now; any other open call of this PBX has ended unseen
     */
    record Connected(String pbx, Instant at, Instant since, Set<String> liveCalls) implements CallEvent {
        public Connected {
            liveCalls = Set.copyOf(liveCalls);
        }
    }

    /**
     * The session with the telephone system is lost.
     *
     * @param at when it last said anything, which is some seconds ago when it fell silent; events may be missed from then on
     */
    record Disconnected(String pbx, Instant at) implements CallEvent {}

    /** An event that concerns a queue, not one call. */
    sealed interface OfQueue extends CallEvent {}

    /**
     * All queues as they are now: told once in a session, after {@link Connected}, and again only in the next one. What was
     * known of queues before is void.
     *
     * @param queues by name; empty when the telephone system has none or tells nothing about them
     */
    record QueuesKnown(String pbx, Instant at, List<QueueState> queues) implements OfQueue {
        public QueuesKnown {
            queues = List.copyOf(queues);
        }
    }

    /** A telephone has joined a queue, or something about it there has changed. */
    record QueueMemberChanged(String pbx, Instant at, String queue, QueueMember member) implements OfQueue {}

    /** A telephone no longer belongs to a queue. */
    record QueueMemberGone(String pbx, Instant at, String queue, String extension) implements OfQueue {}

    /** A caller has begun to wait in a queue. */
    record QueueCallerWaits(String pbx, Instant at, String queue, QueueCaller caller) implements OfQueue {}

    /**
     * A caller no longer waits in a queue: somebody talks with him, he gave up, or the dialplan went on.
     *
     * @param channelId as in {@link QueueCaller}
     */
    record QueueCallerLeft(String pbx, Instant at, String queue, String channelId) implements OfQueue {}

    /**
     * A queue as it is now.
     *
     * @param members by extension
     * @param callers in order of arrival
     */
    record QueueState(String name, List<QueueMember> members, List<QueueCaller> callers) implements Serializable {
        public QueueState {
            members = List.copyOf(members);
            callers = List.copyOf(callers);
        }
    }

    /**
     * A telephone in a queue.
     *
     * @param extension what the queue dials, e.g. {@code 201} for {@code PJSIP/201}
     * @param device    what the telephone does
     * @param paused    whether the queue leaves it out
     * @param reason    why, as whoever paused it said; null when it is not paused or nothing was said
     * @param dynamic   true when it was logged in, false when the telephone system's configuration names it
     */
    record QueueMember(String extension, DeviceState device, boolean paused, String reason, boolean dynamic)
            implements Serializable {}

    /**
     * A caller who waits.
     *
     * @param channelId Uniqueid of his channel
     * @param since     when he came into the queue, UTC
     */
    record QueueCaller(String channelId, Instant since) implements Serializable {}

    /** What a telephone does. */
    enum DeviceState {
        FREE,
        RINGING,
        /** In a talk, also one that no queue knows of. */
        IN_USE,
        ON_HOLD,
        /** Not registered, or no such device. */
        UNAVAILABLE,
        UNKNOWN
    }

    /** Why a telephone stopped ringing. */
    enum OfferEndReason {
        /** Another telephone of the same call answered. */
        ANSWERED_ELSEWHERE,
        /** It rang for as long as the dialplan allows. */
        NO_ANSWER,
        /** The telephone was busy or the agent rejected the call. */
        BUSY,
        /** The caller gave up. */
        CALLER_GAVE_UP,
        /** The telephone could not be reached. */
        FAILED
    }

    /** How a call ended, seen from the caller. */
    enum EndCause {
        /** It was answered and later hung up by either side. */
        ANSWERED,
        /** The caller hung up before anybody answered. */
        ABANDONED,
        /** The called extension was busy or rejected the call. */
        BUSY,
        /** Nobody answered in the time that the dialplan allows. */
        NO_ANSWER,
        /** The end was not observed (connection to the PBX lost, PBX restarted). */
        UNKNOWN
    }
}

package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.EndCause;
import de.zuruf.telephony.CallEvent.OfferEndReason;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns the manager interface's events into {@link CallEvent}s. A pure state machine: no clock, no input or output, the
 * same frames give the same events. Not safe for use by several threads.
 *
 * <p>A call is known by its Linkedid, a telephone by the Uniqueid of its channel; channel names are reused by Asterisk and
 * are only read for the device's name in them. Frames about different channels interleave freely, some come twice, and
 * after a reconnect some come that are older than the snapshot; so every transition goes one way and is taken once.
 *
 * <p>Who talks with whom is what the bridges say: a telephone of ours that shares a bridge with the caller's channel talks with
 * him, however it came there (dialled, picked up, transferred, fetched from parking, in conference). It does so until it hangs
 * up or turns to another caller.
 *
 * <p>What is remembered is bounded whatever is sent: {@value #MAXIMUM_CALLS} calls, {@value #MAXIMUM_LEGS} telephones for
 * each, {@value #MAXIMUM_BRIDGES} bridges, {@value #MAXIMUM_GONE} identifiers of what is over.
 */
public final class AmiTranslator {

    static final int MAXIMUM_CALLS = 5_000;
    static final int MAXIMUM_LEGS = 500;
    static final int MAXIMUM_GONE = 20_000;
    static final int MAXIMUM_BRIDGES = 10_000;
    private static final int MAXIMUM_BRIDGED = 500;
    private static final int MAXIMUM_HELD = 50_000;
    private static final int MAXIMUM_REPORTED_CONTEXTS = 50;

    /** The events that this class looks at; a connector may drop all others at once. */
    public static final Set<String> RELEVANT = Set.of(
            "Newchannel",
            "NewCallerid",
            "Newstate",
            "QueueCallerJoin",
            "AgentCalled",
            "AgentConnect",
            "AgentRingNoAnswer",
            "DialBegin",
            "DialState",
            "DialEnd",
            "BridgeEnter",
            "BridgeLeave",
            "Hold",
            "Unhold",
            "Pickup",
            "BlindTransfer",
            "AttendedTransfer",
            "ParkedCall",
            "MessageWaiting",
            "HangupRequest",
            "Hangup",
            "OriginateResponse",
            "CoreShowChannel",
            "CoreShowChannelsComplete");

    private static final String RINGING = "5";
    private static final String RING = "4";
    private static final String UP = "6";

    private enum LegState {
        NEW,
        OFFERED,
        ANSWERED,
        OVER
    }

    private static final class Leg {
        final String id;
        String extension;
        boolean ours;
        boolean rejected;
        boolean up;
        boolean held;
        boolean passedOn;
        /** Whom he asks while the caller waits; null when he does not. */
        Consultation asks;

        LegState state = LegState.NEW;

        Leg(String id) {
            this.id = id;
        }
    }

    private static final class Call {
        final CallKey key;
        final Map<String, Leg> legs = new LinkedHashMap<>();
        CallerLine caller = CallerLine.WITHHELD;
        boolean callerSeen;
        String dialledNumber;
        String queue;
        boolean internal;
        /** The telephone of ours from which an internal call comes. */
        String device;
        /** One of ours dials somebody outside. */
        boolean placed;

        boolean incoming;
        boolean arrived;
        boolean dialled;
        boolean up;
        boolean answered;
        boolean callerHungUp;
        boolean voicemail;
        boolean parked;
        String parkedAt;
        /** Of a call with which somebody of another call asks a colleague: there its caller waits. */
        Consultation asked;

        /** Its first channel is gone, and those whom it has connected talk on without it. */
        boolean optimized;

        final Set<String> offered = new HashSet<>();
        OfferEndReason lastOutcome;

        Call(CallKey key) {
            this.key = key;
        }

        /** Also in the moment between picking up and being put through. */
        boolean inTalk() {
            return legs.values().stream()
                    .anyMatch(leg -> leg.state == LegState.ANSWERED || leg.state == LegState.OFFERED && leg.up);
        }
    }

    /**
     * Somebody asks a colleague on his own telephone, by order of the manager interface or with the keys of {@code features.conf}. Asterisk
     * dials the colleague by way of a pair of local channels, which belong to the caller's Linkedid; to us that is a call of its
     * own from him who asks, as it is when he dials it himself.
     */
    private static final class Consultation {
        final Call caller;
        final Leg asking;
        /** The half of the pair that he hears: {@code Local/207@context-00000000}. */
        final String pair;

        final String target;
        /** The call to the colleague; null until the other half is there. */
        Call call;

        boolean reached;

        Consultation(Call caller, Leg asking, String pair, String target) {
            this.caller = caller;
            this.asking = asking;
            this.pair = pair;
            this.target = target;
        }
    }

    private final String pbx;
    private final Set<String> internalContexts;
    private final Consumer<String> ignoredContext;
    private final Set<String> reportedContexts = new HashSet<>();
    private final LinkedHashMap<String, Call> calls = new LinkedHashMap<>();
    /** Identifiers of channels that hung up; what is still said about them is late. */
    private final Map<String, Boolean> gone = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAXIMUM_GONE;
        }
    };

    /** Calls of which a channel is a telephone; several only in a conference. */
    private final Map<String, List<Call>> callsOfLeg = new HashMap<>();

    /** Who is in which bridge: channel's identifier to the frame with which it came. */
    private final Map<String, Map<String, AmiFrame>> bridges = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, AmiFrame>> eldest) {
            return size() > MAXIMUM_BRIDGES;
        }
    };

    private final List<AmiFrame> snapshot = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private boolean holding;
    private boolean connected;
    private Instant gapSince;

    private List<CallEvent> out = new ArrayList<>();
    private Instant at;

    private record Held(AmiFrame frame, Instant at) {}

    /**
     * @param pbx              name of the telephone system as configured, goes into every event
     * @param internalContexts dialplan contexts of the house's own telephones; a channel that starts in one of them is a
     *                         telephone of ours
     */
    public AmiTranslator(String pbx, Set<String> internalContexts) {
        this(pbx, internalContexts, context -> {});
    }

    /**
     * @param pbx              see above
     * @param internalContexts see above
     * @param ignoredContext   told once per dialplan context when a device in it is dialled that is none of ours
     */
    public AmiTranslator(String pbx, Set<String> internalContexts, Consumer<String> ignoredContext) {
        this.pbx = Objects.requireNonNull(pbx, "pbx");
        this.internalContexts = Set.copyOf(internalContexts);
        this.ignoredContext = Objects.requireNonNull(ignoredContext, "ignoredContext");
    }

    /**
     * A session begins. Frames are held back until the snapshot ({@code CoreShowChannel …}, asked for by the connector)
     * is complete, so that {@link CallEvent.Connected} comes before what follows it.
     */
    public void sessionOpened() {
        holding = true;
        held.clear();
        snapshot.clear();
    }

    /**
     * The session is over.
     *
     * @param when time of it, UTC
     * @return {@link CallEvent.Disconnected}, or nothing when the session had not come as far as its snapshot
     */
    public List<CallEvent> sessionClosed(Instant when) {
        holding = false;
        held.clear();
        snapshot.clear();
        if (!connected) {
            return List.of();
        }
        connected = false;
        gapSince = when;
        return List.of(new CallEvent.Disconnected(pbx, when));
    }

    /**
     * @param frame one event of the manager interface, of any kind and shape
     * @param when  when the connector received it, UTC
     * @return what it means, in order; mostly nothing
     */
    public List<CallEvent> translate(AmiFrame frame, Instant when) {
        out = new ArrayList<>(2);
        at = when;
        if (!holding) {
            apply(frame);
        } else if (frame.name().equals("CoreShowChannel")) {
            if (snapshot.size() < MAXIMUM_HELD) {
                snapshot.add(frame);
            }
        } else if (frame.name().equals("CoreShowChannelsComplete")) {
            holding = false;
            resync();
            for (Held earlier : held) {
                at = earlier.at();
                apply(earlier.frame());
            }
            held.clear();
        } else if (RELEVANT.contains(frame.name()) && held.size() < MAXIMUM_HELD) {
            held.add(new Held(frame, when));
        }
        return out;
    }

    /** {@return how many calls are remembered; for supervision and tests} */
    public int openCalls() {
        return calls.size();
    }

    private void apply(AmiFrame frame) {
        switch (frame.name()) {
            case "Newchannel" -> newChannel(frame);
            case "NewCallerid" -> newCallerId(frame);
            case "Newstate" -> newState(frame);
            case "QueueCallerJoin" -> queueJoin(frame);
            case "AgentCalled" -> dialled(frame, true);
            case "DialBegin" -> {
                dialled(frame, false);
                withLeg(frame, "Dest", (call, leg) -> place(call, leg, frame));
            }
            case "DialState" -> {
                if (frame.get("DialStatus").equals("RINGING")) {
                    withLeg(frame, "Dest", this::offer);
                }
            }
            case "DialEnd" -> withLeg(frame, "Dest", (call, leg) -> dialEnd(call, leg, frame.get("DialStatus")));
            case "AgentConnect" ->
                withLeg(frame, "Dest", (call, leg) -> {
                    leg.ours |= leg.extension != null;
                    answer(call, leg);
                });
            case "AgentRingNoAnswer" ->
                withLeg(
                        frame,
                        "Dest",
                        (call, leg) ->
                                endOffer(call, leg, leg.rejected ? OfferEndReason.BUSY : OfferEndReason.NO_ANSWER));
            case "BridgeEnter" -> bridgeEnter(frame);
            case "BridgeLeave" -> leave(frame.get("BridgeUniqueid"), frame.get("Uniqueid"));
            case "Hold" -> withKnownLeg(frame, (call, leg) -> hold(call, leg, true));
            case "Unhold" -> withKnownLeg(frame, (call, leg) -> hold(call, leg, false));
            // Whether the telephone's hangup or the other's answer comes next is a race within Asterisk.
            case "Pickup" ->
                withKnownLeg(
                        frame.get("TargetUniqueid"),
                        (call, leg) -> endOffer(call, leg, OfferEndReason.ANSWERED_ELSEWHERE));
            case "BlindTransfer" -> blindTransfer(frame);
            case "AttendedTransfer" -> attendedTransfer(frame);
            case "ParkedCall" -> parked(frame);
            case "OriginateResponse" -> originated(frame);
            case "MessageWaiting" -> messageWaiting(frame);
            case "HangupRequest" -> hangupRequest(frame);
            case "Hangup" -> hangup(frame);
            default -> {
                // Device states, queue members' states and the like say nothing about a call that others do not.
            }
        }
    }

    // ---- what the frames say -------------------------------------------------------------------------------------

    private void newChannel(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        String linked = LineText.channelId(frame.get("Linkedid"));
        if (id == null || linked == null || gone.containsKey(id) || gone.containsKey(linked)) {
            return;
        }
        Call call = call(linked);
        if (id.equals(linked)) {
            callerFrom(call, frame, "");
            // A channel that starts as Down is one that Asterisk itself sets up, as for a click-to-dial.
            call.incoming |= frame.get("ChannelState").equals(RING);
            return;
        }
        if (asks(call, id, frame)) {
            return;
        }
        Consultation consultation = consultation(call);
        Leg leg = leg(consultation == null ? call : consultation.call, id);
        if (leg != null) {
            describe(leg, frame.get("Channel"), frame.get("Context"));
        }
    }

    /**
     * Whether the channel is one half of a pair by which a telephone asks a colleague. It comes when that telephone has its caller on
     * hold, and when no telephone does, a local channel is on the caller's own way to somebody.
     */
    private boolean asks(Call call, String id, AmiFrame frame) {
        String channel = frame.get("Channel");
        if (!channel.startsWith("Local/") || !channel.endsWith(";1") && !channel.endsWith(";2")) {
            return false;
        }
        String pair = channel.substring(0, channel.length() - 2);
        for (Leg leg : call.legs.values()) {
            if (leg.state != LegState.ANSWERED) {
                continue;
            }
            if (channel.endsWith(";1") && leg.held && leg.asks == null) {
                leg.asks = new Consultation(call, leg, pair, LineText.number(frame.get("Exten")));
                out.add(new CallEvent.Consults(call.key, at, leg.id, leg.extension, leg.asks.target, false));
                return true;
            }
            if (channel.endsWith(";2") && leg.asks != null && leg.asks.call == null && leg.asks.pair.equals(pair)) {
                consulted(leg.asks, call(id));
                return true;
            }
        }
        return false;
    }

    private static void consulted(Consultation consultation, Call call) {
        consultation.call = call;
        call.asked = consultation;
        call.internal = true;
        call.callerSeen = true;
        call.device = consultation.asking.extension;
        call.caller = new CallerLine(consultation.asking.extension, null);
        call.dialledNumber = consultation.target;
    }

    /** {@return the consultation to which a call's new channels belong; null when there is none} */
    private static Consultation consultation(Call call) {
        return call.legs.values().stream()
                .map(leg -> leg.asks)
                .filter(asks -> asks != null && asks.call != null)
                .findFirst()
                .orElse(null);
    }

    private void reached(AmiFrame frame) {
        String channel = frame.get("Channel");
        Call call = channel.startsWith("Local/") && channel.endsWith(";1") ? calls.get(frame.get("Linkedid")) : null;
        Consultation consultation = call == null ? null : consultation(call);
        if (consultation != null && !consultation.reached && channel.equals(consultation.pair + ";1")) {
            consultation.reached = true;
            Leg leg = consultation.asking;
            out.add(new CallEvent.Consults(call.key, at, leg.id, leg.extension, consultation.target, true));
        }
    }

    private void newCallerId(AmiFrame frame) {
        Call call = calls.get(frame.get("Uniqueid"));
        if (call != null && call.asked != null) {
            callerFrom(call, frame, "");
        } else {
            callerOf(frame);
        }
    }

    private void newState(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        if (id == null) {
            return;
        }
        Call asCaller = calls.get(id);
        if (asCaller != null) {
            asCaller.up |= frame.get("ChannelState").equals(UP);
            return;
        }
        if (frame.get("ChannelState").equals(RINGING)) {
            // Comes before DialState by a hair, and even before DialBegin at times.
            withKnownLeg(frame, this::offer);
        } else if (frame.get("ChannelState").equals(UP)) {
            reached(frame);
            withKnownLeg(frame, (call, leg) -> leg.up = true);
        }
    }

    private void queueJoin(AmiFrame frame) {
        Call call = callerOf(frame);
        String queue = LineText.identifier(frame.get("Queue"));
        if (call == null || queue == null) {
            return;
        }
        boolean another = !queue.equals(call.queue);
        call.queue = queue;
        if (!call.arrived || another) {
            arrive(call);
        }
    }

    private void dialled(AmiFrame frame, boolean byQueue) {
        withLeg(frame, "Dest", (call, leg) -> {
            call.dialled = true;
            if (byQueue) {
                leg.ours |= leg.extension != null;
                if (call.queue == null) {
                    call.queue = LineText.identifier(frame.get("Queue"));
                }
            }
            if (call.dialledNumber == null && call.key.dialled()) {
                // Our own order said it; the channel began without.
                call.dialledNumber = LineText.number(frame.get("Exten"));
            }
            if (leg.ours && call.callerSeen && !call.arrived) {
                arrive(call);
            }
        });
    }

    private void place(Call call, Leg leg, AmiFrame frame) {
        boolean outside = leg.extension != null && !leg.ours;
        if (!call.internal || !outside || call.arrived || !call.callerSeen || call.device == null) {
            return;
        }
        String number = dialledOutside(frame.get("DialString"));
        if (number != null) {
            call.arrived = true;
            call.placed = true;
            out.add(new CallEvent.Placed(call.key, at, call.device, number));
        }
    }

    /** Dial's own argument: {@code 06990009123@trunk}, {@code trunk/06990009123} or {@code trunk/sip:06990009123@host}. */
    private static String dialledOutside(String dialString) {
        String text = dialString.substring(dialString.lastIndexOf('/') + 1);
        text = text.startsWith("sip:") ? text.substring("sip:".length()) : text;
        int at = text.indexOf('@');
        return LineText.number(at < 0 ? text : text.substring(0, at));
    }

    private void dialEnd(Call call, Leg leg, String status) {
        if (call.placed && status.equals("BUSY")) {
            call.lastOutcome = OfferEndReason.BUSY;
        }
        switch (status) {
            case "ANSWER" -> {
                if (call.placed && !call.answered) {
                    out.add(new CallEvent.Reached(call.key, at));
                }
                call.answered = true;
                answer(call, leg);
            }
            case "BUSY" -> endOffer(call, leg, OfferEndReason.BUSY);
            // A queue says NOANSWER of a telephone that was rejected as well.
            case "NOANSWER" -> endOffer(call, leg, leg.rejected ? OfferEndReason.BUSY : OfferEndReason.NO_ANSWER);
            case "CANCEL" -> endOffer(call, leg, cancelled(call));
            default -> endOffer(call, leg, OfferEndReason.FAILED);
        }
    }

    private static OfferEndReason cancelled(Call call) {
        if (call.inTalk() || call.answered && !call.callerHungUp) {
            return OfferEndReason.ANSWERED_ELSEWHERE;
        }
        return call.callerHungUp ? OfferEndReason.CALLER_GAVE_UP : OfferEndReason.NO_ANSWER;
    }

    private void hangupRequest(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        Call asCaller = id == null ? null : calls.get(id);
        if (asCaller != null) {
            // The only proof that the caller gave up: QueueCallerAbandon also comes when the dialplan's time is over.
            asCaller.callerHungUp = true;
        } else if (busy(frame.get("Cause"))) {
            withKnownLeg(frame, (call, leg) -> leg.rejected = true);
        }
    }

    /** Q.850: user busy, call rejected. */
    private static boolean busy(String cause) {
        return cause.equals("17") || cause.equals("21");
    }

    private void hangup(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        if (id == null) {
            return;
        }
        bridges.values().removeIf(members -> members.remove(id) != null && members.isEmpty());
        boolean wasBusy = busy(frame.get("Cause"));
        for (Call call : List.copyOf(callsOfLeg.getOrDefault(id, List.of()))) {
            Leg leg = call.legs.get(id);
            leg.rejected |= wasBusy;
            endLeg(call, leg, leg.rejected && !call.inTalk() ? OfferEndReason.BUSY : cancelled(call));
            remove(call, leg);
            if (!call.callerSeen && call.legs.isEmpty()) {
                calls.remove(call.key.linkedId());
            }
            if (call.optimized && call.legs.isEmpty()) {
                end(call);
            }
        }
        Call asCaller = calls.get(id);
        if (asCaller != null && asCaller.asked != null && asCaller.inTalk()) {
            // Asterisk takes local channels out of a talk as soon as somebody speaks.
            asCaller.optimized = true;
        } else if (asCaller != null) {
            end(asCaller);
        }
        gone.put(id, Boolean.TRUE);
    }

    private void end(Call call) {
        for (Leg leg : List.copyOf(call.legs.values())) {
            endLeg(call, leg, cancelled(call));
            forget(call, leg);
        }
        boolean unheard = call.incoming && !call.internal && !call.up && !call.dialled && !call.answered;
        if (!call.arrived && unheard && call.callerSeen) {
            // Dialled a telephone that is not registered: no leg ever existed, yet somebody tried to reach us.
            arrive(call);
        }
        if (call.arrived || call.key.dialled()) {
            out.add(new CallEvent.Ended(call.key, at, cause(call)));
        }
        calls.remove(call.key.linkedId());
        gone.put(call.key.linkedId(), Boolean.TRUE);
        if (call.asked != null && call.asked.asking.asks == call.asked) {
            call.asked.asking.asks = null;
        }
    }

    /**
     * The answer to a call that we dial ourselves. Of a telephone that is not registered it is the only word: no channel is made, so
     * none hangs up.
     */
    private void originated(AmiFrame frame) {
        String linked = LineText.channelId(frame.get("Uniqueid"));
        if (linked == null || !linked.startsWith(CallKey.DIALLED) || gone.containsKey(linked)) {
            return;
        }
        if (frame.get("Response").equals("Failure") && !calls.containsKey(linked)) {
            gone.put(linked, Boolean.TRUE);
            out.add(new CallEvent.Ended(new CallKey(pbx, linked), at, EndCause.NO_ANSWER));
        }
    }

    private static EndCause cause(Call call) {
        if (call.answered) {
            return EndCause.ANSWERED;
        }
        if (call.callerHungUp && call.arrived && !call.voicemail && !call.placed) {
            return EndCause.ABANDONED;
        }
        return call.queue == null && call.lastOutcome == OfferEndReason.BUSY ? EndCause.BUSY : EndCause.NO_ANSWER;
    }

    // ---- who talks with whom -------------------------------------------------------------------------------------

    private void bridgeEnter(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        String bridge = LineText.channelId(frame.get("BridgeUniqueid"));
        if (id == null || gone.containsKey(id)) {
            return;
        }
        withKnownLeg(frame, (call, leg) -> {
            // The one sign that is left when the session began between the answer and the talk.
            if (leg.state == LegState.OFFERED) {
                answer(call, leg);
            }
        });
        // In a parking lot strangers share a bridge and do not hear each other.
        if (bridge == null || frame.get("BridgeTechnology").equals("holding_bridge")) {
            return;
        }
        Map<String, AmiFrame> members = bridges.computeIfAbsent(bridge, ignored -> new LinkedHashMap<>());
        if (members.size() < MAXIMUM_BRIDGED) {
            members.put(id, frame);
        }
        for (String member : List.copyOf(members.keySet())) {
            join(calls.get(id), members.get(member), members);
            join(calls.get(member), frame, members);
        }
    }

    /** Takes a telephone that shares a bridge with the caller into his call, unless it belongs there already. */
    private void join(Call call, AmiFrame channel, Map<String, AmiFrame> members) {
        String id = channel.get("Uniqueid");
        if (call == null || !call.arrived || id.equals(call.key.linkedId()) || call.legs.containsKey(id)) {
            return;
        }
        Leg joining = new Leg(id);
        describe(joining, channel.get("Channel"), channel.get("Context"));
        if (!joining.ours) {
            return;
        }
        for (Call before : List.copyOf(callsOfLeg.getOrDefault(id, List.of()))) {
            if (!members.containsKey(before.key.linkedId())) {
                endLeg(before, before.legs.get(id), OfferEndReason.ANSWERED_ELSEWHERE);
                remove(before, before.legs.get(id));
            }
        }
        Leg leg = leg(call, id);
        if (leg != null) {
            describe(leg, channel.get("Channel"), channel.get("Context"));
            answer(call, leg);
        }
    }

    private void leave(String bridge, String id) {
        Map<String, AmiFrame> members = bridges.get(bridge);
        if (members != null && members.remove(id) != null && members.isEmpty()) {
            bridges.remove(bridge);
        }
    }

    private void hold(Call call, Leg leg, boolean held) {
        // Asterisk takes callers off hold before each transfer, whether they were on hold or not.
        if (leg.state == LegState.ANSWERED && leg.held != held) {
            leg.held = held;
            out.add(
                    held
                            ? new CallEvent.Held(call.key, at, leg.id, leg.extension)
                            : new CallEvent.Resumed(call.key, at, leg.id, leg.extension));
        }
    }

    private void blindTransfer(AmiFrame frame) {
        if (!frame.get("Result").equals("Success")) {
            return;
        }
        withTalk(
                frame.get("TransfererUniqueid"),
                (call, leg) -> transferred(call, leg, LineText.identifier(frame.get("Extension")), false));
    }

    private void attendedTransfer(AmiFrame frame) {
        if (!frame.get("Result").equals("Success")) {
            return;
        }
        withTalk(frame.get("OrigTransfererUniqueid"), (call, leg) -> {
            if (leg.asks != null) {
                handedOver(leg.asks);
            }
        });
        // Which of the two calls is the first one depends on the telephone; only that of the caller goes on.
        for (String transferer : List.of("OrigTransfererUniqueid", "SecondTransfererUniqueid")) {
            withTalk(frame.get(transferer), (call, leg) -> {
                if (call.key.linkedId().equals(frame.get("TransfereeUniqueid"))) {
                    transferred(call, leg, party(call, frame, "TransferTarget"), true);
                } else if (call.key.linkedId().equals(frame.get("TransferTargetUniqueid"))) {
                    transferred(call, leg, party(call, frame, "Transferee"), true);
                }
            });
        }
    }

    /**
     * Whoever was asked talks with the caller now, also while local channels are still between them. Whom it only rang at was not
     * asked: the caller is sent there.
     */
    private void handedOver(Consultation consultation) {
        Call consulted = consultation.call;
        if (!consultation.reached) {
            transferred(consultation.caller, consultation.asking, consultation.target, false);
        }
        String target = consultation.target;
        if (consulted != null) {
            consulted.callerHungUp = true;
            for (Leg colleague : List.copyOf(consulted.legs.values())) {
                LegState before = colleague.state;
                endLeg(consulted, colleague, OfferEndReason.CALLER_GAVE_UP);
                remove(consulted, colleague);
                Leg leg = leg(consultation.caller, colleague.id);
                if (leg == null || !colleague.ours) {
                    continue;
                }
                leg.extension = colleague.extension;
                leg.ours = true;
                offer(consultation.caller, leg);
                if (before == LegState.ANSWERED) {
                    target = leg.extension;
                    answer(consultation.caller, leg);
                }
            }
            end(consulted);
        }
        transferred(consultation.caller, consultation.asking, target, true);
    }

    private static String party(Call call, AmiFrame frame, String prefix) {
        Leg colleague = call.legs.get(frame.get(prefix + "Uniqueid"));
        return colleague == null ? LineText.number(frame.get(prefix + "CallerIDNum")) : colleague.extension;
    }

    private void transferred(Call call, Leg leg, String target, boolean asked) {
        if (leg.passedOn) {
            return;
        }
        leg.passedOn = true;
        // Where he goes now is no longer the queue from which he came.
        call.queue = null;
        out.add(new CallEvent.Transferred(call.key, at, leg.id, leg.extension, target, asked));
    }

    private void parked(AmiFrame frame) {
        Call call = calls.get(frame.get("ParkeeUniqueid"));
        String space = LineText.identifier(frame.get("ParkingSpace"));
        if (call != null && call.arrived && !call.placed && !(call.parked && Objects.equals(space, call.parkedAt))) {
            call.parked = true;
            call.parkedAt = space;
            out.add(new CallEvent.Parked(call.key, at, space));
        }
    }

    /** Comes with the caller's channel when he has left a message, and without one when somebody listens to it. */
    private void messageWaiting(AmiFrame frame) {
        Call call = calls.get(frame.get("Uniqueid"));
        if (call != null && call.arrived && !call.placed && !call.voicemail) {
            call.voicemail = true;
            out.add(new CallEvent.VoicemailLeft(call.key, at, LineText.identifier(frame.get("Mailbox"))));
        }
    }

    private void withTalk(String legId, WithLeg action) {
        for (Call call : List.copyOf(callsOfLeg.getOrDefault(legId, List.of()))) {
            Leg leg = call.legs.get(legId);
            if (leg.state == LegState.ANSWERED) {
                action.apply(call, leg);
            }
        }
    }

    // ---- after a reconnect ---------------------------------------------------------------------------------------

    private void resync() {
        Map<String, List<AmiFrame>> live = new LinkedHashMap<>();
        bridges.clear();
        for (AmiFrame channel : snapshot) {
            String id = LineText.channelId(channel.get("Uniqueid"));
            String linked = id == null ? null : asked(id, LineText.channelId(channel.get("Linkedid")));
            if (linked != null && !gone.containsKey(id)) {
                live.computeIfAbsent(linked, ignored -> new ArrayList<>()).add(channel);
                if (LineText.channelId(channel.get("BridgeId")) != null) {
                    bridges.computeIfAbsent(channel.get("BridgeId"), ignored -> new LinkedHashMap<>())
                            .put(id, channel);
                }
            }
        }
        snapshot.clear();
        connected = true;
        out.add(new CallEvent.Connected(pbx, at, gapSince, live.keySet()));
        gapSince = null;
        List<Consultation> over = new ArrayList<>();
        for (Call call : List.copyOf(calls.values())) {
            if (!live.containsKey(call.key.linkedId())) {
                if (call.asked != null) {
                    over.add(call.asked);
                }
                // Connected says that it is over; the receiver closes it.
                List.copyOf(call.legs.values()).forEach(leg -> forget(call, leg));
                gone.put(call.key.linkedId(), Boolean.TRUE);
                calls.remove(call.key.linkedId());
            }
        }
        live.forEach(this::resync);
        for (Consultation consultation : over) {
            // Whoever still talks talks with his caller again.
            consultation.asking.asks = null;
            hold(consultation.caller, consultation.asking, false);
        }
    }

    /** {@return the call to which a channel belongs; those of a consultation have the Linkedid of the caller who waits} */
    private String asked(String id, String linked) {
        Call call = calls.get(id);
        if (call != null && call.asked != null) {
            return id;
        }
        return callsOfLeg.getOrDefault(id, List.of()).stream()
                .filter(of -> of.asked != null)
                .map(of -> of.key.linkedId())
                .findFirst()
                .orElse(linked);
    }

    private void resync(String linked, List<AmiFrame> channels) {
        AmiFrame callerChannel = null;
        Map<String, AmiFrame> legChannels = new HashMap<>();
        for (AmiFrame channel : channels) {
            if (channel.get("Uniqueid").equals(linked)) {
                callerChannel = channel;
            } else {
                legChannels.put(channel.get("Uniqueid"), channel);
            }
        }
        if (callerChannel == null) {
            return;
        }
        Call call = call(linked);
        callerFrom(call, callerChannel, "");
        call.up |= callerChannel.get("ChannelState").equals(UP);
        call.incoming = true;
        if (callerChannel.get("Application").equals("Queue")) {
            String data = callerChannel.get("ApplicationData");
            int comma = data.indexOf(',');
            call.queue = LineText.identifier(comma < 0 ? data : data.substring(0, comma));
            if (!call.arrived && call.queue != null) {
                arrive(call);
            }
        }
        String bridge = callerChannel.get("BridgeId");
        List<Leg> ringing = new ArrayList<>();
        for (AmiFrame channel : channels) {
            if (channel == callerChannel) {
                continue;
            }
            Leg leg = leg(call, channel.get("Uniqueid"));
            if (leg == null) {
                continue;
            }
            call.dialled = true;
            describe(leg, channel.get("Channel"), channel.get("Context"));
            leg.ours |= leg.extension != null && channel.get("Application").equals("AppQueue");
            if (!call.arrived && call.internal && leg.extension != null && !leg.ours) {
                // Placed while nobody listened, or before this process: of its beginning nothing is known, its end will
                // be told.
                call.arrived = true;
                call.placed = true;
                call.answered = channel.get("ChannelState").equals(UP);
            }
            if (channel.get("ChannelState").equals(RINGING)) {
                ringing.add(leg);
            } else if (channel.get("ChannelState").equals(UP)
                    && !bridge.isEmpty()
                    && bridge.equals(channel.get("BridgeId"))) {
                call.answered = true;
                answer(call, leg);
            }
        }
        ringing.forEach(leg -> offer(call, leg));
        for (Leg leg : List.copyOf(call.legs.values())) {
            if (!legChannels.containsKey(leg.id)) {
                // It stopped ringing or talking while nobody listened.
                endLeg(call, leg, cancelled(call));
                forget(call, leg);
            }
        }
    }

    // ---- transitions, each taken once ----------------------------------------------------------------------------

    private void arrive(Call call) {
        if (call.placed) {
            return;
        }
        call.arrived = true;
        out.add(new CallEvent.Arrived(call.key, at, call.caller, call.dialledNumber, call.queue, call.internal));
    }

    private void offer(Call call, Leg leg) {
        if (leg.state != LegState.NEW || !leg.ours || !call.callerSeen || call.placed) {
            return;
        }
        if (!call.arrived) {
            arrive(call);
        }
        leg.state = LegState.OFFERED;
        call.parked = false;
        // Whoever left for another call and comes back is no new telephone.
        if (call.offered.add(leg.id)) {
            out.add(new CallEvent.Offered(
                    call.key, at, leg.id, leg.extension, call.caller, call.dialledNumber, call.queue, call.internal));
        }
    }

    private void answer(Call call, Leg leg) {
        // A telephone that picks up by itself never rang; for the receiver it did, in the same instant.
        offer(call, leg);
        if (leg.state == LegState.OFFERED) {
            leg.state = LegState.ANSWERED;
            call.answered = true;
            out.add(new CallEvent.Answered(call.key, at, leg.id, leg.extension));
        }
    }

    /** The telephone has nothing more to do with the call, whether it rang or talked. */
    private void endLeg(Call call, Leg leg, OfferEndReason reason) {
        if (leg.state == LegState.ANSWERED) {
            leg.state = LegState.OVER;
            out.add(new CallEvent.TalkEnded(call.key, at, leg.id, leg.extension));
        } else {
            endOffer(call, leg, reason);
        }
    }

    private void endOffer(Call call, Leg leg, OfferEndReason reason) {
        if (leg.state == LegState.OFFERED) {
            call.lastOutcome = reason;
            out.add(new CallEvent.OfferEnded(call.key, at, leg.id, leg.extension, reason));
        }
        if (leg.state != LegState.ANSWERED) {
            leg.state = LegState.OVER;
        }
    }

    // ---- finding and describing ----------------------------------------------------------------------------------

    private interface WithLeg {
        void apply(Call call, Leg leg);
    }

    /** A frame about a dial: the caller's side in the plain fields, the telephone's in those with the prefix. */
    private void withLeg(AmiFrame frame, String prefix, WithLeg action) {
        String id = LineText.channelId(frame.get(prefix + "Uniqueid"));
        String linked = LineText.channelId(
                frame.get("Linkedid").isEmpty() ? frame.get(prefix + "Linkedid") : frame.get("Linkedid"));
        if (id == null || linked == null || id.equals(linked) || gone.containsKey(id) || gone.containsKey(linked)) {
            return;
        }
        // After a transfer a caller's channel can have the Linkedid of an older call.
        Call ofCaller = calls.get(frame.get("Uniqueid"));
        Call call = ofCaller != null && (ofCaller.arrived || ofCaller.asked != null) ? ofCaller : call(linked);
        if (call.asked == null && frame.get(prefix + "Channel").startsWith("Local/") && consultation(call) != null) {
            return;
        }
        if (frame.get("Uniqueid").equals(linked)) {
            callerFrom(call, frame, "");
        }
        Leg leg = leg(call, id);
        if (leg != null) {
            describe(leg, frame.get(prefix + "Channel"), frame.get(prefix + "Context"));
            action.apply(call, leg);
        }
    }

    /** A frame about one channel that is a telephone of a call that we know. */
    private void withKnownLeg(AmiFrame frame, WithLeg action) {
        withKnownLeg(frame.get("Uniqueid"), action);
    }

    private void withKnownLeg(String id, WithLeg action) {
        for (Call call : List.copyOf(callsOfLeg.getOrDefault(id, List.of()))) {
            action.apply(call, call.legs.get(id));
        }
    }

    /** {@return the call whose caller's channel the frame is about; null when it is about another channel} */
    private Call callerOf(AmiFrame frame) {
        String id = LineText.channelId(frame.get("Uniqueid"));
        if (id == null || !id.equals(frame.get("Linkedid")) || gone.containsKey(id)) {
            return null;
        }
        Call call = call(id);
        callerFrom(call, frame, "");
        return call;
    }

    private void callerFrom(Call call, AmiFrame frame, String prefix) {
        String number = frame.get(prefix + "CallerIDNum");
        call.caller = LineText.caller(number, frame.get(prefix + "CallerIDName"));
        if (call.callerSeen) {
            return;
        }
        // What he dialled is where his channel began; the dialplan moves it on.
        call.callerSeen = true;
        call.dialledNumber = LineText.number(frame.get(prefix + "Exten"));
        String device = LineText.device(frame.get(prefix + "Channel"));
        call.device = device;
        call.internal = internalContexts.contains(frame.get(prefix + "Context"))
                || device != null && device.equals(call.caller.number());
    }

    private void describe(Leg leg, String channel, String context) {
        if (leg.extension == null) {
            leg.extension = LineText.device(channel);
        }
        if (leg.extension == null || leg.ours) {
            return;
        }
        leg.ours = internalContexts.contains(context);
        if (!leg.ours && !context.isEmpty() && reportedContexts.size() < MAXIMUM_REPORTED_CONTEXTS) {
            String clean = LineText.identifier(context);
            if (clean != null && reportedContexts.add(clean)) {
                ignoredContext.accept(clean);
            }
        }
    }

    private Call call(String linked) {
        Call call = calls.get(linked);
        if (call == null) {
            if (calls.size() >= MAXIMUM_CALLS) {
                forgetEldest();
            }
            call = new Call(new CallKey(pbx, linked));
            calls.put(linked, call);
        }
        return call;
    }

    /** Only a PBX that loses hangups, or an enemy, comes here: the oldest call is the least likely to be alive. */
    private void forgetEldest() {
        Call eldest = calls.values().iterator().next();
        for (Leg leg : List.copyOf(eldest.legs.values())) {
            endLeg(eldest, leg, OfferEndReason.FAILED);
            forget(eldest, leg);
        }
        if (eldest.arrived || eldest.key.dialled()) {
            out.add(new CallEvent.Ended(eldest.key, at, EndCause.UNKNOWN));
        }
        calls.remove(eldest.key.linkedId());
        gone.put(eldest.key.linkedId(), Boolean.TRUE);
    }

    private Leg leg(Call call, String id) {
        Leg leg = call.legs.get(id);
        if (leg == null && call.legs.size() < MAXIMUM_LEGS && call.offered.size() < MAXIMUM_LEGS) {
            leg = new Leg(id);
            call.legs.put(id, leg);
            callsOfLeg.computeIfAbsent(id, ignored -> new ArrayList<>(1)).add(call);
        }
        return leg;
    }

    private void remove(Call call, Leg leg) {
        call.legs.remove(leg.id);
        callsOfLeg.computeIfPresent(leg.id, (id, of) -> of.remove(call) && of.isEmpty() ? null : of);
    }

    /** The telephone's channel is gone with the call. */
    private void forget(Call call, Leg leg) {
        remove(call, leg);
        if (!callsOfLeg.containsKey(leg.id)) {
            gone.put(leg.id, Boolean.TRUE);
        }
    }
}

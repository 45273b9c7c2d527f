package de.zuruf.demopbx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One call at the {@link DemoPbx}. Each method plays what a real Asterisk says when that happens and returns when it is
 * written to all clients. Safe for use by several threads.
 */
public final class DemoCall {

    /** Who picks up at the other end of a call to the outside. */
    public static final String OUTSIDE = "outside";

    /** Where a call stands. */
    public enum State {
        /** Prepared, not yet begun. */
        READY,
        /** In the queue, no telephone rings. */
        WAITING,
        /** At least one telephone rings. */
        RINGING,
        /** Somebody picked up. */
        TALKING,
        /** Over. */
        ENDED
    }

    private static final class Leg {
        final String extension;
        final Map<String, String> values;

        Leg(String extension, Map<String, String> values) {
            this.extension = extension;
            this.values = values;
        }
    }

    private final DemoPbx pbx;
    private final CallRequest request;
    private Recording recording;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Leg> ringing = new LinkedHashMap<>();
    private final byte[] beginning;
    private Leg talking;
    private Instant begun;
    /** Whom {@link #talking} asks while the caller waits; null when it does not. */
    private Leg asked;
    /** Where the caller is parked; null when he is not. */
    private String parkedAt;
    /** Of a call that is dialled to fetch a parked caller: his call. */
    private DemoCall fetches;
    /** Of a call that is dialled for somebody: he has picked up. */
    private boolean ownUp;

    private State state = State.READY;

    /** A call that is dialled for somebody: his own telephone rings, and nobody else's yet. */
    DemoCall(DemoPbx pbx, String uniqueId, String extension, String number, String name) {
        this.pbx = pbx;
        this.request = new CallRequest(number, name, number, null, List.of(extension));
        this.recording = DemoPbx.DIAL;
        boolean inside = request.internal();
        String far = inside ? number : OUTSIDE;
        values.put("call", uniqueId);
        values.put("caller.channel", pbx.nextChannel(extension));
        values.put("place", "internal");
        values.put("extension", extension);
        values.put("number", extension);
        values.put("name", name == null ? "<unknown>" : name);
        values.put("dialled", number);
        values.put("far", far);
        values.put("far.context", inside ? "internal" : "from-trunk");
        values.put("far.dial", inside ? number : number + "@" + OUTSIDE);
        values.put("leg", pbx.nextUniqueId());
        values.put("leg.channel", pbx.nextChannel(far));
        values.put("bridge", pbx.nextBridge());
        StringBuilder out = new StringBuilder(4096);
        say("own-rings", values, out);
        ringing.put(extension, new Leg(extension, values));
        beginning = out.toString().getBytes(StandardCharsets.UTF_8);
    }

    DemoCall(DemoPbx pbx, CallRequest request) {
        this.pbx = pbx;
        this.request = request;
        this.recording = request.queue() == null ? DemoPbx.DIRECT : DemoPbx.QUEUE;
        String device = request.internal() ? request.callerNumber() : "trunk";
        boolean withheld = request.callerNumber() == null;
        values.put("call", pbx.nextUniqueId());
        values.put("caller.channel", pbx.nextChannel(device));
        values.put("place", "did");
        values.put("caller.context", request.internal() ? "internal" : "from-trunk");
        // What chan_pjsip makes of a caller who hides his number, and of one without a name.
        values.put("number", withheld ? "anonymous" : request.callerNumber());
        values.put("name", request.callerName() != null ? request.callerName() : withheld ? "Anonymous" : "<unknown>");
        values.put("dialled", request.dialledNumber());
        values.put("queue", request.queue() == null ? "" : request.queue());
        values.put("bridge", pbx.nextBridge());
        if (request.queue() != null) {
            pbx.queues().configure(request.queue(), request.extensions());
        }
        StringBuilder out = new StringBuilder(4096);
        say("arrive", values, out);
        request.extensions().forEach(extension -> ring(extension, out));
        beginning = out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void ring(String extension, StringBuilder out) {
        Map<String, String> own = new HashMap<>(values);
        own.put("extension", extension);
        own.put("leg", pbx.nextUniqueId());
        own.put("leg.channel", pbx.nextChannel(extension));
        say("ring", own, out);
        ringing.put(extension, new Leg(extension, own));
    }

    private void say(String step, Map<String, String> of, StringBuilder out) {
        pbx.queues().describe(of);
        recording.play(step, of, out);
    }

    /** A telephone of the queue can be called: whoever waits while nothing rings for him rings there. */
    void offer(String extension) {
        if (state == State.WAITING
                && request.queue() != null
                && pbx.device(extension) == 1
                && pbx.queues().calls(request.queue(), extension)) {
            play(out -> {
                ring(extension, out);
                state = State.RINGING;
            });
        }
    }

    /** Appends what QueueStatus says about the caller, if he waits in that queue. */
    boolean waits(String queue, int position, String id, StringBuilder out) {
        if (!queue.equals(request.queue()) || state != State.WAITING && state != State.RINGING) {
            return false;
        }
        out.append("Event: QueueEntry\r\nQueue: ")
                .append(queue)
                .append("\r\nPosition: ")
                .append(position)
                .append("\r\nChannel: ")
                .append(values.get("caller.channel"))
                .append("\r\nUniqueid: ")
                .append(linkedId())
                .append("\r\nWait: ")
                .append(Math.max(0, Duration.between(begun, pbx.now()).toSeconds()))
                .append("\r\n")
                .append(id)
                .append("\r\n");
        return true;
    }

    /** {@return the Linkedid that Asterisk would give the call} */
    public String linkedId() {
        return values.get("call");
    }

    /** {@return the request that this call plays} */
    public CallRequest request() {
        return request;
    }

    /** {@return where the call stands now} */
    public State state() {
        return pbx.locked(() -> state);
    }

    /** {@return the extensions whose telephones ring now, in the order in which they began} */
    public List<String> ringing() {
        return pbx.locked(() -> state == State.READY ? List.of() : List.copyOf(ringing.keySet()));
    }

    /** {@return the extension that talks with the caller; null when none does} */
    public String answeredBy() {
        return pbx.locked(() -> talking == null ? null : talking.extension);
    }

    /**
     * Begins a prepared call: it arrives and the telephones ring.
     *
     * @return {@link System#nanoTime()} taken immediately before the frames, whose last one says that the last telephone
     *     rings, are handed to the sockets
     * @throws IllegalStateException when it has begun already
     */
    public long begin() {
        return pbx.locked(() -> {
            expect(State.READY);
            state = ringing.isEmpty() ? State.WAITING : State.RINGING;
            begun = pbx.now();
            pbx.live(this);
            return pbx.write(beginning);
        });
    }

    /**
     * Picks up; the other telephones stop ringing.
     *
     * @param extension one of the {@link #ringing()} ones
     * @throws IllegalStateException when it does not ring
     */
    public void answer(String extension) {
        play(out -> {
            if (asked != null && ringing.remove(extension, asked)) {
                DemoPbx.CONSULT.play("asked-answers", asked.values, out);
                return;
            }
            Leg leg = take(extension);
            if (fetches != null) {
                fetch(out);
                return;
            }
            if (recording == DemoPbx.DIAL) {
                answerDialled(leg, out);
                return;
            }
            say("answer", leg.values, out);
            for (Leg other : ringing.values()) {
                say("answered-elsewhere", other.values, out);
            }
            say("connect", leg.values, out);
            for (Leg other : ringing.values()) {
                say("answered-elsewhere-gone", other.values, out);
            }
            ringing.clear();
            talking = leg;
            state = State.TALKING;
        });
    }

    private void answerDialled(Leg leg, StringBuilder out) {
        if (ownRings(leg)) {
            say("own-answers", values, out);
            ringing.put(values.get("far"), new Leg(values.get("far"), values));
            ownUp = true;
        } else {
            say("far-answers", values, out);
            talking = leg;
            state = State.TALKING;
        }
    }

    /** Of a call that is dialled for somebody: whether it is his own telephone that rings. */
    private boolean ownRings(Leg leg) {
        return !ownUp && leg.extension.equals(values.get("extension"));
    }

    /** Ends a call that is dialled for somebody, wherever it stands. */
    private void endDialled(StringBuilder out) {
        switch (state) {
            case TALKING -> say("hang-up", values, out);
            case WAITING, RINGING -> say(ownUp ? "far-given-up" : "own-given-up", values, out);
            case READY, ENDED -> {
                // Nobody has heard of it yet, or no more.
            }
        }
        ringing.clear();
        talking = null;
        if (state != State.ENDED) {
            end();
        }
    }

    /** {@return whether a channel is a telephone of the house in this call; called under the PBX's lock} */
    boolean hasTelephone(String uniqueId) {
        return recording == DemoPbx.DIAL && linkedId().equals(uniqueId)
                || talking != null && talking.values.get("leg").equals(uniqueId)
                || ringing.values().stream()
                        .anyMatch(leg -> leg.values.get("leg").equals(uniqueId));
    }

    /**
     * Passes the caller on from the telephone that talks with him to another, which rings.
     *
     * @param target extension of the other telephone
     * @return whether that is possible
     */
    boolean transfer(String target) {
        return pbx.locked(() -> {
            boolean possible = state == State.TALKING
                    && recording != DemoPbx.DIAL
                    && CallRequest.INTERNAL.matcher(target).matches();
            if (possible) {
                play(out -> transfer(target, out));
            }
            return possible;
        });
    }

    private void transfer(String target, StringBuilder out) {
        Map<String, String> before = new HashMap<>(talking.values);
        before.put("target", target);
        DemoPbx.TRANSFER.play("transfer", before, out);
        talking = null;
        // From here on it is a call to one telephone, wherever it came from.
        recording = DemoPbx.DIRECT;
        values.put("bridge", pbx.nextBridge());
        Map<String, String> own = new HashMap<>(values);
        own.put("extension", target);
        own.put("leg", pbx.nextUniqueId());
        own.put("leg.channel", pbx.nextChannel(target));
        say("ring", own, out);
        ringing.put(target, new Leg(target, own));
        state = State.RINGING;
    }

    /**
     * Lets the telephone that talks with the caller ask another, which rings, while he waits.
     *
     * @param target extension of the other telephone
     * @return whether that is possible
     */
    boolean consult(String target) {
        return pbx.locked(() -> {
            boolean possible = state == State.TALKING
                    && recording != DemoPbx.DIAL
                    && asked == null
                    && CallRequest.INTERNAL.matcher(target).matches();
            if (possible) {
                play(out -> consult(target, out));
            }
            return possible;
        });
    }

    private void consult(String target, StringBuilder out) {
        Map<String, String> own = new HashMap<>(talking.values);
        own.put("target", target);
        own.put("one", pbx.nextUniqueId());
        own.put("two", pbx.nextUniqueId());
        own.put("pair", pbx.nextPair());
        own.put("asked", pbx.nextUniqueId());
        own.put("asked.channel", pbx.nextChannel(target));
        own.put("asking.bridge", pbx.nextBridge());
        own.put("asked.bridge", pbx.nextBridge() + "-2");
        asked = new Leg(target, own);
        ringing.put(target, asked);
        DemoPbx.CONSULT.play("ask", own, out);
    }

    /** Takes the telephone that asks back to its caller. */
    void cancelConsultation() {
        play(out -> {
            if (asked != null) {
                endConsultation("back", out);
            }
        });
    }

    private void endConsultation(String how, StringBuilder out) {
        boolean rings = ringing.remove(asked.extension, asked);
        DemoPbx.CONSULT.play(rings && how.equals("back") ? "back-before" : how, asked.values, out);
        asked = null;
    }

    /**
     * Hangs up one telephone; when it asks another and that has picked up, the caller talks with that one.
     *
     * @param uniqueId its channel
     */
    void hangUpTelephone(String uniqueId) {
        pbx.locked(() -> {
            boolean connects = asked != null
                    && !ringing.containsValue(asked)
                    && talking.values.get("leg").equals(uniqueId);
            if (connects) {
                play(this::connect);
            } else {
                hangUp();
            }
            return null;
        });
    }

    private void connect(StringBuilder out) {
        DemoPbx.CONSULT.play("connect", asked.values, out);
        // From here on it is a call to one telephone, wherever it came from.
        recording = DemoPbx.DIRECT;
        Map<String, String> own = new HashMap<>(values);
        own.put("extension", asked.extension);
        own.put("leg", asked.values.get("asked"));
        own.put("leg.channel", asked.values.get("asked.channel"));
        talking = new Leg(asked.extension, own);
        asked = null;
    }

    /** {@return whether the caller could be parked} */
    boolean park() {
        return pbx.locked(() -> {
            boolean possible = state == State.TALKING && recording != DemoPbx.DIAL && asked == null;
            if (possible) {
                play(out -> {
                    parkedAt = pbx.nextParkingSpace();
                    values.put("space", parkedAt);
                    values.put("park.bridge", pbx.nextBridge());
                    Map<String, String> own = new HashMap<>(talking.values);
                    own.putAll(values);
                    DemoPbx.PARK.play("park", own, out);
                    talking = null;
                    recording = DemoPbx.DIRECT;
                    state = State.WAITING;
                });
            }
            return possible;
        });
    }

    /** {@return where the caller is parked; null when he is not; called under the PBX's lock} */
    String parkedAt() {
        return parkedAt;
    }

    /** What is dialled is where that call's caller is parked. */
    void fetches(DemoCall parked) {
        fetches = parked;
    }

    private void fetch(StringBuilder out) {
        DemoCall parked = fetches;
        ringing.clear();
        end();
        if (parked.parkedAt == null) {
            say("own-given-up", values, out);
            return;
        }
        Map<String, String> own = new HashMap<>(parked.values);
        own.put("extension", values.get("extension"));
        own.put("leg", linkedId());
        own.put("leg.channel", values.get("caller.channel"));
        own.put("own", linkedId());
        own.put("own.channel", values.get("caller.channel"));
        own.put("fetched.bridge", pbx.nextBridge());
        DemoPbx.PARK.play("fetch", own, out);
        own.put("bridge", own.get("fetched.bridge"));
        parked.values.put("bridge", own.get("fetched.bridge"));
        parked.talking = new Leg(values.get("extension"), own);
        parked.parkedAt = null;
        parked.state = State.TALKING;
    }

    /**
     * Declines at one telephone. A direct call is over then; a queue call goes on waiting, or ringing elsewhere.
     *
     * @param extension one of the {@link #ringing()} ones
     * @throws IllegalStateException when it does not ring
     */
    public void reject(String extension) {
        play(out -> {
            if (asked != null && asked.extension.equals(extension)) {
                endConsultation("refused", out);
                return;
            }
            Leg leg = take(extension);
            if (recording == DemoPbx.DIAL) {
                say(ownRings(leg) ? "own-rejects" : "far-given-up", values, out);
                ringing.clear();
                end();
                return;
            }
            say("reject", leg.values, out);
            if (recording.has("reject-end")) {
                say("reject-end", leg.values, out);
                end();
            } else if (ringing.isEmpty()) {
                state = State.WAITING;
            }
        });
    }

    /**
     * Ends the talk; a call that nobody has answered is given up by the PBX, as when the dialplan's time is over. Does
     * nothing when the call is over.
     */
    public void hangUp() {
        play(out -> {
            if (recording == DemoPbx.DIAL) {
                endDialled(out);
                return;
            }
            switch (state) {
                case TALKING -> complete(out);
                case WAITING, RINGING -> finish("timeout", out);
                case READY -> end();
                case ENDED -> {}
            }
        });
    }

    /** The caller gives up; in a talk he hangs up. Does nothing when the call is over. */
    public void abandon() {
        play(out -> {
            if (recording == DemoPbx.DIAL) {
                endDialled(out);
                return;
            }
            switch (state) {
                case TALKING -> complete(out);
                case WAITING, RINGING -> finish("abandon", out);
                case READY -> end();
                case ENDED -> {}
            }
        });
    }

    private void complete(StringBuilder out) {
        if (asked != null) {
            endConsultation("back", out);
        }
        say("complete", talking.values, out);
        talking = null;
        end();
    }

    private void finish(String how, StringBuilder out) {
        parkedAt = null;
        List<Leg> legs = new ArrayList<>(ringing.values());
        Map<String, String> last = legs.isEmpty() ? values : legs.get(legs.size() - 1).values;
        if (recording.has(how)) {
            say(how, last, out);
        }
        legs.forEach(leg -> say(how + "-leg", leg.values, out));
        legs.forEach(leg -> say(how + "-leg-gone", leg.values, out));
        say(how + "-end", last, out);
        ringing.clear();
        end();
    }

    /** Appends what CoreShowChannels says about this call; called under the PBX's lock. */
    int describe(String actionId, StringBuilder out) {
        boolean up = state == State.TALKING;
        Map<String, String> caller = new HashMap<>(values);
        caller.put("action", actionId);
        boolean dialled = recording == DemoPbx.DIAL;
        caller.put("state", up || ownUp ? "6" : dialled ? "5" : "4");
        caller.put("state.text", up || ownUp ? "Up" : dialled ? "Ringing" : "Ring");
        caller.put("application", request.queue() == null ? "Dial" : "Queue");
        caller.put(
                "application.data",
                request.queue() == null ? "PJSIP/" + request.extensions().get(0) + ",20" : request.queue() + ",,,,60");
        if (!up) {
            caller.remove("bridge");
        }
        DemoPbx.SNAPSHOT.play("caller", caller, out);
        int channels = 1;
        List<Leg> legs = dialled && !ownUp ? new ArrayList<>() : new ArrayList<>(ringing.values());
        // Whom somebody asks is not in this call yet.
        legs.remove(asked);
        if (talking != null) {
            legs.add(talking);
        }
        for (Leg leg : legs) {
            Map<String, String> own = new HashMap<>(leg.values);
            own.put("action", actionId);
            if (dialled) {
                own.put("number", own.get("extension"));
                own.put("extension", own.get("far"));
            }
            own.put("leg.context", dialled ? own.get("far.context") : "internal");
            own.put("state", up ? "6" : "5");
            own.put("state.text", up ? "Up" : "Ringing");
            own.put("application", request.queue() == null ? "AppDial" : "AppQueue");
            own.put("application.data", "(Outgoing Line)");
            if (!up) {
                own.remove("bridge");
            }
            DemoPbx.SNAPSHOT.play("leg", own, out);
            channels++;
        }
        return channels;
    }

    private void play(Consumer<StringBuilder> step) {
        pbx.locked(() -> {
            StringBuilder out = new StringBuilder(8192);
            step.accept(out);
            if (out.length() > 0) {
                pbx.write(out.toString().getBytes(StandardCharsets.UTF_8));
            }
            return null;
        });
    }

    private Leg take(String extension) {
        expect(State.RINGING);
        Leg leg = ringing.remove(extension);
        if (leg == null) {
            throw new IllegalStateException("The telephone " + extension + " does not ring for this call");
        }
        return leg;
    }

    private void expect(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException("The call is " + state + ", not " + wanted);
        }
    }

    private void end() {
        state = State.ENDED;
        pbx.over(this);
    }

    @Override
    public String toString() {
        return "DemoCall[" + linkedId() + ", " + state + "]";
    }
}

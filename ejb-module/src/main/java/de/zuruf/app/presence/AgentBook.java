package de.zuruf.app.presence;

import de.zuruf.app.call.CallCards;
import de.zuruf.app.call.CallChanged;
import de.zuruf.app.call.PbxOrders;
import de.zuruf.app.call.PbxState;
import de.zuruf.app.call.QueuesTold;
import de.zuruf.app.call.TelephoneSystems;
import de.zuruf.app.people.ExtensionMoved;
import de.zuruf.call.CallState;
import de.zuruf.presence.AgentState;
import de.zuruf.presence.Pause;
import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.DeviceState;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.DomainException;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The agents as they follow from their calls and from the queues, and the pause during the wrap-up.
 *
 * <p>What is committed is taken in at once; what the telephone system is to be told, another thread tells it, and what it then says
 * is what is shown. Each order follows from what is known at its time, so an order that is lost is given again.
 */
@ApplicationScoped
public class AgentBook {
    private static final Logger LOG = Logger.getLogger(AgentBook.class.getName());

    /** So long the telephone system may take to tell what it was told to do. */
    private static final Duration TOLD = Duration.ofSeconds(1);

    /** After an order that failed, so long nothing is ordered by ourselves. */
    private static final Duration REST = Duration.ofSeconds(30);

    /** A telephone that is paused and unpaused elsewhere at the same time shall not keep us busy. */
    private static final int ROUNDS = 3;

    /** Observers without a priority have 2500. */
    private static final int LAST = 3_000;

    @Inject
    private QueueBook queues;

    @Inject
    private QueueOrders orders;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private PresenceLoader loader;

    @Inject
    private PresenceSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private Event<PresenceChanged> presenceChanged;

    @Inject
    private Event<BoardTouched> boardTouched;

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, Agent> agents = new ConcurrentHashMap<>();
    private final Object movesLock = new Object();
    private CompletableFuture<Void> moves = CompletableFuture.completedFuture(null);
    /** Telephone systems that have refused an order for want of a right, in the present session. */
    private final Set<String> rightMissing = ConcurrentHashMap.newKeySet();

    /** All of it is guarded by the object's own monitor. */
    private static final class Agent {
        private final String id;
        /** Held while the telephone system is told something about him, so that orders do not overtake each other. */
        private final Object ordering = new Object();

        private final Map<Long, CallCards.Standing> calls = new HashMap<>();
        /** Calls during whose wrap-up he wants to be called. */
        private final Set<Long> waived = new HashSet<>();

        private String extension;
        private boolean loaded;
        private long version;
        private boolean ours;
        private boolean unpausing;
        private boolean settling;
        private Instant restsUntil = Instant.MIN;
        private Bilingual problem;
        private Presence shown;

        Agent(String id) {
            this.id = id;
        }
    }

    /** Logins of telephones that were left while their telephone system took no orders; ended when it is heard again. */
    private final Set<Behind> behind = ConcurrentHashMap.newKeySet();

    private record Behind(String pbx, String queue, String extension) {}

    /** What is to be ordered. */
    private record Step(boolean pause, String extension, List<QueueBook.Membership> queues) {}

    // ---- what is taken in ----------------------------------------------------------------------------------------

    /** After the card has gone out. */
    void callChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(LAST) CallChanged changed) {
        var agent = agent(changed.employeeId());
        var standing = CallCards.Standing.of(changed.card());
        synchronized (agent) {
            agent.version++;
            var known = agent.calls.get(standing.callId());
            if (known == null || known.revision() <= standing.revision()) {
                agent.calls.put(standing.callId(), standing);
            }
            refresh(agent, false);
        }
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExtensionMoved moved) {
        var agent = agent(moved.employeeId());
        synchronized (agent) {
            agent.version++;
            agent.extension = moved.to();
            agent.problem = null;
            agent.ours = false;
            refresh(agent, true);
        }
        if (moved.from() != null) {
            synchronized (movesLock) {
                // One after the other: whoever is sent away from a telephone leaves its queues before the next joins.
                moves = moves.handleAsync(
                        (before, failure) -> {
                            carry(agent, moved);
                            return null;
                        },
                        executor);
            }
        }
    }

    void queuesTold(@Observes(during = TransactionPhase.AFTER_SUCCESS) QueuesTold told) {
        var extensions = new HashSet<String>();
        var all = false;
        for (var event : told.events()) {
            queues.take(event);
            if (event instanceof CallEvent.QueuesKnown) {
                all = true;
                rightMissing.remove(event.pbx());
                behind.stream()
                        .filter(login -> login.pbx().equals(event.pbx()))
                        .forEach(login -> executor.execute(() -> end(login)));
            } else if (event instanceof CallEvent.QueueMemberChanged e) {
                extensions.add(e.member().extension());
            } else if (event instanceof CallEvent.QueueMemberGone e) {
                extensions.add(e.extension());
            }
        }
        if (all) {
            executor.execute(this::loadSeated);
        }
        for (var agent : agents.values()) {
            synchronized (agent) {
                if (all || extensions.contains(agent.extension)) {
                    if (all) {
                        agent.restsUntil = Instant.MIN;
                    }
                    refresh(agent, all);
                }
            }
        }
        boardTouched.fire(new BoardTouched());
    }

    void pbxChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PbxState state) {
        boardTouched.fire(new BoardTouched());
    }

    // ---- what is read --------------------------------------------------------------------------------------------

    /** {@return how an employee stands} */
    Presence presence(String employeeId) {
        var agent = agent(employeeId);
        boolean loaded;
        synchronized (agent) {
            loaded = agent.loaded;
        }
        if (!loaded) {
            load(agent, true);
        }
        synchronized (agent) {
            refresh(agent, false);
            return agent.shown;
        }
    }

    /** {@return how all stand who have been heard of, by employee; whoever is missing is offline} */
    public Map<String, AgentState> states() {
        var states = new HashMap<String, AgentState>();
        for (var agent : agents.values()) {
            synchronized (agent) {
                if (agent.shown != null) {
                    states.put(agent.id, agent.shown.state());
                }
            }
        }
        return states;
    }

    /** Looks again at what time alone changes, and at what may have been missed. */
    void sweep() {
        for (var agent : agents.values()) {
            boolean doubtful;
            synchronized (agent) {
                refresh(agent, false);
                agent.calls.values().removeIf(call -> call.state() == CallState.GONE || call.state() == CallState.DONE);
                doubtful = !agent.loaded
                        || agent.calls.values().stream()
                                .anyMatch(
                                        call -> call.state() == CallState.RINGING || call.state() == CallState.TALKING);
            }
            if (doubtful) {
                load(agent, false);
            }
        }
    }

    private Agent agent(String employeeId) {
        return agents.computeIfAbsent(employeeId, id -> {
            var agent = new Agent(id);
            executor.execute(() -> load(agent, false));
            return agent;
        });
    }

    private void loadSeated() {
        loader.seated().forEach(id -> load(agent(id), false));
    }

    /** {@code atOnce}: also when something came in between, which the sweep will find. */
    private void load(Agent agent, boolean atOnce) {
        long version;
        synchronized (agent) {
            version = agent.version;
        }
        var stored = loader.load(agent.id);
        synchronized (agent) {
            if (agent.version == version || atOnce) {
                // When nothing came in between, the tables know at least as much.
                agent.extension = stored.extension();
                agent.calls.clear();
                stored.calls().forEach(call -> agent.calls.put(call.callId(), call));
                agent.loaded = true;
                refresh(agent, true);
            }
        }
    }

    /** {@code anew}: what is known comes from a list, so that nothing can be said about who changed it. */
    private void refresh(Agent agent, boolean anew) {
        if (!agent.loaded) {
            return;
        }
        var now = clock.instant();
        var memberships = queues.of(agent.extension);
        var pause = pause(memberships);
        var open = wrapUps(agent, now);
        agent.waived.retainAll(open);
        if (agent.ours && !pause.ours() && pause.unpaused() && !agent.unpausing && !anew) {
            // He himself has ended our pause, here or at the telephone.
            agent.waived.addAll(open);
        }
        agent.ours = pause.ours();
        open.removeAll(agent.waived);
        publish(agent, now, memberships, pause, !open.isEmpty());
        if (step(agent, memberships, !open.isEmpty(), now) != null && !agent.settling) {
            agent.settling = true;
            executor.execute(() -> settle(agent));
        }
    }

    /** {@return the calls whose talk is over while their card is open, those among them that he has waived included} */
    private Set<Long> wrapUps(Agent agent, Instant now) {
        return agent.calls.values().stream()
                .filter(call -> call.state() == CallState.WRAP_UP && call.talkEndedAt() != null)
                .filter(call -> call.talkEndedAt().plus(settings.wrapUpLimit()).isAfter(now))
                .map(CallCards.Standing::callId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Pause pause(List<QueueBook.Membership> memberships) {
        return Pause.of(
                memberships.stream()
                        .map(membership -> new Pause.InQueue(
                                membership.member().paused(),
                                membership.member().reason()))
                        .toList(),
                settings.wrapUpReason());
    }

    private void publish(
            Agent agent, Instant now, List<QueueBook.Membership> memberships, Pause pause, boolean wrapUp) {
        var devices = memberships.stream()
                .map(membership -> membership.member().device())
                .collect(Collectors.toSet());
        var states =
                agent.calls.values().stream().map(CallCards.Standing::state).collect(Collectors.toSet());
        var reachable = devices.isEmpty() || !Set.of(DeviceState.UNAVAILABLE).containsAll(devices);
        var state = AgentState.of(new AgentState.Known(
                agent.extension != null,
                reachable,
                devices.contains(DeviceState.IN_USE) || devices.contains(DeviceState.ON_HOLD),
                devices.contains(DeviceState.RINGING),
                states.contains(CallState.RINGING),
                states.contains(CallState.TALKING),
                wrapUp,
                pause.byHand()));
        var before = agent.shown;
        var since = before != null && before.state() == state ? before.since() : now;
        agent.shown = new Presence(
                state,
                since,
                agent.extension,
                reachable,
                pause.reason(),
                seats(agent.extension, memberships),
                settings.pauseReasons(),
                agent.problem);
        if (!agent.shown.equals(before)) {
            presenceChanged.fire(new PresenceChanged(agent.id, agent.shown));
            if (before == null || before.state() != state) {
                boardTouched.fire(new BoardTouched());
            }
        }
    }

    private List<Presence.Seat> seats(String extension, List<QueueBook.Membership> memberships) {
        if (extension == null) {
            return List.of();
        }
        var seats = new TreeMap<String, Presence.Seat>();
        queues.all().stream()
                .filter(queue -> settings.open(queue.name())
                        && systems.own(queue.pbx(), extension).isPresent())
                .forEach(queue -> seats.put(queue.name(), new Presence.Seat(queue.name(), false, false, false)));
        memberships.forEach(membership -> seats.put(
                membership.queue(),
                new Presence.Seat(
                        membership.queue(),
                        true,
                        !membership.member().dynamic(),
                        membership.member().paused())));
        return new ArrayList<>(seats.values());
    }

    // ---- what is ordered -----------------------------------------------------------------------------------------

    private Step step(Agent agent, List<QueueBook.Membership> memberships, boolean wrapUp, Instant now) {
        if (!settings.pauseInWrapUp() || now.isBefore(agent.restsUntil)) {
            return null;
        }
        var concerned = memberships.stream()
                .filter(membership -> !rightMissing.contains(membership.pbx()))
                .filter(membership -> wrapUp
                        ? !membership.member().paused()
                        : settings.wrapUpReason().equals(membership.member().reason()))
                .toList();
        return concerned.isEmpty() ? null : new Step(wrapUp, agent.extension, concerned);
    }

    private Step step(Agent agent) {
        var now = clock.instant();
        var memberships = queues.of(agent.extension);
        var open = wrapUps(agent, now);
        open.removeAll(agent.waived);
        return step(agent, memberships, !open.isEmpty(), now);
    }

    private void settle(Agent agent) {
        Bilingual problem = null;
        var settled = false;
        try {
            for (int round = 0; round < ROUNDS && !settled; round++) {
                settled = settleOnce(agent);
            }
        } catch (DomainException e) {
            // That a right is missing is the administrator's matter; the agent has asked for nothing.
            problem = e.code().equals(PbxOrders.RIGHT_MISSING) ? null : e.words();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "ZURUF2405W The pause for the wrap-up failed", e);
        } finally {
            synchronized (agent) {
                agent.settling = false;
                agent.unpausing = false;
                if (!settled) {
                    agent.restsUntil = clock.instant().plus(REST);
                }
                agent.problem = problem;
                refresh(agent, false);
            }
        }
    }

    /** {@return whether there is nothing (more) to be ordered} */
    private boolean settleOnce(Agent agent) {
        synchronized (agent.ordering) {
            Step step;
            synchronized (agent) {
                step = step(agent);
                if (step == null) {
                    return true;
                }
                agent.unpausing = !step.pause();
            }
            for (var membership : step.queues()) {
                try {
                    orders.pause(
                            membership.pbx(),
                            membership.queue(),
                            step.extension(),
                            step.pause(),
                            step.pause() ? settings.wrapUpReason() : null);
                } catch (DomainException e) {
                    if (e.code().equals(PbxOrders.RIGHT_MISSING)) {
                        rightMissing.add(membership.pbx());
                    }
                    throw e;
                }
            }
            queues.await(
                    () -> queues.of(step.extension()).stream()
                            .filter(now -> step.queues().stream()
                                    .anyMatch(membership -> membership.pbx().equals(now.pbx())
                                            && membership.queue().equals(now.queue())))
                            .allMatch(now -> now.member().paused() == step.pause()),
                    TOLD);
            synchronized (agent) {
                refresh(agent, false);
                agent.unpausing = false;
            }
            return false;
        }
    }

    /**
     * Takes what is the person's and not the telephone's along to another, or ends it: the queues into which he was logged, and his
     * pauses. What the telephone system's configuration says of a telephone stays there; so does a pause by hand when he only goes.
     */
    private void carry(Agent agent, ExtensionMoved moved) {
        var left = queues.of(moved.from());
        var pause = pause(left);
        var comes = moved.to() != null;
        synchronized (agent.ordering) {
            for (var membership : left) {
                var member = membership.member();
                if (member.dynamic()) {
                    carry(agent, moved, () -> bring(membership, moved.to()));
                    var login = new Behind(membership.pbx(), membership.queue(), moved.from());
                    behind.add(login);
                    carry(agent, moved, () -> {
                        orders.remove(login.pbx(), login.queue(), login.extension());
                        behind.remove(login);
                    });
                } else if (settings.wrapUpReason().equals(member.reason()) || pause.byHand() && comes) {
                    carry(
                            agent,
                            moved,
                            () -> orders.pause(membership.pbx(), membership.queue(), moved.from(), false, null));
                }
            }
            if (pause.byHand() && comes) {
                queues.of(moved.to()).stream()
                        .filter(membership -> !membership.member().paused())
                        .forEach(membership -> carry(
                                agent,
                                moved,
                                () -> orders.pause(
                                        membership.pbx(), membership.queue(), moved.to(), true, pause.reason())));
            }
        }
        // Who moves on at once takes along what he has brought.
        queues.await(
                () -> queues.of(moved.from()).stream()
                        .noneMatch(membership -> membership.member().dynamic()),
                TOLD);
    }

    private void end(Behind login) {
        var taken = agents.values().stream().anyMatch(agent -> {
            synchronized (agent) {
                return login.extension().equals(agent.extension);
            }
        });
        if (taken) {
            // Whoever sits there now sees it and can end it.
            behind.remove(login);
            return;
        }
        try {
            orders.remove(login.pbx(), login.queue(), login.extension());
            behind.remove(login);
        } catch (DomainException e) {
            stays(login.extension(), e);
        }
    }

    private static void stays(String extension, DomainException why) {
        LOG.log(
                Level.WARNING,
                "ZURUF2406W Telephone {0} may still be in queues of whoever has left it: {1}",
                new Object[] {extension, why.getMessage()});
    }

    /** Logs a telephone into the queue in which another was, if its own telephone system has one of that name. */
    private void bring(QueueBook.Membership membership, String extension) {
        if (extension == null) {
            return;
        }
        var member = membership.member();
        queues.all().stream()
                .filter(queue -> queue.name().equals(membership.queue())
                        && systems.own(queue.pbx(), extension).isPresent())
                .forEach(queue -> orders.add(queue.pbx(), queue.name(), extension, member.paused(), member.reason()));
    }

    private void carry(Agent agent, ExtensionMoved moved, Runnable part) {
        try {
            part.run();
        } catch (DomainException e) {
            stays(moved.from(), e);
            problem(agent.id, e.words());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "ZURUF2406W Telephone " + moved.from() + " may still be in queues of whoever has left it",
                    e);
        }
    }

    /**
     * Gives an order that an agent himself wants, and waits until the telephone system has told what became of it.
     *
     * @return how he stands then
     * @throws DomainException when it is not carried out
     */
    Presence order(String employeeId, Runnable order, BooleanSupplier told) {
        var agent = agent(employeeId);
        synchronized (agent.ordering) {
            order.run();
            queues.await(told, TOLD);
        }
        problem(employeeId, null);
        return presence(employeeId);
    }

    private void problem(String employeeId, Bilingual problem) {
        var agent = agent(employeeId);
        synchronized (agent) {
            agent.problem = problem;
            refresh(agent, false);
        }
    }
}

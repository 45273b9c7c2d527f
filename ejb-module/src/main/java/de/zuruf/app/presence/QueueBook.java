package de.zuruf.app.presence;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.QueueCaller;
import de.zuruf.telephony.CallEvent.QueueMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The queues as the telephone systems have told them, in memory: with each session they tell all of it again. */
@ApplicationScoped
public class QueueBook {

    private static final class Queue {
        private final Map<String, QueueMember> members = new HashMap<>();
        private final Map<String, QueueCaller> callers = new LinkedHashMap<>();
    }

    /**
     * A telephone in a queue.
     *
     * @param pbx    telephone system whose queue it is
     * @param queue  its name
     * @param member how the telephone stands there
     */
    record Membership(String pbx, String queue, QueueMember member) {}

    /**
     * A queue at a glance.
     *
     * @param pbx     telephone system whose queue it is
     * @param waiting how many callers wait
     * @param since   since when the first of them waits; null when nobody does
     * @param members how many telephones it can call
     */
    public record QueueView(String pbx, String name, int waiting, Instant since, int members) {}

    /**
     * Guards all that follows. Not this object's own monitor: a client proxy repeats {@code synchronized} of the methods that it stands
     * for, so that whoever waits within one would keep all others out.
     */
    private final Object lock = new Object();

    /** By telephone system, then by name. */
    private final Map<String, Map<String, Queue>> books = new TreeMap<>();

    void take(CallEvent.OfQueue event) {
        synchronized (lock) {
            enter(event);
            lock.notifyAll();
        }
    }

    private void enter(CallEvent.OfQueue event) {
        if (event instanceof CallEvent.QueuesKnown e) {
            var queues = new TreeMap<String, Queue>();
            for (var state : e.queues()) {
                var queue = new Queue();
                state.members().forEach(member -> queue.members.put(member.extension(), member));
                state.callers().forEach(caller -> queue.callers.put(caller.channelId(), caller));
                queues.put(state.name(), queue);
            }
            books.put(e.pbx(), queues);
        } else if (event instanceof CallEvent.QueueMemberChanged e) {
            queue(e.pbx(), e.queue()).members.put(e.member().extension(), e.member());
        } else if (event instanceof CallEvent.QueueMemberGone e) {
            queue(e.pbx(), e.queue()).members.remove(e.extension());
        } else if (event instanceof CallEvent.QueueCallerWaits e) {
            queue(e.pbx(), e.queue()).callers.put(e.caller().channelId(), e.caller());
        } else if (event instanceof CallEvent.QueueCallerLeft e) {
            queue(e.pbx(), e.queue()).callers.remove(e.channelId());
        }
    }

    private Queue queue(String pbx, String name) {
        return books.computeIfAbsent(pbx, ignored -> new TreeMap<>()).computeIfAbsent(name, ignored -> new Queue());
    }

    /** {@return the queues in which a telephone is, by name; none for null} */
    List<Membership> of(String extension) {
        var memberships = new ArrayList<Membership>();
        synchronized (lock) {
            books.forEach((pbx, queues) -> queues.forEach((name, queue) -> {
                var member = queue.members.get(extension);
                if (member != null) {
                    memberships.add(new Membership(pbx, name, member));
                }
            }));
        }
        return memberships;
    }

    /** {@return all queues, by name; those of the same name by telephone system} */
    public List<QueueView> all() {
        var views = new ArrayList<QueueView>();
        synchronized (lock) {
            books.forEach((pbx, queues) -> queues.forEach((name, queue) -> views.add(new QueueView(
                    pbx,
                    name,
                    queue.callers.size(),
                    queue.callers.values().stream()
                            .map(QueueCaller::since)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    queue.members.size()))));
        }
        views.sort(Comparator.comparing(QueueView::name));
        return views;
    }

    /**
     * Waits until the telephone system has told what it was told to do; mostly a matter of milliseconds.
     *
     * @return whether it did so in time
     */
    boolean await(BooleanSupplier told, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        synchronized (lock) {
            try {
                while (!told.getAsBoolean()) {
                    var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        return false;
                    }
                    lock.wait(left);
                }
                return true;
            } catch (InterruptedException e) {
                // The container ends its threads; nobody reads the answer any more.
                return false;
            }
        }
    }
}

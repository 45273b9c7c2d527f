package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What a change of the scheme would do: both schemes assign every customer, the moved ones are counted, and of each pair of segments those with
 * the highest revenue are kept by name. Nothing else is kept, so that a million customers can pass. Not thread-safe: let each thread
 * preview its part and put the parts together.
 */
public final class SchemePreview {

    /** The least important first, so that it is the one to give way. */
    private static final Comparator<MovedCustomer> LEAST_FIRST = Comparator.comparing(MovedCustomer::revenue12m)
            .thenComparing(MovedCustomer::customerId, Comparator.reverseOrder());

    private final Segmentation before;
    private final Segmentation after;
    private final int listed;
    private final Map<Pair, Group> groups = new HashMap<>();

    private record Pair(String from, String to) {}

    private static final class Group {
        private final SegmentDefinition from;
        private final SegmentDefinition to;
        private long count;
        private final PriorityQueue<MovedCustomer> first = new PriorityQueue<>(LEAST_FIRST);

        Group(SegmentDefinition from, SegmentDefinition to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * One who would belong to another segment.
     *
     * @param customerId id in the CRM
     * @param revenue12m EUR in the last twelve months
     * @param why        reason for the new segment
     */
    public record MovedCustomer(String customerId, BigDecimal revenue12m, Bilingual why) {}

    /**
     * Customers with the same segments before and after.
     *
     * @param from      id before
     * @param fromName  name before
     * @param to        id after; the same as before for those who stay
     * @param toName    name after
     * @param count     how many they are
     * @param customers those with the highest revenue, highest first; none of those who stay
     */
    public record Move(
            String from, Bilingual fromName, String to, Bilingual toName, long count, List<MovedCustomer> customers) {}

    /**
     * What would change.
     *
     * @param customers all that passed
     * @param moved     those whose segment changes
     * @param moves     every pair that occurs; those who move first, the largest first
     * @param words     e.g. {@code Diese Änderung verschiebt 214 von 1.302 Kunden.}
     */
    public record Result(long customers, long moved, List<Move> moves, Bilingual words) {}

    /**
     * @param before scheme in force
     * @param after  scheme to come
     * @param listed customers to keep of each pair, 0 to 10,000
     */
    public SchemePreview(Segmentation before, Segmentation after, int listed) {
        if (listed < 0 || listed > 10_000) {
            throw new IllegalArgumentException("listed " + listed);
        }
        this.before = before;
        this.after = after;
        this.listed = listed;
    }

    /** Lets a customer pass. */
    public void add(CustomerFacts facts) {
        Assignment then = after.assign(facts);
        SegmentDefinition from = before.assign(facts).segment();
        SegmentDefinition to = then.segment();
        Group group = groups.computeIfAbsent(new Pair(from.id(), to.id()), any -> new Group(from, to));
        group.count++;
        if (from.id().equals(to.id()) || listed == 0) {
            return;
        }
        // The reason is put into words only for those who stay on the list.
        MovedCustomer candidate = new MovedCustomer(facts.customerId(), facts.revenue12m(), Bilingual.EMPTY);
        if (group.first.size() < listed || LEAST_FIRST.compare(candidate, group.first.peek()) > 0) {
            keep(group, new MovedCustomer(facts.customerId(), facts.revenue12m(), then.why()));
        }
    }

    /** Adds what another, of the same schemes, has seen. */
    public void addAll(SchemePreview other) {
        other.groups.forEach((pair, theirs) -> {
            Group group = groups.computeIfAbsent(pair, any -> new Group(theirs.from, theirs.to));
            group.count += theirs.count;
            theirs.first.forEach(customer -> keep(group, customer));
        });
    }

    private void keep(Group group, MovedCustomer customer) {
        group.first.add(customer);
        if (group.first.size() > listed) {
            group.first.poll();
        }
    }

    /** {@return what has been seen so far} */
    public Result result() {
        long all = 0;
        long moved = 0;
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<Pair, Group> entry : groups.entrySet()) {
            Pair pair = entry.getKey();
            Group group = entry.getValue();
            all += group.count;
            moved += pair.from().equals(pair.to()) ? 0 : group.count;
            List<MovedCustomer> customers = new ArrayList<>(group.first);
            customers.sort(LEAST_FIRST.reversed());
            moves.add(new Move(
                    pair.from(), group.from.name(), pair.to(), group.to.name(), group.count, List.copyOf(customers)));
        }
        moves.sort(Comparator.comparing((Move m) -> m.from().equals(m.to()))
                .thenComparing(Comparator.comparingLong(Move::count).reversed())
                .thenComparing(Move::from)
                .thenComparing(Move::to));
        Bilingual some = Written.number(moved);
        Bilingual of = Written.number(all);
        return new Result(
                all,
                moved,
                List.copyOf(moves),
                moved == 0
                        ? new Bilingual(
                                "Diese Änderung verschiebt keinen von " + of.de() + " Kunden.",
                                "This change moves none of " + of.en() + " customers.")
                        : new Bilingual(
                                "Diese Änderung verschiebt " + some.de() + " von " + of.de() + " Kunden.",
                                "This change moves " + some.en() + " of " + of.en() + " customers."));
    }
}

package de.zuruf.segment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Counts which products are bought together within a segment and proposes what is missing. Two passes over the
 * customers: {@link #count} each, then ask {@link #hint} for each. Not thread-safe while counting; afterwards any
 * number of threads may ask.
 */
public final class CrossSell {

    /**
     * @param minimumPeers   a product needs so many buyers in the segment to be a reason
     * @param minimumPercent so many of these must buy the other product, 0 to 100
     * @param maximumBasket  only so many products of one customer are counted
     * @param maximumPairs   pairs kept in memory over all segments; 12 bytes each in a table two to three times as large
     */
    public record Settings(int minimumPeers, int minimumPercent, int maximumBasket, int maximumPairs) {

        /** 10 peers, 50 percent, baskets of 60, 2,000,000 pairs. */
        public static final Settings DEFAULT = new Settings(10, 50, 60, 2_000_000);
    }

    private static final int PRODUCT_BITS = 22;
    private static final int SEGMENT_BITS = 63 - 2 * PRODUCT_BITS;

    /** Proposals kept for each product and segment; the strongest ones may be owned or no longer orderable. */
    private static final int PROPOSALS = 64;

    private final Settings settings;
    private final Map<String, Integer> segments = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final List<String> productIds = new ArrayList<>();
    private final Counts counts = new Counts();
    private boolean truncated;
    private volatile Map<Long, List<Proposal>> proposals;

    /** Something bought along with a product, strongest first. */
    private record Proposal(int product, int both, int because, double similarity) {}

    /** Starts with nothing counted. */
    public CrossSell(Settings settings) {
        this.settings = settings;
    }

    /**
     * Counts one customer.
     *
     * @param segment peers are those with the same text, e.g. industry and value class
     * @param basket  ids of what the customer bought in the last 24 months, the most telling first
     * @throws IllegalStateException after the first {@link #hint}
     */
    public void count(String segment, Collection<String> basket) {
        if (proposals != null) {
            throw new IllegalStateException("counting is over");
        }
        int segmentNumber = segments.computeIfAbsent(segment, s -> segments.size());
        if (segmentNumber >= 1 << SEGMENT_BITS) {
            truncated = true;
            return;
        }
        int[] bought = basket.stream()
                .distinct()
                .limit(settings.maximumBasket())
                .mapToInt(this::productNumber)
                .filter(p -> p >= 0)
                .sorted()
                .toArray();
        // A product paired with itself counts its buyers; these come first, so that no pair is kept without them.
        for (int product : bought) {
            count(key(segmentNumber, product, product));
        }
        for (int i = 0; i < bought.length; i++) {
            for (int j = i + 1; j < bought.length; j++) {
                count(key(segmentNumber, bought[i], bought[j]));
            }
        }
    }

    private void count(long key) {
        if (!counts.increment(key, settings.maximumPairs())) {
            truncated = true;
        }
    }

    private int productNumber(String id) {
        Integer known = products.get(id);
        if (known != null) {
            return known;
        }
        if (productIds.size() >= 1 << PRODUCT_BITS) {
            truncated = true;
            return -1;
        }
        products.put(id, productIds.size());
        productIds.add(id);
        return productIds.size() - 1;
    }

    private static long key(int segment, int one, int other) {
        return (long) segment << 2 * PRODUCT_BITS | (long) one << PRODUCT_BITS | other;
    }

    /** {@return whether the memory bound was reached and later pairs were not counted} */
    public boolean truncated() {
        return truncated;
    }

    /**
     * {@return the best hint; empty when nothing is strong enough}
     *
     * @param segment   as counted
     * @param basket    ids of what this customer bought in the last 24 months, counted before; he himself is left out of
     *     the figures
     * @param orderable which products may be proposed
     */
    public Optional<CrossSellHint> hint(String segment, Collection<String> basket, Predicate<String> orderable) {
        Integer segmentNumber = segments.get(segment);
        if (segmentNumber == null) {
            return Optional.empty();
        }
        Map<Long, List<Proposal>> index = index();
        Set<String> owned = Set.copyOf(basket);
        CrossSellHint best = null;
        for (String because : new TreeSet<>(owned)) {
            Integer number = products.get(because);
            List<Proposal> candidates = number == null ? null : index.get(key(segmentNumber, number, 0));
            if (candidates != null) {
                for (Proposal candidate : candidates) {
                    String product = productIds.get(candidate.product());
                    if (!owned.contains(product) && orderable.test(product)) {
                        if (best == null || candidate.similarity() > best.similarity()) {
                            best = hint(product, because, candidate);
                        }
                        break;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static CrossSellHint hint(String product, String because, Proposal proposal) {
        int peers = Math.max(proposal.both(), proposal.because() - 1);
        int percent = (int) Math.round(100.0 * proposal.both() / peers);
        return new CrossSellHint(product, because, proposal.both(), peers, percent, proposal.similarity());
    }

    private Map<Long, List<Proposal>> index() {
        Map<Long, List<Proposal>> index = proposals;
        if (index == null) {
            synchronized (this) {
                if (proposals == null) {
                    proposals = buildIndex();
                }
                index = proposals;
            }
        }
        return index;
    }

    private Map<Long, List<Proposal>> buildIndex() {
        Map<Long, List<Proposal>> index = new HashMap<>();
        int mask = (1 << PRODUCT_BITS) - 1;
        counts.forEach((key, both) -> {
            int segment = (int) (key >>> 2 * PRODUCT_BITS);
            int one = (int) (key >>> PRODUCT_BITS) & mask;
            int other = (int) (long) key & mask;
            if (one != other) {
                int oneBuyers = counts.get(key(segment, one, one));
                int otherBuyers = counts.get(key(segment, other, other));
                double similarity = (double) both / (oneBuyers + otherBuyers - both);
                propose(index, key(segment, one, 0), new Proposal(other, both, oneBuyers, similarity));
                propose(index, key(segment, other, 0), new Proposal(one, both, otherBuyers, similarity));
            }
        });
        index.replaceAll((key, all) -> all.stream()
                .sorted(Comparator.comparingDouble((Proposal p) -> -p.similarity())
                        .thenComparing(p -> productIds.get(p.product())))
                .limit(PROPOSALS)
                .toList());
        return index;
    }

    private void propose(Map<Long, List<Proposal>> index, long key, Proposal proposal) {
        // One less: the customer who is asked for buys the one and not the other, and is no peer of himself.
        int peers = proposal.because() - 1;
        if (peers >= settings.minimumPeers() && 100L * proposal.both() >= (long) settings.minimumPercent() * peers) {
            index.computeIfAbsent(key, k -> new ArrayList<>()).add(proposal);
        }
    }

    /** Open-addressing map from long to int, since a map of objects would need five times the memory. */
    private static final class Counts {
        private long[] keys = new long[1024];
        private int[] values = new int[1024];
        private int size;

        /** {@return false when the key is new and the map is full} */
        boolean increment(long key, int maximum) {
            int slot = slot(keys, values, key);
            if (values[slot] == 0) {
                if (size >= maximum) {
                    return false;
                }
                keys[slot] = key;
                size++;
                values[slot] = 1;
                if (size * 10L > keys.length * 6L) {
                    grow();
                }
            } else {
                values[slot]++;
            }
            return true;
        }

        int get(long key) {
            return values[slot(keys, values, key)];
        }

        void forEach(BiConsumer<Long, Integer> action) {
            for (int i = 0; i < keys.length; i++) {
                if (values[i] != 0) {
                    action.accept(keys[i], values[i]);
                }
            }
        }

        private void grow() {
            long[] largerKeys = new long[keys.length * 2];
            int[] largerValues = new int[keys.length * 2];
            for (int i = 0; i < keys.length; i++) {
                if (values[i] != 0) {
                    int slot = slot(largerKeys, largerValues, keys[i]);
                    largerKeys[slot] = keys[i];
                    largerValues[slot] = values[i];
                }
            }
            keys = largerKeys;
            values = largerValues;
        }

        private static int slot(long[] keys, int[] values, long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed ^ mixed >>> 32) & keys.length - 1;
            while (values[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }
    }
}

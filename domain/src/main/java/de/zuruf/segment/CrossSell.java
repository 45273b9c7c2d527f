package de.zuruf.segment;

import java.util.Collection;
import java.util.Optional;
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
     * @param maximumPairs   pairs kept in memory over all segments; about 20 bytes each
     */
    public record Settings(int minimumPeers, int minimumPercent, int maximumBasket, int maximumPairs) {

        /** 10 peers, 50 percent, baskets of 60, 2,000,000 pairs. */
        public static final Settings DEFAULT = new Settings(10, 50, 60, 2_000_000);
    }

    private final Settings settings;

    /** Starts with nothing counted. */
    public CrossSell(Settings settings) {
        this.settings = settings;
    }

    /**
     * Counts one customer.
     *
     * @param segment  peers are those with the same text, e.g. industry and value class
     * @param products ids of what the customer bought in the last 24 months
     */
    public void count(String segment, Collection<String> products) {
        throw new UnsupportedOperationException("" + settings);
    }

    /** {@return whether the memory bound was reached and later pairs were not counted} */
    public boolean truncated() {
        return false;
    }

    /**
     * {@return the best hint; empty when nothing is strong enough}
     *
     * @param segment   as counted
     * @param products  ids of what this customer bought in the last 24 months
     * @param orderable which products may be proposed
     */
    public Optional<CrossSellHint> hint(String segment, Collection<String> products, Predicate<String> orderable) {
        throw new UnsupportedOperationException();
    }
}

package de.zuruf.segment.potential;

/**
 * How a potential is estimated.
 *
 * @param quantile     share of the comparable companies that buy less than the estimate, 0.5 to 0.95
 * @param minimumPeers fewer comparable companies than this are no measure, at least 5
 */
public record PotentialSettings(double quantile, int minimumPeers) {

    /**
     * Where the upper quarter begins, of 20 companies at least. Those in the upper quarter buy most of what they need from us, so
     * that where it begins is a modest estimate of the whole need; a company that buys everything from us is rarely found by revenue.
     */
    public static final PotentialSettings DEFAULT = new PotentialSettings(0.75, 20);

    public PotentialSettings {
        if (!(quantile >= 0.5 && quantile <= 0.95)) {
            throw new IllegalArgumentException("quantile must be within 0.5 and 0.95");
        }
        if (minimumPeers < 5) {
            throw new IllegalArgumentException("minimumPeers must be 5 at least");
        }
    }
}

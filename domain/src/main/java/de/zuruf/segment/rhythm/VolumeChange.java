package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.util.Optional;
import org.hipparchus.special.Beta;

/**
 * Whether a customer's latest orders are unusually small or large for him. The latest {@value #LATEST} order days with a known amount are held against
 * the up to {@value #EARLIER} before, season taken off. Gamma-Poisson: amounts are counted in units of
 * his own dispersion, variance by mean, so that the number of units of an order varies as a Poisson number does; of the earlier ones
 * follows a gamma distribution of his rate (Jeffreys' prior), of that a negative binomial one of what the latest
 * may be. His variation is that of his earlier orders, shrunk to that of all customers, which counts as
 * {@value #SHRINKAGE} orders.
 *
 * @param orders      how many latest orders
 * @param earlier     how many before
 * @param mean        of the latest, EUR
 * @param usual       what would be expected of them, EUR
 * @param probability that his orders are as small, or as large, by chance: of the smaller tail, 0 to 0.5
 */
public record VolumeChange(int orders, int earlier, BigDecimal mean, BigDecimal usual, double probability) {

    /** Of each direction; together five of a hundred customers without any change are found. */
    public static final double LEVEL = 0.025;

    /** What differs by less is not worth a word, however certain it is. */
    public static final double WORTH_A_WORD = 0.2;

    static final int LATEST = 3;
    private static final int EARLIER = 24;
    private static final int FEWEST_EARLIER = 5;
    private static final double SHRINKAGE = 6;
    private static final double LEAST_VARIATION = 1e-3;

    /** {@return the latest orders against the earlier ones; empty with fewer than eight known amounts} */
    static Optional<VolumeChange> of(OrderHistory history, OrderSizes sizes) {
        var latest = 0.0;
        var latestExposure = 0.0;
        var earlier = 0.0;
        var earlierExposure = 0.0;
        var earlierSquares = 0.0;
        var earlierSizes = 0.0;
        var found = 0;
        for (var i = history.orderDays() - 1; i >= 0 && found < LATEST + EARLIER; i--) {
            var cents = history.cents(i);
            if (cents.isEmpty()) {
                continue;
            }
            var amount = (double) cents.getAsLong();
            var factor = sizes.season().factor(SeasonProfile.part(history.days[i]));
            if (found < LATEST) {
                latest += amount;
                latestExposure += factor;
            } else {
                earlier += amount;
                earlierExposure += factor;
                earlierSizes += amount / factor;
                earlierSquares += amount / factor * (amount / factor);
            }
            found++;
        }
        var before = found - LATEST;
        if (before < FEWEST_EARLIER) {
            return Optional.empty();
        }
        var size = earlierSizes / before;
        var own = Math.max(0, earlierSquares - earlierSizes * size) / (size * size);
        var variation = Math.max(LEAST_VARIATION, (SHRINKAGE * sizes.variation() + own) / (SHRINKAGE + before - 1));
        var unit = size * variation;
        // P(more than y) of a negative binomial number is a regularised incomplete beta function; half of P(y) belongs
        // to either side.
        var more = Beta.regularizedBeta(
                latestExposure / (latestExposure + earlierExposure), latest / unit + 0.5, earlier / unit + 0.5);
        return Optional.of(new VolumeChange(
                LATEST,
                before,
                BigDecimal.valueOf(Math.round(latest / LATEST), 2),
                BigDecimal.valueOf(Math.round(earlier / earlierExposure * latestExposure / LATEST), 2),
                Math.min(more, 1 - more)));
    }

    /** {@return the mean of the latest orders by what would be expected} */
    public double factor() {
        return mean.doubleValue() / usual.doubleValue();
    }

    /** {@return whether they are unusually small} */
    public boolean drop() {
        return probability < LEVEL && factor() <= 1 - WORTH_A_WORD;
    }

    /** {@return whether they are unusually large} */
    public boolean jump() {
        return probability < LEVEL && factor() >= 1 / (1 - WORTH_A_WORD);
    }

    /** {@return one sentence with the figures} */
    public Bilingual words() {
        var now = Figures.euros(mean);
        var before = Figures.euros(usual);
        var share = Figures.share(probability);
        var less = factor() < 1;
        return new Bilingual(
                "Die letzten " + orders + " Bestellungen lagen im Mittel bei " + now.de() + ", üblich wären "
                        + before.de() + ": so " + (less ? "wenig" : "viel") + " kommt zufällig in " + share.de()
                        + " der Fälle vor.",
                "The latest " + orders + " orders were " + now.en() + " on average, " + before.en()
                        + " would be usual: so " + (less ? "little" : "much") + " happens by chance in " + share.en()
                        + " of cases.");
    }
}

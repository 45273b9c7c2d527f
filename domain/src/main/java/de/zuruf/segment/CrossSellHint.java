package de.zuruf.segment;

import de.zuruf.wording.Bilingual;

/**
 * A product that most comparable customers buy along with one that this customer buys, and he does not.
 *
 * @param productId        what to mention
 * @param becauseProductId what he buys
 * @param peersWithBoth    customers of the segment who buy both
 * @param peersWithBecause customers of the segment who buy {@code becauseProductId}
 * @param percent          first of these among the second, 0 to 100, rounded half up
 * @param similarity       Jaccard index of the two products' buyers, 0 to 1
 */
public record CrossSellHint(
        String productId,
        String becauseProductId,
        int peersWithBoth,
        int peersWithBecause,
        int percent,
        double similarity) {

    /**
     * {@return the reason in one sentence}
     *
     * @param product name of {@code productId}
     * @param because name of {@code becauseProductId}
     */
    public Bilingual words(String product, String because) {
        return new Bilingual(
                peersWithBoth + " von " + peersWithBecause + " vergleichbaren Kunden, die " + because
                        + " beziehen, kaufen auch " + product + " (" + percent + " %).",
                peersWithBoth + " of " + peersWithBecause + " comparable customers who buy " + because + " also buy "
                        + product + " (" + percent + "%).");
    }
}

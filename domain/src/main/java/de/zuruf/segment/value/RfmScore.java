package de.zuruf.segment.value;

/**
 * Where a customer stands among all by recency, frequency and monetary value, each 1 (lowest fifth) to 5 (highest fifth). It needs no
 * model and predicts nothing: it ranks where too few orders are known for a model.
 *
 * @param recency   5 for those whose last order is the least long ago
 * @param frequency 5 for those with the most orders
 * @param monetary  5 for those with the highest amounts
 * @see RfmQuintiles
 */
public record RfmScore(int recency, int frequency, int monetary) {

    public RfmScore {
        for (var score : new int[] {recency, frequency, monetary}) {
            if (score < 1 || score > 5) {
                throw new IllegalArgumentException("no score: " + score);
            }
        }
    }

    /** {@return the three scores side by side, "111" to "555"} */
    public String code() {
        return "" + recency + frequency + monetary;
    }
}

package de.zuruf.segment.lifecycle;

/**
 * Where phases begin and end. Of each pair the second value is the one that ends a risk; the distance between the two keeps a customer who
 * is near a threshold from changing back and forth.
 *
 * @param newDays              days after the first order for which a customer is new
 * @param regularDays          days after the first order from which he can be regular
 * @param regularOrders        order days from which he can be regular
 * @param regainedDays         days for which a customer who came back is called regained
 * @param lostDays             days without order after which he is lost; but never before four of his usual gaps
 * @param lostProbability      probability of still being a customer below which he is lost sooner
 * @param lostSoonestDays      days without order before which nobody is lost by probability
 * @param modelOrders          order days from which a model's word counts: with fewer it speaks of the average, not of him
 * @param riskSilence          p-value of the silence, at or below which he is at risk
 * @param calmSilence          p-value above which he is not any more
 * @param riskProbability      probability of still being a customer, below which he is at risk
 * @param calmProbability      probability from which he is not any more
 * @param riskGrowth           revenue against the year before, below which he is at risk
 * @param calmGrowth           revenue against the year before, from which he is not any more
 * @param riskGaps             usual gaps of silence from which he is at risk, where no model speaks
 * @param riskDays             days of silence from which he is at risk, where there is no rhythm either
 * @param minimumStay          days for which a change for better or worse stands before figures alone may turn it around
 */
public record LifecycleSettings(
        int newDays,
        int regularDays,
        int regularOrders,
        int regainedDays,
        int lostDays,
        double lostProbability,
        int lostSoonestDays,
        int modelOrders,
        double riskSilence,
        double calmSilence,
        double riskProbability,
        double calmProbability,
        double riskGrowth,
        double calmGrowth,
        double riskGaps,
        int riskDays,
        int minimumStay) {

    /** What the product comes with. */
    public static final LifecycleSettings DEFAULT =
            new LifecycleSettings(90, 365, 5, 365, 365, 0.1, 180, 3, 0.02, 0.1, 0.5, 0.65, 0.5, 0.6, 2.5, 180, 14);

    public LifecycleSettings {
        require(newDays > 0 && regularDays >= newDays, "0 < newDays <= regularDays");
        require(regularOrders > 0 && modelOrders > 0, "regularOrders and modelOrders are 1 at least");
        require(regainedDays > 0 && lostDays > 0 && minimumStay > 0, "days are 1 at least");
        require(riskDays > 0 && riskDays <= lostDays && riskGaps > 1 && riskGaps <= 4, "risk comes before loss");
        require(lostSoonestDays > 0 && lostSoonestDays <= lostDays, "0 < lostSoonestDays <= lostDays");
        require(
                0 <= lostProbability
                        && lostProbability <= riskProbability
                        && riskProbability <= calmProbability
                        && calmProbability <= 1,
                "0 <= lostProbability <= riskProbability <= calmProbability <= 1");
        require(
                0 <= riskSilence && riskSilence <= calmSilence && calmSilence < 1,
                "0 <= riskSilence <= calmSilence < 1");
        require(0 <= riskGrowth && riskGrowth <= calmGrowth && calmGrowth <= 1, "0 <= riskGrowth <= calmGrowth <= 1");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}

package de.zuruf.segment.rhythm;

import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseProcess;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The purchase model of all customers, opened to customers of different regularity. The fitted model has one regularity k for all; here each of a few
 * is as likely as any other before a customer's gaps are seen, with the same distribution of order rates, and his gaps say which are his.
 */
final class PauseModel {

    private static final int[] REGULARITIES = {1, 2, 3, 4, 6, 8, 12};

    /** The models count whole days; usual days are no whole ones, so they are told in such steps. */
    private static final int STEPS_OF_A_DAY = 24;

    private static final double WEEK = 7;

    private static final double[] LOG_GAMMA =
            Arrays.stream(REGULARITIES).mapToDouble(Gamma::logGamma).toArray();

    private static final double LOG_WEEK = Math.log(WEEK);

    private final double r;
    private final double[] alphas = new double[REGULARITIES.length];
    private final PurchaseModel[] inSteps = new PurchaseModel[REGULARITIES.length];

    PauseModel(PurchaseModel fitted) {
        r = fitted.r();
        for (var i = 0; i < REGULARITIES.length; i++) {
            // The mean time between orders, kα/r, stays.
            alphas[i] = fitted.alpha() * fitted.process().regularity() / REGULARITIES[i];
            inSteps[i] = new PurchaseModel(
                    PurchaseProcess.mbgCnbd(REGULARITIES[i]), r, alphas[i] * STEPS_OF_A_DAY, fitted.a(), fitted.b());
        }
    }

    /**
     * {@return how likely each regularity is, in the end}
     *
     * @param gaps    number of gaps
     * @param logGaps sum of their natural logarithms, gaps in days
     * @param days    sum of the gaps
     */
    double[] regularities(int gaps, double logGaps, double days) {
        var logs = new double[REGULARITIES.length];
        var most = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < logs.length; i++) {
            var k = REGULARITIES[i];
            logs[i] = (k - 1) * (logGaps - gaps * LOG_WEEK)
                    - gaps * LOG_GAMMA[i]
                    + r * Math.log(alphas[i])
                    + Gamma.logGamma(r + (double) k * gaps)
                    - (r + (double) k * gaps) * Math.log(alphas[i] + days / WEEK);
            most = Math.max(most, logs[i]);
        }
        var sum = 0.0;
        for (var i = 0; i < logs.length; i++) {
            logs[i] = Math.exp(logs[i] - most);
            sum += logs[i];
        }
        for (var i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return logs;
    }

    /**
     * {@return how likely a pause is at least as long, as long as he has not left, 0 to 1}
     *
     * @param regularities as of {@link #regularities}
     * @param repeats      order days after the first
     * @param lastDays     from the first to the last of them
     * @param pauseDays    since then
     */
    double silence(double[] regularities, int repeats, double lastDays, double pauseDays) {
        var last = (int) Math.max(repeats, Math.round(lastDays * STEPS_OF_A_DAY));
        var history = new PurchaseHistory(repeats, last, last + (int) Math.round(pauseDays * STEPS_OF_A_DAY), 0);
        var sum = 0.0;
        for (var i = 0; i < regularities.length; i++) {
            if (regularities[i] > 1e-9) {
                sum += regularities[i] * inSteps[i].silence(history);
            }
        }
        return Math.min(1, sum);
    }
}

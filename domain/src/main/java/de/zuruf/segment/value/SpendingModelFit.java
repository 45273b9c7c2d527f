package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * A spending model as the amounts of all customers have it most likely.
 *
 * @param model         the model
 * @param errors        standard errors of p, q and v; not a number where they cannot be told
 * @param logLikelihood of the mean amounts
 * @param customers     how many with a positive mean amount there were
 * @param meanAmount    the mean of their means
 * @param converged     whether it is the maximum; if not, amounts do not tell the parameters (all alike, or hardly any), and
 *                      {@link #expectedAmount} gives a customer's own mean
 */
public record SpendingModelFit(
        SpendingModel model,
        StandardErrors errors,
        double logLikelihood,
        int customers,
        double meanAmount,
        boolean converged) {

    /** Fewer customers let nothing be estimated. */
    public static final int FEWEST_CUSTOMERS = 20;

    /** As {@link SpendingModel}. */
    public record StandardErrors(double p, double q, double v) {}

    /**
     * Fits.
     *
     * @param orders for each customer how many amounts his mean is of, at least 1
     * @param means  for each customer the mean amount; customers without a positive one (returns, gifts) say nothing and are left out
     * @return the fit; empty with fewer than {@value #FEWEST_CUSTOMERS} customers of use
     */
    public static Optional<SpendingModelFit> of(int[] orders, double[] means) {
        var use = 0;
        var counts = new int[orders.length];
        var amounts = new double[orders.length];
        for (var i = 0; i < orders.length; i++) {
            if (orders[i] > 0 && means[i] > 0 && means[i] < Double.MAX_VALUE) {
                counts[use] = orders[i];
                amounts[use++] = means[i];
            }
        }
        if (use < FEWEST_CUSTOMERS) {
            return Optional.empty();
        }
        counts = Arrays.copyOf(counts, use);
        amounts = Arrays.copyOf(amounts, use);
        // The unit of the amounts must not decide whether a parameter counts as having run off.
        var unit = Arrays.stream(amounts).average().orElseThrow();
        for (var i = 0; i < use; i++) {
            amounts[i] /= unit;
        }
        var maximum = Maximum.of(new Likelihood(counts, amounts), 2, 3, 1);
        var found = maximum.parameters();
        var errors = maximum.standardErrors();
        return Optional.of(new SpendingModelFit(
                new SpendingModel(found[0], found[1], found[2] * unit),
                new StandardErrors(errors[0], errors[1], errors[2] * unit),
                maximum.value() - use * Math.log(unit),
                use,
                unit,
                maximum.converged()));
    }

    /**
     * As {@link SpendingModel#expectedAmount}; where the model did not converge, or says nothing of so few orders (q at most 1), the
     * customer's own mean, and that of all for somebody without orders. Never negative.
     */
    public double expectedAmount(int orders, double mean) {
        if (converged && model.p() * orders + model.q() > 1) {
            return model.expectedAmount(orders, mean);
        }
        return orders == 0 ? meanAmount : Math.max(0, mean);
    }

    /**
     * Σ lnΓ(px+q) − lnΓ(px) − lnΓ(q) + q ln v + (px−1) ln z + px ln x − (px+q) ln(v + xz), by p, q and v; what depends on x alone is
     * computed once for each x.
     */
    private record Likelihood(int[] orders, double[] means) implements LogLikelihood {
        @Override
        public double at(double[] parameters, double[] gradient, double[][] hessian) {
            var p = parameters[0];
            var q = parameters[1];
            var v = parameters[2];
            Arrays.fill(gradient, 0);
            for (var row : hessian) {
                Arrays.fill(row, 0);
            }
            var counts = new TreeMap<Integer, Integer>();
            var sum = 0.0;
            for (var i = 0; i < orders.length; i++) {
                var x = orders[i];
                counts.merge(x, 1, Integer::sum);
                var all = v + x * means[i];
                var log = Math.log(all);
                var shape = p * x + q;
                sum += (p * x - 1) * Math.log(means[i]) + p * x * Math.log(x) - shape * log;
                gradient[0] += x * (Math.log(means[i]) + Math.log(x) - log);
                gradient[1] -= log;
                gradient[2] -= shape / all;
                hessian[0][2] -= x / all;
                hessian[1][2] -= 1 / all;
                hessian[2][2] += shape / (all * all);
            }
            for (var entry : counts.entrySet()) {
                double x = entry.getKey();
                double weight = entry.getValue();
                var shape = p * x + q;
                sum += weight * (Gamma.logGamma(shape) - Gamma.logGamma(p * x));
                var digamma = Gamma.digamma(shape);
                gradient[0] += weight * x * (digamma - Gamma.digamma(p * x));
                gradient[1] += weight * digamma;
                var trigamma = Gamma.trigamma(shape);
                hessian[0][0] += weight * x * x * (trigamma - Gamma.trigamma(p * x));
                hessian[0][1] += weight * x * trigamma;
                hessian[1][1] += weight * trigamma;
            }
            var n = orders.length;
            sum += n * (q * Math.log(v) - Gamma.logGamma(q));
            gradient[1] += n * (Math.log(v) - Gamma.digamma(q));
            gradient[2] += n * q / v;
            hessian[1][1] -= n * Gamma.trigamma(q);
            hessian[1][2] += n / v;
            hessian[2][2] -= n * q / (v * v);
            hessian[1][0] = hessian[0][1];
            hessian[2][0] = hessian[0][2];
            hessian[2][1] = hessian[1][2];
            return sum;
        }
    }
}

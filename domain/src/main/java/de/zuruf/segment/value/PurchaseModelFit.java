package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * A model as the histories of all customers have it most likely.
 *
 * @param model          the model
 * @param errors         standard errors of r, α, a and b; not a number for what is not estimated
 * @param logLikelihood  of the histories, gaps' constants included, so that models of different regularity can be compared
 * @param customers      how many there are
 * @param evaluations    how often the likelihood was computed
 * @param shortcoming    why the model is not the one that was asked for; empty when it is
 */
public record PurchaseModelFit(
        PurchaseModel model,
        StandardErrors errors,
        double logLikelihood,
        long customers,
        int evaluations,
        Optional<Shortcoming> shortcoming) {

    /** Fewer customers who have ordered again let nothing be estimated. */
    public static final int FEWEST_REPEATERS = 20;

    /** As {@link PurchaseModel}. */
    public record StandardErrors(double r, double alpha, double a, double b) {}

    /** What the histories do not tell. */
    public enum Shortcoming {
        /**
         * Nothing tells those who have left from those who pause (a runs to 0, or a and b without limit): a model in which nobody
         * leaves takes its place, whose P(alive) is always 1.
         */
        LEAVING_NOT_SEEN,
        /** All customers order at the same rate, or the search did not end; the model is the best that was found. */
        NOT_CONVERGED
    }

    /**
     * Fits one process.
     *
     * @return the fit; empty when fewer than {@value #FEWEST_REPEATERS} customers have ordered again
     */
    public static Optional<PurchaseModelFit> of(PurchaseProcess process, PurchaseCells cells) {
        if (cells.repeaters() < FEWEST_REPEATERS) {
            return Optional.empty();
        }
        var likelihood = new PurchaseLikelihood(process, cells);
        var alpha = startingScale(process, cells);
        var best = Maximum.of(likelihood, 1, alpha, 1, 2.5);
        if (!best.converged()) {
            var other = Maximum.of(likelihood, 0.5, alpha / 2, 0.3, 3);
            best = other.converged() || other.value() > best.value() ? other : best;
        }
        if (best.converged()) {
            return Optional.of(fitted(process, cells, best, null));
        }
        var withoutLeaving = Maximum.of(new WithoutLeaving(likelihood), 1, alpha);
        // A model with fewer parameters is never more likely; is it as likely, then the others say nothing.
        return Optional.of(
                withoutLeaving.converged() && withoutLeaving.value() > best.value() - 1
                        ? fitted(process, cells, withoutLeaving, Shortcoming.LEAVING_NOT_SEEN)
                        : fitted(process, cells, best, Shortcoming.NOT_CONVERGED));
    }

    /** {@return the most likely MBG/CNBD-k model of all regularities; empty as in {@link #of}} */
    public static Optional<PurchaseModelFit> mostLikely(PurchaseCells cells) {
        Optional<PurchaseModelFit> best = Optional.empty();
        for (var k = 1; k <= PurchaseProcess.MOST_REGULAR; k++) {
            var next = of(PurchaseProcess.mbgCnbd(k), cells);
            if (next.isEmpty()
                    || best.isPresent()
                            && next.get().logLikelihood() <= best.get().logLikelihood()) {
                break;
            }
            best = next;
        }
        return best;
    }

    private static double startingScale(PurchaseProcess process, PurchaseCells cells) {
        var weeks = IntStream.range(0, cells.size())
                        .mapToDouble(cell -> (double) cells.weight[cell] * cells.observedDays[cell])
                        .sum()
                / PurchaseHistory.DAYS_OF_A_WEEK;
        return Math.max(0.1, weeks / Math.max(1, cells.allRepeats()) / process.regularity());
    }

    private static PurchaseModelFit fitted(
            PurchaseProcess process, PurchaseCells cells, Maximum maximum, Shortcoming shortcoming) {
        var found = maximum.parameters();
        var leaving = found.length > 2;
        var errors = Arrays.copyOf(maximum.standardErrors(), 4);
        if (!leaving) {
            Arrays.fill(errors, 2, 4, Double.NaN);
        }
        return new PurchaseModelFit(
                new PurchaseModel(process, found[0], found[1], leaving ? found[2] : 0, leaving ? found[3] : 1),
                new StandardErrors(errors[0], errors[1], errors[2], errors[3]),
                maximum.value() + constant(process.regularity(), cells),
                cells.customers(),
                maximum.evaluations(),
                Optional.ofNullable(shortcoming));
    }

    /** Σ ln of gap^(k−1) / (k−1)!. */
    private static double constant(int k, PurchaseCells cells) {
        return k == 1 ? 0 : (k - 1) * cells.logGaps - cells.allRepeats() * Gamma.logGamma(k);
    }

    /** The likelihood when nobody ever leaves, by r and α: the limit a = 0 at b = 1. */
    private record WithoutLeaving(PurchaseLikelihood likelihood) implements LogLikelihood {
        @Override
        public double at(double[] parameters, double[] gradient, double[][] hessian) {
            var allGradient = new double[4];
            var allHessian = new double[4][4];
            var value = likelihood.at(new double[] {parameters[0], parameters[1], 0, 1}, allGradient, allHessian);
            for (var i = 0; i < 2; i++) {
                gradient[i] = allGradient[i];
                System.arraycopy(allHessian[i], 0, hessian[i], 0, 2);
            }
            return value;
        }
    }
}

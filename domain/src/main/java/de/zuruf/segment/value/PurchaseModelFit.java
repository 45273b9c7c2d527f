package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;

/**
 * A model as the histories of all customers have it most likely.
 *
 * @param model          the model
 * @param errors         standard errors of r, α, a and b; not a number for what is not estimated
 * @param logLikelihood  of the histories, gaps' constants included, so that models of different regularity can be compared
 * @param customers      how many there are
 * @param evaluations    how often the likelihood was computed for the model that was asked for
 * @param shortcomings   why the model is not the one that was asked for; empty when it is
 */
public record PurchaseModelFit(
        PurchaseModel model,
        StandardErrors errors,
        double logLikelihood,
        long customers,
        int evaluations,
        Set<Shortcoming> shortcomings) {

    /** Fewer customers who have ordered again let nothing be estimated. */
    public static final int FEWEST_REPEATERS = 20;

    /**
     * What stands for infinity in models of customers who are alike: 400, so that their rates differ by 5 % and their probabilities to
     * leave by hardly more.
     */
    static final double ALIKE = 400;

    /** A model with fewer parameters is preferred unless it is less likely by so much. */
    private static final double NO_LESS_LIKELY = .01;

    private static final int WORTH_SAMPLING = 50_000;
    private static final int SAMPLED = 32;

    public PurchaseModelFit {
        shortcomings = Set.copyOf(shortcomings);
    }

    /** As {@link PurchaseModel}. */
    public record StandardErrors(double r, double alpha, double a, double b) {}

    /** What the histories do not tell, and what takes its place. */
    public enum Shortcoming {
        /**
         * Nothing tells those who have left from those who pause (a runs to 0, or a and b without limit): a model in which nobody
         * leaves takes its place, whose P(alive) is always 1.
         */
        LEAVING_NOT_SEEN,
        /** All customers leave with the same probability (a and b run off together): b is held at 400. */
        LEAVING_ALIKE,
        /** All customers order at the same rate (r and α run off together): r is held at 400. */
        RATES_ALIKE,
        /** The search did not end; the model is the best that was found. */
        NOT_CONVERGED
    }

    /** A model some of whose parameters are held; those that are not are NaN. */
    private enum Simpler {
        ALIKE_AND_NOBODY_LEAVES(
                EnumSet.of(Shortcoming.RATES_ALIKE, Shortcoming.LEAVING_NOT_SEEN), ALIKE, Double.NaN, 0, 1),
        NOBODY_LEAVES(EnumSet.of(Shortcoming.LEAVING_NOT_SEEN), Double.NaN, Double.NaN, 0, 1),
        ALIKE_IN_ALL(
                EnumSet.of(Shortcoming.RATES_ALIKE, Shortcoming.LEAVING_ALIKE), ALIKE, Double.NaN, Double.NaN, ALIKE),
        ALIKE_IN_LEAVING(EnumSet.of(Shortcoming.LEAVING_ALIKE), Double.NaN, Double.NaN, Double.NaN, ALIKE),
        ALIKE_IN_RATES(EnumSet.of(Shortcoming.RATES_ALIKE), ALIKE, Double.NaN, Double.NaN, Double.NaN);

        private final Set<Shortcoming> because;
        private final double[] held;

        Simpler(Set<Shortcoming> because, double... held) {
            this.because = because;
            this.held = held;
        }

        Found find(PurchaseLikelihood likelihood, double alpha) {
            var free = IntStream.range(0, held.length)
                    .filter(i -> Double.isNaN(held[i]))
                    .toArray();
            // Starting values: those who leave are a few; the scale fits the shape.
            var start =
                    new double[] {1, Double.isNaN(held[0]) ? alpha : alpha * held[0], held[3] == ALIKE ? 100 : 1, 2.5};
            var maximum = Maximum.of(
                    new Held(likelihood, held, free),
                    Arrays.stream(free).mapToDouble(i -> start[i]).toArray());
            var parameters = held.clone();
            var errors = new double[held.length];
            Arrays.fill(errors, Double.NaN);
            for (var i = 0; i < free.length; i++) {
                parameters[free[i]] = maximum.parameters()[i];
                errors[free[i]] = maximum.standardErrors()[i];
            }
            return new Found(
                    new Maximum(parameters, errors, maximum.value(), maximum.evaluations(), maximum.converged()),
                    because);
        }
    }

    private record Found(Maximum maximum, Set<Shortcoming> because) {}

    /**
     * Fits one process.
     *
     * @return the fit; empty when fewer than {@value #FEWEST_REPEATERS} customers have ordered again. Customers are then ranked by what
     *     needs no model, see {@link RfmQuintiles}
     */
    public static Optional<PurchaseModelFit> of(PurchaseProcess process, PurchaseCells cells) {
        return of(process, cells, null);
    }

    /** @param near a model whose parameters are likely to be near; null if none is known */
    private static Optional<PurchaseModelFit> of(PurchaseProcess process, PurchaseCells cells, PurchaseModel near) {
        if (cells.repeaters() < FEWEST_REPEATERS) {
            return Optional.empty();
        }
        var likelihood = new PurchaseLikelihood(process, cells);
        var alpha = startingScale(process, cells);
        Maximum best = null;
        var starts = Stream.of(new double[] {1, alpha, 1, 2.5}, new double[] {0.5, alpha / 2, 0.3, 3});
        if (cells.size() >= WORTH_SAMPLING) {
            // A few are done soon and bring the search of all so near that three or four evaluations are left.
            var few = cells.every(SAMPLED);
            var sampled =
                    of(process, few, near).filter(fit -> fit.shortcomings().isEmpty());
            near = sampled.map(PurchaseModelFit::model).orElse(near);
        }
        if (near != null) {
            // The mean time between orders stays what it was.
            var scale = near.alpha() * near.process().regularity() / process.regularity();
            starts = Stream.concat(Stream.of(new double[] {near.r(), scale, near.a(), near.b()}), starts);
        }
        for (var start : starts.toList()) {
            var next = Maximum.of(likelihood, start);
            if (best == null || next.converged() || next.value() > best.value()) {
                best = next;
            }
            if (next.converged()) {
                return Optional.of(fitted(process, cells, next, Set.of()));
            }
        }
        return Optional.of(simpler(process, cells, likelihood, alpha, best));
    }

    /** A model with fewer parameters is never more likely; is one as likely, then what it leaves out says nothing. */
    private static PurchaseModelFit simpler(
            PurchaseProcess process, PurchaseCells cells, PurchaseLikelihood likelihood, double alpha, Maximum best) {
        var found = Arrays.stream(Simpler.values())
                .map(simpler -> simpler.find(likelihood, alpha))
                .filter(simpler -> simpler.maximum().converged())
                .toList();
        var highest = found.stream()
                .mapToDouble(simpler -> simpler.maximum().value())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        // They are in the order of their number of parameters.
        return found.stream()
                .filter(simpler -> simpler.maximum().value()
                        > Math.max(highest - NO_LESS_LIKELY, best.value() - loss(process, cells, simpler.because())))
                .findFirst()
                .map(simpler -> fitted(process, cells, simpler.maximum(), simpler.because()))
                .orElseGet(() -> fitted(process, cells, best, Set.of(Shortcoming.NOT_CONVERGED)));
    }

    /**
     * {@return how much less likely a simpler model may be than where the search was given up, on its way without end} What is held at 400 instead
     * of infinity costs each customer ½ ln(1 + n/400), n being what is seen of him: steps of his gaps, and chances to leave.
     */
    private static double loss(PurchaseProcess process, PurchaseCells cells, Set<Shortcoming> because) {
        var steps = because.contains(Shortcoming.RATES_ALIKE) ? process.regularity() * cells.allRepeats() : 0;
        var chances = because.contains(Shortcoming.LEAVING_ALIKE) ? cells.allRepeats() + cells.customers() : 0;
        return 1 + (steps + chances) / (2 * ALIKE);
    }

    /**
     * {@return the most likely MBG/CNBD-k model of all regularities; empty as in {@link #of}} Regularities are tried upwards until one is less likely
     * than the one before.
     */
    public static Optional<PurchaseModelFit> mostLikely(PurchaseCells cells) {
        Optional<PurchaseModelFit> best = Optional.empty();
        var evaluations = 0;
        for (var k = 1; k <= PurchaseProcess.MOST_REGULAR; k++) {
            var near = best.filter(fit -> fit.shortcomings().isEmpty()).map(PurchaseModelFit::model);
            var next = of(PurchaseProcess.mbgCnbd(k), cells, near.orElse(null));
            if (next.isEmpty()) {
                break;
            }
            evaluations += next.get().evaluations();
            if (best.isPresent() && next.get().logLikelihood() <= best.get().logLikelihood()) {
                break;
            }
            best = next;
        }
        var all = evaluations;
        return best.map(fit -> new PurchaseModelFit(
                fit.model(), fit.errors(), fit.logLikelihood(), fit.customers(), all, fit.shortcomings()));
    }

    private static double startingScale(PurchaseProcess process, PurchaseCells cells) {
        var weeks = IntStream.range(0, cells.size())
                        .mapToDouble(cell -> (double) cells.weight(cell) * cells.observedDays(cell))
                        .sum()
                / PurchaseHistory.DAYS_OF_A_WEEK;
        return Math.max(0.1, weeks / Math.max(1, cells.allRepeats()) / process.regularity());
    }

    private static PurchaseModelFit fitted(
            PurchaseProcess process, PurchaseCells cells, Maximum maximum, Set<Shortcoming> shortcomings) {
        var found = maximum.parameters();
        var errors = maximum.standardErrors();
        return new PurchaseModelFit(
                new PurchaseModel(process, found[0], found[1], found[2], found[3]),
                new StandardErrors(errors[0], errors[1], errors[2], errors[3]),
                maximum.value() + constant(process.regularity(), cells),
                cells.customers(),
                maximum.evaluations(),
                shortcomings);
    }

    /** Σ ln of gap^(k−1) / (k−1)!. */
    private static double constant(int k, PurchaseCells cells) {
        return k == 1 ? 0 : (k - 1) * cells.logGaps() - cells.allRepeats() * Gamma.logGamma(k);
    }

    /** The likelihood by the free parameters only. */
    private record Held(PurchaseLikelihood likelihood, double[] held, int[] free) implements LogLikelihood {
        @Override
        public double at(double[] parameters, double[] gradient, double[][] hessian) {
            var all = held.clone();
            for (var i = 0; i < free.length; i++) {
                all[free[i]] = parameters[i];
            }
            var allGradient = new double[all.length];
            var allHessian = new double[all.length][all.length];
            var value = likelihood.at(all, allGradient, allHessian);
            for (var i = 0; i < free.length; i++) {
                gradient[i] = allGradient[free[i]];
                for (var j = 0; j < free.length; j++) {
                    hessian[i][j] = allHessian[free[i]][free[j]];
                }
            }
            return value;
        }
    }
}

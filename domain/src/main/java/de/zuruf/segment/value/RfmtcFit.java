package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An {@link RfmtcModel} as the orders of a period that has passed have it: the parameters at which Σ y ln E − E is highest, y being a customer's
 * order days in that period and E what the model expected before it. That is the likelihood if y is Poisson distributed, and right on the
 * whole if it is not: at the maximum, all customers together ordered as much as was expected.
 *
 * @param model     the model
 * @param customers how many there were
 * @param converged whether it is the maximum; if not, a parameter ran off (nobody seems to leave, or customers order at the same rate
 *                  whatever they did before), and the model is the best that was found
 */
public record RfmtcFit(RfmtcModel model, int customers, boolean converged) {

    /** Fewer customers who have ordered in the period let nothing be estimated. */
    public static final int FEWEST_BUYERS = 20;

    /**
     * Fits.
     *
     * @param histories  as they were before the period
     * @param orders     of the same customers, their order days in the period, at least 0
     * @param periodDays its length
     * @return the fit; empty when fewer than {@value #FEWEST_BUYERS} customers have ordered in the period
     */
    public static Optional<RfmtcFit> of(List<PurchaseHistory> histories, int[] orders, int periodDays) {
        if (histories.size() != orders.length) {
            throw new IllegalArgumentException(histories.size() + " histories and " + orders.length + " customers");
        }
        if (Arrays.stream(orders).filter(y -> y > 0).count() < FEWEST_BUYERS) {
            return Optional.empty();
        }
        // Q as a hazard, because that is positive without a limit.
        var maximum = Maximum.of(new Likelihood(histories, orders, periodDays), 0.2, 1, 0.5);
        var found = maximum.parameters();
        return Optional.of(new RfmtcFit(
                new RfmtcModel(-Math.expm1(-found[0]), found[1], found[2], periodDays),
                orders.length,
                maximum.converged()));
    }

    /** By the hazard h = −ln(1 − Q), b and g: ln E = ln g + ln F − ln(T − R + b) − h(R + 1). */
    private record Likelihood(List<PurchaseHistory> histories, int[] orders, int periodDays) implements LogLikelihood {
        @Override
        public double at(double[] parameters, double[] gradient, double[][] hessian) {
            Arrays.fill(gradient, 0);
            for (var row : hessian) {
                Arrays.fill(row, 0);
            }
            var sum = 0.0;
            var slopes = new double[3];
            slopes[2] = 1 / parameters[2];
            for (var i = 0; i < orders.length; i++) {
                var history = histories.get(i);
                var silence = RfmtcModel.silence(history, periodDays) + 1;
                var rate = RfmtcModel.rate(history, parameters[1], periodDays);
                var expected = parameters[2] * rate * Math.exp(-parameters[0] * silence);
                var perTime = rate / (history.repeats() + 1);
                sum += orders[i] * (Math.log(parameters[2] * rate) - parameters[0] * silence) - expected;
                slopes[0] = -silence;
                slopes[1] = -perTime;
                var residual = orders[i] - expected;
                for (var j = 0; j < 3; j++) {
                    gradient[j] += residual * slopes[j];
                    for (var k = 0; k < 3; k++) {
                        hessian[j][k] -= expected * slopes[j] * slopes[k];
                    }
                }
                hessian[1][1] += residual * perTime * perTime;
                hessian[2][2] -= residual * slopes[2] * slopes[2];
            }
            return sum;
        }
    }
}

package de.zuruf.segment.value;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The model of Schmittlein, Morrison, Colombo 1987: customers order by chance at rates of a gamma (r, α) and leave at any time at rates
 * of another (s, β). It is no part of the product; it is fitted so that the other models stand beside it in the tests. The time at which
 * somebody may have left is integrated over numerically, where the paper has hypergeometric functions.
 */
record ParetoNbd(double r, double alpha, double s, double beta) {

    /** The nearest pole is further away than half an interval, so that these are exact to the last digits. */
    private static final GaussIntegrator NODES = new GaussIntegratorFactory().legendre(32);

    static final class Likelihood extends DifferentiatedLikelihood {
        private final PurchaseCells cells;

        Likelihood(PurchaseCells cells) {
            this.cells = cells;
        }

        @Override
        DerivativeStructure value(DerivativeStructure[] p) {
            DerivativeStructure sum = p[0].getField().getZero();
            for (int cell = 0; cell < cells.size(); cell++) {
                int x = cells.repeats(cell);
                double tx = cells.lastDay(cell) / 7.0;
                double end = cells.observedDays(cell) / 7.0;
                DerivativeStructure shape = p[0].add(x);
                DerivativeStructure likelihood = p[1].add(end)
                        .log()
                        .multiply(shape)
                        .add(p[3].add(end).log().multiply(p[2]))
                        .negate()
                        .exp();
                for (int i = 0; i < NODES.getNumberOfPoints(); i++) {
                    double y = (tx + end + NODES.getPoint(i) * (end - tx)) / 2;
                    likelihood = likelihood.add(p[1].add(y)
                            .log()
                            .multiply(shape)
                            .add(p[3].add(y).log().multiply(p[2].add(1)))
                            .negate()
                            .exp()
                            .multiply(p[2])
                            .multiply(NODES.getWeight(i) * (end - tx) / 2));
                }
                sum = sum.add(likelihood
                        .log()
                        .add(logGamma(shape))
                        .subtract(logGamma(p[0]))
                        .add(p[1].log().multiply(p[0]))
                        .add(p[3].log().multiply(p[2]))
                        .multiply(cells.weight(cell)));
            }
            return sum;
        }
    }

    private double density(int x, double time) {
        return Math.exp(-(r + x) * Math.log(alpha + time) - (s + 1) * Math.log(beta + time));
    }

    double stillCustomer(PurchaseHistory history) {
        double tx = history.lastDay() / 7.0;
        double end = history.observedDays() / 7.0;
        double left = 0;
        for (int i = 0; i < NODES.getNumberOfPoints(); i++) {
            double y = (tx + end + NODES.getPoint(i) * (end - tx)) / 2;
            left += s * density(history.repeats(), y) * NODES.getWeight(i) * (end - tx) / 2;
        }
        double stayed = density(history.repeats(), end) * (beta + end);
        return stayed / (stayed + left);
    }

    double expectedOrders(PurchaseHistory history, double weeks) {
        double end = history.observedDays() / 7.0;
        double lasting = (beta + end) / (s - 1) * (1 - Math.pow((beta + end) / (beta + end + weeks), s - 1));
        return stillCustomer(history) * (r + history.repeats()) / (alpha + end) * lasting;
    }
}

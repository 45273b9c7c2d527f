package de.zuruf.segment.value;

import java.util.stream.IntStream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Gamma;

/** A likelihood written down as in its paper and differentiated by the machine, to hold those against that were by hand. */
abstract class DifferentiatedLikelihood implements LogLikelihood {

    /** {@return the log-likelihood of all customers} */
    abstract DerivativeStructure value(DerivativeStructure[] parameters);

    @Override
    public double at(double[] parameters, double[] gradient, double[][] hessian) {
        int n = parameters.length;
        var factory = new DSFactory(n, 2);
        var value = value(IntStream.range(0, n)
                .mapToObj(i -> factory.variable(i, parameters[i]))
                .toArray(DerivativeStructure[]::new));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int[] orders = new int[n];
                orders[i]++;
                gradient[i] = value.getPartialDerivative(orders);
                orders[j]++;
                hessian[i][j] = value.getPartialDerivative(orders);
            }
        }
        return value.getValue();
    }

    static DerivativeStructure logGamma(DerivativeStructure x) {
        return x.compose(Gamma.logGamma(x.getValue()), Gamma.digamma(x.getValue()), Gamma.trigamma(x.getValue()));
    }

    static DerivativeStructure logBeta(DerivativeStructure x, DerivativeStructure y) {
        return logGamma(x).add(logGamma(y)).subtract(logGamma(x.add(y)));
    }
}

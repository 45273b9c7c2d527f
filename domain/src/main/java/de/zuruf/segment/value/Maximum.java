package de.zuruf.segment.value;

import java.util.Arrays;

/**
 * Where a likelihood of positive parameters is highest. Newton's method in the logarithms of the parameters, damped where the
 * likelihood is not concave or a step would lead down (Levenberg, Marquardt).
 *
 * @param parameters     at the maximum, or where the search was given up
 * @param standardErrors of the parameters, by the delta method from the observed information; NaN where that is singular
 * @param value          the log-likelihood there
 * @param evaluations    how often the likelihood was computed
 * @param converged      whether the gradient vanished within the bounds; if not, a parameter ran off or the search did not end
 */
record Maximum(double[] parameters, double[] standardErrors, double value, int evaluations, boolean converged) {

    private static final int MOST_EVALUATIONS = 200;

    /** Largest gradient by the logarithm of a parameter that counts as none, relative to the likelihood. */
    private static final double FLAT = 1e-11;

    /** Longest step in a logarithm. */
    private static final double LONGEST_STEP = 2;

    /** A parameter beyond e to this, or its inverse, has run off. */
    private static final double FAR = Math.log(1e5);

    static Maximum of(LogLikelihood likelihood, double... start) {
        var n = start.length;
        var point = Arrays.stream(start).map(Math::log).toArray();
        var here = new State(n).at(likelihood, point);
        var next = new State(n);
        var evaluations = 1;
        var damping = 0.0;
        while (evaluations < MOST_EVALUATIONS) {
            if (here.steepest() <= FLAT * (1 + Math.abs(here.value))) {
                return here.maximum(evaluations, true);
            }
            var step = here.step(damping);
            if (step == null) {
                if (!(damping < Double.MAX_VALUE)) {
                    break;
                }
                damping = Math.max(2 * damping, 1e-3 * here.curvature());
                continue;
            }
            for (var i = 0; i < n; i++) {
                next.point[i] = here.point[i] + step[i];
                if (Math.abs(next.point[i]) > FAR) {
                    return here.maximum(evaluations, false);
                }
            }
            next.at(likelihood, next.point);
            evaluations++;
            // Within rounding of the sum a step of Newton's is right though the value does not show it.
            if (next.value >= here.value - 1e-12 * Math.abs(here.value)) {
                var former = here;
                here = next;
                next = former;
                damping /= 8;
            } else {
                damping = Math.max(4 * damping, 1e-3 * here.curvature());
            }
        }
        return here.maximum(evaluations, false);
    }

    /** The likelihood at a point, by the logarithms of the parameters. */
    private static final class State {
        private final double[] point;
        private final double[] parameters;
        private final double[] gradient;
        private final double[][] hessian;
        private double value;

        State(int n) {
            point = new double[n];
            parameters = new double[n];
            gradient = new double[n];
            hessian = new double[n][n];
        }

        State at(LogLikelihood likelihood, double[] logs) {
            for (var i = 0; i < logs.length; i++) {
                point[i] = logs[i];
                parameters[i] = Math.exp(logs[i]);
            }
            value = likelihood.at(parameters, gradient, hessian);
            if (!Double.isFinite(value)) {
                value = Double.NEGATIVE_INFINITY;
            }
            for (var i = 0; i < point.length; i++) {
                gradient[i] *= parameters[i];
            }
            for (var i = 0; i < point.length; i++) {
                for (var j = 0; j < point.length; j++) {
                    hessian[i][j] = hessian[i][j] * parameters[i] * parameters[j] + (i == j ? gradient[i] : 0);
                }
            }
            return this;
        }

        double steepest() {
            return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
        }

        double curvature() {
            var largest = 0.0;
            for (var i = 0; i < point.length; i++) {
                largest = Math.max(largest, Math.abs(hessian[i][i]));
            }
            return Math.max(largest, 1e-300);
        }

        /** {@return where to go; null when the likelihood, so damped, is not concave here} */
        double[] step(double damping) {
            var factor = factor(damping);
            if (factor == null) {
                return null;
            }
            var step = solved(factor, gradient);
            var longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            if (longest > LONGEST_STEP) {
                for (var i = 0; i < step.length; i++) {
                    step[i] *= LONGEST_STEP / longest;
                }
            }
            return step;
        }

        /** {@return the Cholesky factor of the damped negative Hessian; null when that is not positive definite} */
        private double[][] factor(double damping) {
            var n = point.length;
            var factor = new double[n][n];
            for (var i = 0; i < n; i++) {
                for (var j = 0; j <= i; j++) {
                    var sum = -hessian[i][j] + (i == j ? damping : 0);
                    for (var k = 0; k < j; k++) {
                        sum -= factor[i][k] * factor[j][k];
                    }
                    if (i == j) {
                        if (!(sum > 1e-14 * Math.abs(hessian[i][i]))) {
                            return null;
                        }
                        factor[i][i] = Math.sqrt(sum);
                    } else {
                        factor[i][j] = sum / factor[j][j];
                    }
                }
            }
            return factor;
        }

        private static double[] solved(double[][] factor, double[] right) {
            var n = right.length;
            var solution = right.clone();
            for (var i = 0; i < n; i++) {
                for (var k = 0; k < i; k++) {
                    solution[i] -= factor[i][k] * solution[k];
                }
                solution[i] /= factor[i][i];
            }
            for (var i = n - 1; i >= 0; i--) {
                for (var k = i + 1; k < n; k++) {
                    solution[i] -= factor[k][i] * solution[k];
                }
                solution[i] /= factor[i][i];
            }
            return solution;
        }

        Maximum maximum(int evaluations, boolean converged) {
            var errors = new double[point.length];
            var factor = factor(0);
            for (var i = 0; i < errors.length; i++) {
                if (factor == null) {
                    errors[i] = Double.NaN;
                } else {
                    var unit = new double[point.length];
                    unit[i] = 1;
                    errors[i] = parameters[i] * Math.sqrt(solved(factor, unit)[i]);
                }
            }
            return new Maximum(parameters.clone(), errors, value, evaluations, converged && factor != null);
        }
    }
}

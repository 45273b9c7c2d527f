package de.zuruf.segment.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives by hand and the standard errors from them, against those of the machine. */
class PurchaseLikelihoodTest {

    /**
     * As the papers derive it: given that nobody leaves before the last order, he stayed after it and has paused since, or he left with it.
     * Densities without their constants.
     */
    private static final class ByThePaper extends DifferentiatedLikelihood {
        private final PurchaseProcess process;
        private final PurchaseCells cells;

        ByThePaper(PurchaseProcess process, PurchaseCells cells) {
            this.process = process;
            this.cells = cells;
        }

        @Override
        DerivativeStructure value(DerivativeStructure[] p) {
            DerivativeStructure sum = p[0].getField().getZero();
            for (int cell = 0; cell < cells.size(); cell++) {
                sum = sum.add(one(p, cell).log().multiply(cells.weight(cell)));
            }
            return sum;
        }

        private DerivativeStructure one(DerivativeStructure[] p, int cell) {
            int x = cells.repeats(cell);
            int k = process.regularity();
            double tx = cells.lastDay(cell) / 7.0;
            double end = cells.observedDays(cell) / 7.0;
            int chances = process.leavesAtOnce() ? x + 1 : x;
            // Of gaps whose x·k steps and j more of the present one are done; Poisson steps at a rate that differs by a
            // gamma.
            DerivativeStructure pausing = p[0].getField().getZero();
            double factorial = 1;
            for (int j = 0; j < k; j++) {
                factorial *= Math.max(1, j);
                pausing = pausing.add(steps(p, (double) k * x + j, end).multiply(Math.pow(end - tx, j) / factorial));
            }
            DerivativeStructure before = logBeta(p[2], p[3]);
            DerivativeStructure stayed =
                    logBeta(p[2], p[3].add(chances)).subtract(before).exp().multiply(pausing);
            return chances == 0
                    ? stayed
                    : stayed.add(logBeta(p[2].add(1), p[3].add(chances - 1))
                            .subtract(before)
                            .exp()
                            .multiply(steps(p, (double) k * x, tx)));
        }

        /** ∫ λ^n e^(−λt) over the gamma of λ. */
        private static DerivativeStructure steps(DerivativeStructure[] p, double n, double time) {
            return logGamma(p[0].add(n))
                    .subtract(logGamma(p[0]))
                    .add(p[1].log().multiply(p[0]))
                    .subtract(p[1].add(time).log().multiply(p[0].add(n)))
                    .exp();
        }
    }

    static Stream<Arguments> processes() {
        return Stream.of(
                Arguments.of(PurchaseProcess.BG_NBD, new double[] {.24, 4.4, .79, 2.4}),
                Arguments.of(PurchaseProcess.MBG_NBD, new double[] {.52, 6.2, .89, 1.6}),
                Arguments.of(PurchaseProcess.mbgCnbd(2), new double[] {.7, 3, 1.2, 1.9}),
                Arguments.of(PurchaseProcess.mbgCnbd(5), new double[] {2, 1.1, .4, 3}));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void derivativesAreThoseOfThePapersFormula(PurchaseProcess process, double[] at) {
        var cells = Cdnow.cells();
        var likelihood = new PurchaseLikelihood(process, cells);
        var gradient = new double[4];
        var hessian = new double[4][4];
        double value = likelihood.at(at, gradient, hessian);
        var expectedGradient = new double[4];
        var expectedHessian = new double[4][4];
        double expected = new ByThePaper(process, cells).at(at, expectedGradient, expectedHessian);
        assertEquals(expected, value, 1e-11 * Math.abs(expected));
        assertArrayEquals(expectedGradient, gradient, 1e-8);
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expectedHessian[i], hessian[i], 1e-8 * Math.abs(expectedHessian[i][i]) + 1e-7);
        }
    }

    /** Errors come from second derivatives by the parameters themselves here, by their logarithms there. */
    @ParameterizedTest
    @MethodSource("processes")
    void standardErrorsAreThoseOfThePapersFormula(PurchaseProcess process) {
        var cells = Cdnow.cells();
        PurchaseModelFit fit = PurchaseModelFit.of(process, cells).orElseThrow();
        PurchaseModel model = fit.model();
        var gradient = new double[4];
        var hessian = new double[4][4];
        new ByThePaper(process, cells)
                .at(new double[] {model.r(), model.alpha(), model.a(), model.b()}, gradient, hessian);
        assertArrayEquals(new double[4], gradient, 1e-6);
        double[] errors = {
            fit.errors().r(),
            fit.errors().alpha(),
            fit.errors().a(),
            fit.errors().b()
        };
        for (int i = 0; i < 4; i++) {
            assertEquals(Math.sqrt(-inverseDiagonal(hessian, i)), errors[i], 1e-6 * errors[i]);
        }
    }

    /** By Cramer's rule. */
    private static double inverseDiagonal(double[][] matrix, int at) {
        int[] others = IntStream.range(0, matrix.length).filter(i -> i != at).toArray();
        double[][] minor = new double[others.length][others.length];
        for (int i = 0; i < others.length; i++) {
            for (int j = 0; j < others.length; j++) {
                minor[i][j] = matrix[others[i]][others[j]];
            }
        }
        return determinant(minor) / determinant(matrix);
    }

    private static double determinant(double[][] matrix) {
        if (matrix.length == 1) {
            return matrix[0][0];
        }
        double sum = 0;
        for (int column = 0; column < matrix.length; column++) {
            int left = column;
            double[][] minor = Stream.of(matrix)
                    .skip(1)
                    .map(row -> IntStream.range(0, row.length)
                            .filter(j -> j != left)
                            .mapToDouble(j -> row[j])
                            .toArray())
                    .toArray(double[][]::new);
            sum += (column % 2 == 0 ? 1 : -1) * matrix[0][column] * determinant(minor);
        }
        return sum;
    }

    /** What is estimated from many samples of one truth scatters as the errors say. */
    @Test
    void estimatesScatterByTheirStandardErrors() {
        var truth = new PurchaseModel(PurchaseProcess.MBG_NBD, 1.2, 6, .9, 3);
        int samples = 60;
        double[] sums = new double[4];
        double[] squares = new double[4];
        double[] errors = new double[4];
        for (int seed = 1; seed <= samples; seed++) {
            PurchaseModelFit fit = PurchaseModelFit.of(
                            PurchaseProcess.MBG_NBD,
                            SimulatedCustomers.cells(new SimulatedCustomers(truth, seed).customers(2_000, 104, 1)))
                    .orElseThrow();
            List<Double> found = List.of(
                    fit.model().r(),
                    fit.model().alpha(),
                    fit.model().a(),
                    fit.model().b());
            List<Double> said = List.of(
                    fit.errors().r(),
                    fit.errors().alpha(),
                    fit.errors().a(),
                    fit.errors().b());
            for (int i = 0; i < 4; i++) {
                double log = Math.log(found.get(i));
                sums[i] += log;
                squares[i] += log * log;
                errors[i] += said.get(i) / found.get(i) / samples;
            }
        }
        for (int i = 0; i < 4; i++) {
            double scatter = Math.sqrt((squares[i] - sums[i] * sums[i] / samples) / (samples - 1));
            // Of 60 samples a standard deviation is known to 9 %.
            assertEquals(1, scatter / errors[i], .3, "parameter " + i);
        }
    }

    /** So many cells are summed by several processors. */
    @Test
    void manyCustomersHaveTheLikelihoodOfFewManyTimes() {
        var truth = new PurchaseModel(PurchaseProcess.mbgCnbd(2), 1.4, 2.4, .9, 6.5);
        List<SimulatedCustomers.Customer> customers = new SimulatedCustomers(truth, 3).customers(60_000, 150, 1);
        var whole = new PurchaseLikelihood(truth.process(), SimulatedCustomers.cells(customers));
        double[] at = {1.3, 2.5, .8, 7};
        double[] expectedGradient = new double[4];
        double[][] expectedHessian = new double[4][4];
        double expected = 0;
        for (int from = 0; from < customers.size(); from += 6_000) {
            double[] gradient = new double[4];
            double[][] hessian = new double[4][4];
            expected += new PurchaseLikelihood(
                            truth.process(), SimulatedCustomers.cells(customers.subList(from, from + 6_000)))
                    .at(at, gradient, hessian);
            for (int i = 0; i < 4; i++) {
                expectedGradient[i] += gradient[i];
                for (int j = 0; j < 4; j++) {
                    expectedHessian[i][j] += hessian[i][j];
                }
            }
        }
        double[] gradient = new double[4];
        double[][] hessian = new double[4][4];
        double value = whole.at(at, gradient, hessian);
        assertEquals(expected, value, 1e-11 * Math.abs(expected));
        assertArrayEquals(expectedGradient, gradient, 1e-6);
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(expectedHessian[i], hessian[i], 1e-10 * Math.abs(expectedHessian[i][i]));
        }
        assertEquals(value, whole.at(at, gradient, hessian));
    }
}

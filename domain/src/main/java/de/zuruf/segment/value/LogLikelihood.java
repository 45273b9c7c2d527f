package de.zuruf.segment.value;

/** A log-likelihood with its first and second derivatives by its positive parameters. */
interface LogLikelihood {

    /**
     * Computes all at one point.
     *
     * @param parameters positive
     * @param gradient   is filled
     * @param hessian    is filled, both triangles
     * @return the log-likelihood; not a number or infinite where it cannot be computed
     */
    double at(double[] parameters, double[] gradient, double[][] hessian);
}

package de.zuruf.segment.value;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of histories under a {@link PurchaseProcess} by (r, α, a, b), with analytic derivatives.
 *
 * <p>With R = r + kx, n the chances to leave, ℓ = ln I<sub>(α+tx)/(α+T)</sub>(R, k) the logarithm of the probability that the last
 * gap is as long as it is, and B = b + n − 1, a customer's share is
 *
 * <pre>
 * lnΓ(R) − lnΓ(r) + r ln α − R ln(α+tx) + lnΓ(b+n−1) − lnΓ(b) + lnΓ(a+b) − lnΓ(a+b+n) + ln(a + B·e^ℓ)
 * </pre>
 *
 * and only the last term and ln(α+tx) need every cell: all else needs every x once. Days are whole, so that logarithms come from a
 * table. For n = 0 the terms of a and b fall away. The densities' constants, which do not change where the maximum is, are added
 * by {@link PurchaseModelFit}.
 */
final class PurchaseLikelihood implements LogLikelihood {

    private final PurchaseProcess process;
    private final PurchaseCells cells;
    private final double[] log;
    private final double[] inverse;
    private double[] g;
    private double[][] h;

    PurchaseLikelihood(PurchaseProcess process, PurchaseCells cells) {
        this.process = process;
        this.cells = cells;
        var most = 0;
        for (var days : cells.observedDays) {
            most = Math.max(most, days);
        }
        log = new double[most + 1];
        inverse = new double[most + 1];
    }

    @Override
    public double at(double[] parameters, double[] gradient, double[][] hessian) {
        g = gradient;
        h = hessian;
        Arrays.fill(g, 0);
        for (var row : h) {
            Arrays.fill(row, 0);
        }
        var r = parameters[0];
        var alpha = parameters[1];
        var a = parameters[2];
        var b = parameters[3];
        for (var day = 0; day < log.length; day++) {
            var at = alpha + day / PurchaseHistory.DAYS_OF_A_WEEK;
            log[day] = Math.log(at);
            inverse[day] = 1 / at;
        }
        var sum = 0.0;
        for (int from = 0, to; from < cells.size(); from = to) {
            var x = cells.repeats[from];
            var weight = 0L;
            for (to = from; to < cells.size() && cells.repeats[to] == x; to++) {
                weight += cells.weight[to];
            }
            sum += weight * ofRepeats(x, weight, r, alpha, a, b);
            sum += process.regularity() == 1 ? byChance(from, to, x, r, a, b) : regular(from, to, x, r, a, b);
        }
        h[1][0] = h[0][1];
        for (var i = 2; i < 4; i++) {
            for (var j = 0; j < i; j++) {
                h[i][j] = h[j][i];
            }
        }
        return sum;
    }

    /** What all customers with so many repeats have in common. */
    private double ofRepeats(int x, long weight, double r, double alpha, double a, double b) {
        var bigR = r + (double) process.regularity() * x;
        var n = process.chancesToLeave(x);
        g[0] += weight * (Gamma.digamma(bigR) - Gamma.digamma(r) + log[0]);
        g[1] += weight * r / alpha;
        h[0][0] += weight * (Gamma.trigamma(bigR) - Gamma.trigamma(r));
        h[0][1] += weight / alpha;
        h[1][1] -= weight * r / (alpha * alpha);
        var value = Gamma.logGamma(bigR) - Gamma.logGamma(r) + r * log[0];
        if (n > 0) {
            value += Gamma.logGamma(b + n - 1) - Gamma.logGamma(b) + Gamma.logGamma(a + b) - Gamma.logGamma(a + b + n);
            var both = Gamma.digamma(a + b) - Gamma.digamma(a + b + n);
            g[2] += weight * both;
            g[3] += weight * (both + Gamma.digamma(b + n - 1) - Gamma.digamma(b));
            var bothBend = Gamma.trigamma(a + b) - Gamma.trigamma(a + b + n);
            h[2][2] += weight * bothBend;
            h[2][3] += weight * bothBend;
            h[3][3] += weight * (bothBend + Gamma.trigamma(b + n - 1) - Gamma.trigamma(b));
        }
        return value;
    }

    /** The cells of one x when gaps are exponential: ℓ = −R ln((α+T)/(α+tx)). */
    private double byChance(int from, int to, int x, double r, double a, double b) {
        var bigR = r + x;
        var sum = 0.0;
        for (var cell = from; cell < to; cell++) {
            var tx = cells.lastDay[cell];
            var end = cells.observedDays[cell];
            var slope = inverse[tx] - inverse[end];
            var ratio = log[end] - log[tx];
            sum += cell(
                    cell,
                    x,
                    bigR,
                    a,
                    b,
                    -bigR * ratio,
                    -ratio,
                    bigR * slope,
                    0,
                    slope,
                    bigR * (inverse[end] * inverse[end] - inverse[tx] * inverse[tx]));
        }
        return sum;
    }

    /** The same for regular gaps: ℓ = −R ln((α+T)/(α+tx)) + ln Σ_{j<k} q^j (R)_j / j!, q = (T−tx)/(α+T). */
    private double regular(int from, int to, int x, double r, double a, double b) {
        var k = process.regularity();
        var bigR = r + (double) k * x;
        // (R)_j / j! and the first two derivatives of its logarithm by R; the same for all cells of this x.
        var rising = new double[k];
        var first = new double[k];
        var second = new double[k];
        rising[0] = 1;
        for (var j = 1; j < k; j++) {
            rising[j] = rising[j - 1] * (bigR + j - 1) / j;
            first[j] = first[j - 1] + 1 / (bigR + j - 1);
            second[j] = second[j - 1] - 1 / ((bigR + j - 1) * (bigR + j - 1));
        }
        var sum = 0.0;
        for (var cell = from; cell < to; cell++) {
            var tx = cells.lastDay[cell];
            var end = cells.observedDays[cell];
            var q = (end - tx) / PurchaseHistory.DAYS_OF_A_WEEK * inverse[end];
            double s = 0;
            double sr = 0;
            double sa = 0;
            double srr = 0;
            double sra = 0;
            double saa = 0;
            var power = 1.0;
            for (var j = 0; j < k; j++) {
                var term = power * rising[j];
                s += term;
                sr += term * first[j];
                sa -= term * j;
                srr += term * (first[j] * first[j] + second[j]);
                sra -= term * first[j] * j;
                saa += term * j * (j + 1.0);
                power *= q;
            }
            sr /= s;
            sa *= inverse[end] / s;
            srr = srr / s - sr * sr;
            sra = sra * inverse[end] / s - sr * sa;
            saa = saa * inverse[end] * inverse[end] / s - sa * sa;
            var slope = inverse[tx] - inverse[end];
            var ratio = log[end] - log[tx];
            sum += cell(
                    cell,
                    x,
                    bigR,
                    a,
                    b,
                    -bigR * ratio + Math.log(s),
                    -ratio + sr,
                    bigR * slope + sa,
                    srr,
                    slope + sra,
                    bigR * (inverse[end] * inverse[end] - inverse[tx] * inverse[tx]) + saa);
        }
        return sum;
    }

    /** Adds ln(a + B·e^ℓ) − R ln(α+tx) of one cell, given ℓ and its derivatives by r and α. */
    private double cell(
            int cell,
            int x,
            double bigR,
            double a,
            double b,
            double l,
            double lr,
            double la,
            double lrr,
            double lra,
            double laa) {
        var weight = (double) cells.weight[cell];
        var tx = cells.lastDay[cell];
        var n = process.chancesToLeave(x);
        var value = -bigR * log[tx];
        g[0] -= weight * log[tx];
        g[1] -= weight * bigR * inverse[tx];
        h[0][1] -= weight * inverse[tx];
        h[1][1] += weight * bigR * inverse[tx] * inverse[tx];
        double alive = 1;
        if (n == 0 || a == 0) {
            value += n == 0 ? l : l + Math.log(b + n - 1);
        } else {
            var survived = Math.exp(l);
            var stayed = b + n - 1;
            var total = a + stayed * survived;
            var perTotal = 1 / total;
            alive = stayed * survived * perTotal;
            var gone = a * perTotal;
            value += Math.log(total);
            var share = survived * perTotal;
            g[2] += weight * perTotal;
            g[3] += weight * share;
            h[2][2] -= weight * perTotal * perTotal;
            h[2][3] -= weight * perTotal * share;
            h[3][3] -= weight * share * share;
            h[0][2] -= weight * alive * perTotal * lr;
            h[1][2] -= weight * alive * perTotal * la;
            h[0][3] += weight * share * gone * lr;
            h[1][3] += weight * share * gone * la;
            var spread = alive * gone;
            h[0][0] += weight * spread * lr * lr;
            h[0][1] += weight * spread * lr * la;
            h[1][1] += weight * spread * la * la;
        }
        g[0] += weight * alive * lr;
        g[1] += weight * alive * la;
        h[0][0] += weight * alive * lrr;
        h[0][1] += weight * alive * lra;
        h[1][1] += weight * alive * laa;
        return weight * value;
    }
}

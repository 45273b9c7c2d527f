package de.zuruf.segment.value;

import java.util.Arrays;
import java.util.stream.IntStream;
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
 * and only the last term needs every cell; ln(α+tx) needs every tx once, all else every x. Days are whole, so that logarithms come
 * from a table. For n = 0 the terms of a and b fall away. The densities' constants, which do not change where the maximum is, are
 * added by {@link PurchaseModelFit}.
 *
 * <p>Many cells are summed in pieces by all processors; the pieces' sums are added in one order, so that the same histories have the
 * same likelihood to the last bit wherever it is computed.
 */
final class PurchaseLikelihood implements LogLikelihood {

    /** Fewer cells are done sooner than others can be asked to help. */
    private static final int WORTH_SHARING = 30_000;

    /** A product of so much, or of its inverse, is put away as a logarithm. */
    private static final double LARGE = 1e250;

    private final PurchaseProcess process;
    private final PurchaseCells cells;
    private final double[] log;
    private final double[] inverse;

    /** By tx, customers and the sum of their x. */
    private final int[] customers;

    private final long[] repeats;

    private final Piece[] pieces;

    PurchaseLikelihood(PurchaseProcess process, PurchaseCells cells) {
        this.process = process;
        this.cells = cells;
        log = new double[cells.longest() + 1];
        inverse = new double[log.length];
        customers = new int[log.length];
        repeats = new long[log.length];
        for (var cell = 0; cell < cells.size(); cell++) {
            customers[cells.lastDay(cell)] += cells.weight(cell);
            repeats[cells.lastDay(cell)] += (long) cells.weight(cell) * cells.repeats(cell);
        }
        pieces = IntStream.range(0, cells.pieces()).mapToObj(Piece::new).toArray(Piece[]::new);
    }

    @Override
    public double at(double[] parameters, double[] gradient, double[][] hessian) {
        var r = parameters[0];
        var alpha = parameters[1];
        var a = parameters[2];
        var b = parameters[3];
        Arrays.fill(gradient, 0);
        for (var row : hessian) {
            Arrays.fill(row, 0);
        }
        var sum = 0.0;
        for (var day = 0; day < log.length; day++) {
            var at = alpha + day / PurchaseHistory.DAYS_OF_A_WEEK;
            log[day] = Math.log(at);
            inverse[day] = 1 / at;
            if (customers[day] > 0) {
                var shapes = r * customers[day] + (double) process.regularity() * repeats[day];
                sum -= shapes * log[day];
                gradient[0] -= customers[day] * log[day];
                gradient[1] -= shapes * inverse[day];
                hessian[0][1] -= customers[day] * inverse[day];
                hessian[1][1] += shapes * inverse[day] * inverse[day];
            }
        }
        var all = IntStream.range(0, pieces.length);
        (cells.size() < WORTH_SHARING ? all : all.parallel()).forEach(piece -> pieces[piece].at(r, a, b));
        for (int from = 0, to; from < pieces.length; from = to) {
            var weight = 0L;
            for (to = from; to < pieces.length && pieces[to].x == pieces[from].x; to++) {
                weight += pieces[to].weight;
                sum += pieces[to].addTo(gradient, hessian);
            }
            sum += weight * ofRepeats(pieces[from].x, weight, parameters, gradient, hessian);
        }
        for (var i = 1; i < 4; i++) {
            for (var j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
        }
        return sum;
    }

    /** {@return what each customer with so many repeats has in common with the others}; derivatives are added for all of them. */
    private double ofRepeats(int x, long weight, double[] parameters, double[] g, double[][] h) {
        var r = parameters[0];
        var alpha = parameters[1];
        var a = parameters[2];
        var b = parameters[3];
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

    /**
     * Sums of a piece of cells of ln(a + B·e^ℓ) and of what its derivatives are made of, with ℓ = −R ln((α+T)/(α+tx)) +
     * ln Σ<sub>j&lt;k</sub> q<sup>j</sup> (R)<sub>j</sub>/j!, q = (T−tx)/(α+T). The shares s = e^ℓ/(a + B·e^ℓ) and p = 1/(a + B·e^ℓ)
     * stand in the names of the sums before what they are multiplied with; lr is the derivative of ℓ by r, la by α, and so on.
     */
    private final class Piece {
        private final int from;
        private final int to;
        private final int x;
        private final Rising rising;
        private double a;
        private double stayed;
        private long weight;
        private double value;
        private double p;
        private double s;
        private double pp;
        private double ps;
        private double ss;
        private double slr;
        private double sla;
        private double slrr;
        private double slra;
        private double slaa;
        private double pslr;
        private double psla;
        private double pslrlr;
        private double pslrla;
        private double pslala;

        Piece(int piece) {
            from = cells.from(piece);
            to = cells.from(piece + 1);
            x = cells.repeats(from);
            rising = new Rising(process.regularity());
        }

        void at(double r, double a, double b) {
            this.a = a;
            var n = process.chancesToLeave(x);
            stayed = b + n - 1;
            var bigR = r + (double) process.regularity() * x;
            rising.of(bigR);
            if (n == 0 || a == 0) {
                // Nobody can have left, and no number is too small for its logarithm.
                withoutLeaving(bigR, n == 0 ? 0 : Math.log(stayed));
            } else {
                sum(bigR);
            }
        }

        private void sum(double bigR) {
            var k = process.regularity();
            // Not in the fields: while they are local they stay in registers.
            var weight = 0L;
            var p = 0.0;
            var s = 0.0;
            var pp = 0.0;
            var ps = 0.0;
            var ss = 0.0;
            var slr = 0.0;
            var sla = 0.0;
            var slrr = 0.0;
            var slra = 0.0;
            var slaa = 0.0;
            var pslr = 0.0;
            var psla = 0.0;
            var pslrlr = 0.0;
            var pslrla = 0.0;
            var pslala = 0.0;
            var logs = 0.0;
            var product = 1.0;
            for (var cell = from; cell < to; cell++) {
                var tx = cells.lastDay(cell);
                var end = cells.observedDays(cell);
                var w = cells.weight(cell);
                var slope = inverse[tx] - inverse[end];
                var ratio = log[end] - log[tx];
                var survived = Math.exp(-bigR * ratio);
                var lr = -ratio;
                var la = bigR * slope;
                var lrr = 0.0;
                var lra = slope;
                var laa = -la * (inverse[tx] + inverse[end]);
                if (k > 1) {
                    rising.at((end - tx) / PurchaseHistory.DAYS_OF_A_WEEK * inverse[end], inverse[end]);
                    survived *= rising.s;
                    lr += rising.lr;
                    la += rising.la;
                    lrr = rising.lrr;
                    lra += rising.lra;
                    laa += rising.laa;
                }
                var total = a + stayed * survived;
                if (w == 1) {
                    product *= total;
                    if (!(product < LARGE && product > 1 / LARGE)) {
                        logs += Math.log(product);
                        product = 1;
                    }
                } else {
                    logs += w * Math.log(total);
                }
                var perTotal = 1 / total;
                var share = survived * perTotal;
                var weighted = w * share;
                weight += w;
                p += w * perTotal;
                s += weighted;
                pp += w * perTotal * perTotal;
                ss += weighted * share;
                slr += weighted * lr;
                sla += weighted * la;
                slrr += weighted * lrr;
                slra += weighted * lra;
                slaa += weighted * laa;
                var both = weighted * perTotal;
                ps += both;
                pslr += both * lr;
                psla += both * la;
                pslrlr += both * lr * lr;
                pslrla += both * lr * la;
                pslala += both * la * la;
            }
            value = logs + Math.log(product);
            this.weight = weight;
            this.p = p;
            this.s = s;
            this.pp = pp;
            this.ps = ps;
            this.ss = ss;
            this.slr = slr;
            this.sla = sla;
            this.slrr = slrr;
            this.slra = slra;
            this.slaa = slaa;
            this.pslr = pslr;
            this.psla = psla;
            this.pslrlr = pslrlr;
            this.pslrla = pslrla;
            this.pslala = pslala;
        }

        /** As if s were 1 / B throughout. */
        private void withoutLeaving(double bigR, double logStayed) {
            weight = 0;
            value = p = s = pp = ps = ss = slr = sla = slrr = slra = slaa = 0;
            pslr = psla = pslrlr = pslrla = pslala = 0;
            for (var cell = from; cell < to; cell++) {
                var tx = cells.lastDay(cell);
                var end = cells.observedDays(cell);
                var w = cells.weight(cell);
                var slope = inverse[tx] - inverse[end];
                var ratio = log[end] - log[tx];
                rising.at((end - tx) / PurchaseHistory.DAYS_OF_A_WEEK * inverse[end], inverse[end]);
                weight += w;
                value += w * (logStayed - bigR * ratio + Math.log(rising.s));
                slr += w * (rising.lr - ratio);
                sla += w * (rising.la + bigR * slope);
                slrr += w * rising.lrr;
                slra += w * (rising.lra + slope);
                slaa += w * (rising.laa - bigR * slope * (inverse[tx] + inverse[end]));
            }
        }

        private double addTo(double[] g, double[][] h) {
            var n = process.chancesToLeave(x);
            var certain = n == 0 || a == 0;
            var alive = certain ? 1 : stayed;
            g[0] += alive * slr;
            g[1] += alive * sla;
            g[2] += p;
            g[3] += s;
            h[0][0] += alive * (slrr + a * pslrlr);
            h[0][1] += alive * (slra + a * pslrla);
            h[1][1] += alive * (slaa + a * pslala);
            h[0][2] -= alive * pslr;
            h[1][2] -= alive * psla;
            h[0][3] += a * pslr;
            h[1][3] += a * psla;
            h[2][2] -= pp;
            h[2][3] -= ps;
            h[3][3] -= ss;
            return value;
        }
    }

    /** Σ_{j<k} q^j (R)_j / j!, and the derivatives of its logarithm by r and α. */
    private static final class Rising {
        private final int k;
        private final double[] rising;
        private final double[] first;
        private final double[] second;
        private double s = 1;
        private double lr;
        private double la;
        private double lrr;
        private double lra;
        private double laa;

        Rising(int k) {
            this.k = k;
            rising = new double[k];
            first = new double[k];
            second = new double[k];
            rising[0] = 1;
        }

        /** What all q have in common. */
        void of(double bigR) {
            for (var j = 1; j < k; j++) {
                rising[j] = rising[j - 1] * (bigR + j - 1) / j;
                first[j] = first[j - 1] + 1 / (bigR + j - 1);
                second[j] = second[j - 1] - 1 / ((bigR + j - 1) * (bigR + j - 1));
            }
            for (var j = 1; j < k; j++) {
                second[j] += first[j] * first[j];
            }
        }

        /** @param perEnd 1 / (α+T), by which q falls when α grows */
        void at(double q, double perEnd) {
            var sum = 1.0;
            var sr = 0.0;
            var sa = 0.0;
            var srr = 0.0;
            var sra = 0.0;
            var saa = 0.0;
            var power = 1.0;
            for (var j = 1; j < k; j++) {
                power *= q;
                var term = power * rising[j];
                sum += term;
                sr += term * first[j];
                sa -= term * j;
                srr += term * second[j];
                sra -= term * first[j] * j;
                saa += term * j * (j + 1);
            }
            s = sum;
            lr = sr / sum;
            la = sa * perEnd / sum;
            lrr = srr / sum - lr * lr;
            lra = sra * perEnd / sum - lr * la;
            laa = saa * perEnd * perEnd / sum - la * la;
        }
    }
}

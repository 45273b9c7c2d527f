package de.zuruf.segment.value;

/**
 * How the customers of a company order and leave: a process and the distribution of its parameters among them. The order rate is
 * gamma distributed (r, α), the probability to leave after an order beta distributed (a, b). With {@code a} = 0 nobody ever leaves.
 *
 * @param process what is supposed of one customer
 * @param r       shape of the order rates, positive; the larger, the more alike customers are
 * @param alpha   rate of the order rates in weeks, positive: the mean time between orders is about kα/r weeks
 * @param a       first parameter of leaving, at least 0
 * @param b       second parameter of leaving, positive; a/(a+b) leave after an order on average
 */
public record PurchaseModel(PurchaseProcess process, double r, double alpha, double a, double b) {

    /** Terms of a series, or orders looked ahead, after which a sum is given up; reached only by absurd horizons. */
    private static final int MOST_TERMS = 2_000_000;

    private static final double NEGLIGIBLE = 1e-17;

    public PurchaseModel {
        if (!(r > 0 && alpha > 0 && a >= 0 && b > 0)
                || !Double.isFinite(r)
                || !Double.isFinite(alpha)
                || !Double.isFinite(a)
                || !Double.isFinite(b)) {
            throw new IllegalArgumentException("r " + r + ", alpha " + alpha + ", a " + a + ", b " + b);
        }
    }

    private double shape(PurchaseHistory history) {
        return r + (double) process.regularity() * history.repeats();
    }

    private static double weeks(int days) {
        return days / PurchaseHistory.DAYS_OF_A_WEEK;
    }

    /** ln of (α+tx)/(α+u), so that nothing is lost when the two are close. */
    private double logShare(PurchaseHistory history, double untilWeek) {
        var last = weeks(history.lastDay());
        return -Math.log1p((untilWeek - last) / (alpha + last));
    }

    /** {@return ln of the probability that a pause goes on beyond a week, I_{(α+tx)/(α+u)}(R, k), as long as he has not left} */
    private double logPause(PurchaseHistory history, double untilWeek) {
        var bigR = shape(history);
        var q = (untilWeek - weeks(history.lastDay())) / (alpha + untilWeek);
        var sum = 1.0;
        var term = 1.0;
        for (var j = 1; j < process.regularity(); j++) {
            term *= q * (bigR + j - 1) / j;
            sum += term;
        }
        return bigR * logShare(history, untilWeek) + Math.log(sum);
    }

    /**
     * {@return how likely a pause as long as the present one is for somebody who orders as this customer does and has not left: the
     * smaller, the more unusual the silence; 0 to 1}
     */
    public double silence(PurchaseHistory history) {
        return Math.exp(logPause(history, weeks(history.observedDays())));
    }

    /** {@return the probability that the customer still is one, 0 to 1; P(alive)} */
    public double stillCustomer(PurchaseHistory history) {
        var n = process.chancesToLeave(history.repeats());
        if (n == 0 || a == 0) {
            return 1;
        }
        // 1 / (1 + a/(b+n−1)·e^−ℓ), by logarithms because ℓ may be beyond any number.
        var against = Math.log(a / (b + n - 1)) - logPause(history, weeks(history.observedDays()));
        return against > 0 ? Math.exp(-against) / (1 + Math.exp(-against)) : 1 / (1 + Math.exp(against));
    }

    /**
     * {@return the probability that he does not order within the coming weeks}
     *
     * @param weeks at least 0
     */
    public double noOrderWithin(PurchaseHistory history, double weeks) {
        var now = weeks(history.observedDays());
        var pause = Math.exp(logPause(history, now + weeks) - logPause(history, now));
        return 1 - stillCustomer(history) * (1 - pause);
    }

    /**
     * {@return the number of order days to expect of a customer in the coming weeks}
     *
     * @param weeks at least 0
     */
    public double expectedOrders(PurchaseHistory history, double weeks) {
        if (!(weeks >= 0)) {
            throw new IllegalArgumentException("weeks " + weeks);
        }
        return weeks == 0
                ? 0
                : process.regularity() == 1
                        ? stillCustomer(history) * byChance(history, weeks)
                        : expectedBySteps(history, weeks);
    }

    /** As {@link #expectedOrders}, by the sum that regular buyers need. */
    double expectedBySteps(PurchaseHistory history, double weeks) {
        return stillCustomer(history) * regular(history, weeks);
    }

    /** {@return the number of repeat orders to expect of somebody who has just ordered for the first time} */
    public double expectedOrdersOfANewCustomer(double weeks) {
        return expectedOrders(new PurchaseHistory(0, 0, 0, 0), weeks);
    }

    /**
     * As long as he still is a customer, k = 1. With b' = b + n, c = a + b' − 1, R = r + x and z = t/(α+T+t), the textbook's
     * c/(a−1)·[1 − (1−z)^R ₂F₁(R, b'; c; z)] cancels where a is near 1 or z is small; this series does not.
     */
    private double byChance(PurchaseHistory history, double weeks) {
        var bigR = shape(history);
        var now = alpha + weeks(history.observedDays());
        var c = a + b + process.chancesToLeave(history.repeats()) - 1;
        var z = weeks / (now + weeks);
        if (a == 0) {
            return bigR * weeks / now;
        }
        var lambda = Math.log1p(weeks / now);
        var y = -(a - 1) * lambda;
        var d = c - bigR;
        var sum = 0.0;
        // (a)_{i−1} (d)_i / ((c)_i i!) z^i
        var term = d / c * z;
        for (var i = 1; i < MOST_TERMS; i++) {
            sum += term;
            if (Math.abs(term) <= NEGLIGIBLE * Math.abs(sum) || term == 0) {
                break;
            }
            term *= (a + i - 1) * (d + i) / ((c + i) * (i + 1)) * z;
        }
        return c * (lambda * (Math.abs(y) < 1e-300 ? 1 : Math.expm1(y) / y) - Math.exp(y) * sum);
    }

    /**
     * The same for regular gaps, exactly. A gap is k steps of a Poisson process. Of the present gap J of them are done, with
     * weights of the terms of {@link #logPause}; given J, the steps of the coming weeks are negative binomial, and the i-th further
     * order happens if they are enough for it and he has stayed after each one before.
     */
    private double regular(PurchaseHistory history, double weeks) {
        var k = process.regularity();
        var bigR = shape(history);
        var now = alpha + weeks(history.observedDays());
        var z = weeks / (now + weeks);
        var q = weeks(history.observedDays() - history.lastDay()) / now;
        var stay = b + process.chancesToLeave(history.repeats());
        var weights = new double[k];
        weights[0] = 1;
        var total = 1.0;
        for (var j = 1; j < k; j++) {
            weights[j] = weights[j - 1] * q * (bigR + j - 1) / j;
            total += weights[j];
        }
        var expected = 0.0;
        for (var done = 0; done < k; done++) {
            expected += weights[done] / total * ordersOf(bigR + done, z, done, stay);
        }
        return expected;
    }

    /** Σ over steps m of P(m)·(orders that m more steps bring when {@code done} of the first are made). */
    private double ordersOf(double shape, double z, int done, double stay) {
        var k = process.regularity();
        // Relative to P(0), by logarithms, because P(0) may be too small for a number.
        var logProbability = shape * Math.log1p(-z);
        var mean = shape * z / (1 - z);
        var orders = 0.0;
        var stayed = 1.0;
        var made = 0;
        var sum = 0.0;
        var rest = 1.0;
        for (var m = 0; m < MOST_TERMS; m++) {
            if ((m + done) / k > made) {
                orders += stayed;
                stayed *= (stay + made) / (a + stay + made);
                made++;
            }
            var probability = Math.exp(logProbability);
            sum += probability * orders;
            rest -= probability;
            if (m > mean && probability * (orders + 1) <= NEGLIGIBLE * (sum + Double.MIN_NORMAL)) {
                break;
            }
            logProbability += Math.log(z * (shape + m) / (m + 1));
        }
        return sum;
    }
}

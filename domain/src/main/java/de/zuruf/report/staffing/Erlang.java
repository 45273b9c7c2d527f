package de.zuruf.report.staffing;

/**
 * The queue before a group of agents: calls arrive by chance, last an exponential time and are answered in their order.
 *
 * <p>Erlang C supposes that nobody gives up, so that with more load than agents the queue grows without end; Erlang A that each caller has an
 * exponential patience. Real patience makes the queue shorter than C says, often by much.
 *
 * @see <a href="https://doi.org/10.1287/msom.1030.0010">Garnett, Mandelbaum, Reiman 2002 (Erlang A)</a>
 */
public final class Erlang {

    private static final double NEGLIGIBLE = 1e-19;

    /** When sums have grown so far they are made smaller together. */
    private static final double LARGE = 1e200;

    private Erlang() {}

    /**
     * {@return the figures when nobody gives up; with at least as much load as agents all wait, endlessly}
     *
     * @param agents    at least 1
     * @param threshold of the service level in seconds, at least 0
     */
    public static QueueFigures c(Workload work, int agents, double threshold) {
        check(agents, threshold);
        var load = work.load();
        if (load >= agents) {
            return new QueueFigures(
                    1, 1, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, 1);
        }
        // Of the states in which a call waits, relative to all agents busy and nobody waiting, there are 1/(1−ρ).
        var busy = 1 / (1 - load / agents);
        var waiting = busy / (othersPerAllBusy(load, agents) + busy);
        var longer = waiting * Math.exp(-(agents - load) * threshold / work.handlingSeconds());
        var wait = waiting * work.handlingSeconds() / (agents - load);
        return new QueueFigures(
                load / agents, waiting, 1 - longer, 1 - longer, wait, wait, wait * work.arrivals(), 0, 0, longer);
    }

    /**
     * {@return the figures when callers give up}
     *
     * @param agents    at least 1
     * @param patience  mean time after which a waiting caller gives up, in seconds, positive
     * @param threshold of the service level in seconds, at least 0
     */
    public static QueueFigures a(Workload work, int agents, double patience, double threshold) {
        check(agents, threshold);
        if (!(patience > 0) || Double.isInfinite(patience)) {
            throw new IllegalArgumentException("patience " + patience);
        }
        var load = work.load();
        var answers = agents / work.handlingSeconds();
        // n callers wait; with weights relative to the state in which all agents are busy and nobody waits. The next
        // caller has n ahead: he
        // is answered at last with the probability ν/(n+1+ν), within t with I_u(n+1, ν+1) times that; were he to wait
        // for ever, within t
        // with I_u(n+1, ν).
        var nu = answers * patience;
        var u = -Math.expm1(-threshold / patience);
        var withinAnswered = new RisingBeta(u, nu + 1);
        var within = new RisingBeta(u, nu);
        var weight = 1.0;
        var others = othersPerAllBusy(load, agents);
        if (Double.isInfinite(others)) {
            // So little to do that nobody ever waits.
            return c(work, agents, threshold);
        }
        var waiting = 0.0;
        var queue = 0.0;
        var answeredInTime = 0.0;
        var longer = 0.0;
        var answered = 0.0;
        var answeredWait = 0.0;
        var times = 0.0;
        for (var n = 0; ; n++) {
            var atLast = nu / (n + 1 + nu);
            times += patience / (nu + n + 1);
            waiting += weight;
            queue += weight * n;
            answered += weight * atLast;
            answeredInTime += weight * atLast * withinAnswered.value();
            answeredWait += weight * atLast * times;
            longer += weight * within.complement();
            var next = work.arrivals() / (answers + (n + 1) / patience);
            if (next < 1 && weight * (n + 1) <= NEGLIGIBLE * (waiting + queue) * (1 - next)) {
                break;
            }
            weight *= next;
            withinAnswered.next();
            within.next();
            if (weight > LARGE) {
                weight /= LARGE;
                others /= LARGE;
                waiting /= LARGE;
                queue /= LARGE;
                answered /= LARGE;
                answeredInTime /= LARGE;
                answeredWait /= LARGE;
                longer /= LARGE;
            }
        }
        var all = others + waiting;
        var abandoned = (waiting - answered) / all;
        var serviceLevel = (others + answeredInTime) / all;
        // Who waits is answered in time, gives up in time, or still waits then.
        var abandonedInTime = (waiting - answeredInTime - longer * Math.exp(-threshold / patience)) / all;
        var meanQueue = queue / all;
        return new QueueFigures(
                load * (1 - abandoned) / agents,
                waiting / all,
                serviceLevel,
                serviceLevel / (1 - abandonedInTime),
                meanQueue / work.arrivals(),
                answeredWait / (others + answered),
                meanQueue,
                abandoned,
                abandonedInTime,
                longer / all);
    }

    private static void check(int agents, double threshold) {
        if (agents < 1 || !(threshold >= 0)) {
            throw new IllegalArgumentException(agents + " agents, " + threshold + " s");
        }
    }

    /**
     * {@return how probable it is that an agent is free, relative to that all are busy and nobody waits} By the recursion of Erlang B for its inverse,
     * 1/B(n) = 1 + n/load·1/B(n−1). Infinite without load, and with next to none.
     */
    private static double othersPerAllBusy(double load, int agents) {
        var inverse = 1.0;
        for (var n = 1; n <= agents; n++) {
            inverse = 1 + n / load * inverse;
        }
        return inverse - 1;
    }

    /** I_x(n, b), the regularized incomplete beta function, for n = 1, 2, …, by I_x(n+1, b) = I_x(n, b) − x^n (1−x)^b / (n B(n, b)). */
    private static final class RisingBeta {
        private final double x;
        private final double b;
        private int n = 1;
        private double complement;

        /** By its logarithm, because (1−x)^b may be too small for a number. */
        private double logTerm;

        RisingBeta(double x, double b) {
            this.x = x;
            this.b = b;
            var stay = b * Math.log1p(-x);
            complement = Math.exp(stay);
            logTerm = stay + Math.log(x) + Math.log(b);
        }

        double value() {
            return 1 - complement;
        }

        double complement() {
            return complement;
        }

        void next() {
            complement = Math.min(1, complement + Math.exp(logTerm));
            logTerm += Math.log(x * (n + b) / (n + 1));
            n++;
        }
    }
}

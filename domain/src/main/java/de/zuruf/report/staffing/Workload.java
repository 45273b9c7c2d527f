package de.zuruf.report.staffing;

/**
 * What arrives in an interval.
 *
 * @param calls           expected calls, at least 0
 * @param intervalSeconds length of the interval, positive
 * @param handlingSeconds mean time for which a call binds an agent, wrap-up included, positive
 */
public record Workload(double calls, double intervalSeconds, double handlingSeconds) {

    public Workload {
        if (!(calls >= 0 && intervalSeconds > 0 && handlingSeconds > 0)
                || !Double.isFinite(calls * handlingSeconds / intervalSeconds)) {
            throw new IllegalArgumentException(
                    calls + " calls of " + handlingSeconds + " s in " + intervalSeconds + " s");
        }
    }

    /** {@return calls that would be in progress on average if all were answered, in Erlang} */
    public double load() {
        return calls * handlingSeconds / intervalSeconds;
    }

    /** {@return calls a second} */
    double arrivals() {
        return calls / intervalSeconds;
    }
}

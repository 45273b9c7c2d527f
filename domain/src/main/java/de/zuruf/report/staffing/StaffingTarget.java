package de.zuruf.report.staffing;

import java.util.OptionalDouble;

/**
 * What agents are to achieve, and how many must be scheduled so that enough are at the telephone.
 *
 * @param threshold    in seconds within which calls are to be answered, at least 0
 * @param serviceLevel share of all calls that are to be, 0 to below 1; who gives up counts as not answered
 * @param mostOccupied largest share of their time that calls may bind, above 0; empty for any
 * @param mostAbandon  largest share of calls that may give up, above 0; empty for any; only with a patience
 * @param shrinkage    share of the scheduled time in which agents are not at the telephone (breaks, training, illness), 0 to below 1
 */
public record StaffingTarget(
        double threshold,
        double serviceLevel,
        OptionalDouble mostOccupied,
        OptionalDouble mostAbandon,
        double shrinkage) {

    private static final int MOST_AGENTS = 100_000;

    public StaffingTarget {
        if (!(threshold >= 0
                && serviceLevel >= 0
                && serviceLevel < 1
                && shrinkage >= 0
                && shrinkage < 1
                && mostOccupied.orElse(1) > 0
                && mostAbandon.orElse(1) > 0)) {
            throw new IllegalArgumentException(serviceLevel + " within " + threshold + " s, occupied at most "
                    + mostOccupied + ", abandoned at most " + mostAbandon + ", shrinkage " + shrinkage);
        }
    }

    /**
     * What is needed.
     *
     * @param agents    at the telephone, 0 without calls
     * @param scheduled agents to schedule, at least as many
     * @param figures   with so many agents at the telephone (with one, if none is needed)
     */
    public record Need(int agents, int scheduled, QueueFigures figures) {}

    /**
     * {@return the fewest agents that meet all targets}
     *
     * @param patience mean time after which a waiting caller gives up, in seconds (Erlang A); empty if nobody does (Erlang C)
     * @throws IllegalArgumentException if more than 100,000 would be needed
     */
    public Need need(Workload work, OptionalDouble patience) {
        if (work.calls() == 0) {
            return new Need(0, 0, Erlang.c(work, 1, threshold));
        }
        for (var agents = 1; agents <= MOST_AGENTS; agents++) {
            if (patience.isEmpty() && work.load() >= agents) {
                continue;
            }
            var figures = patience.isPresent()
                    ? Erlang.a(work, agents, patience.getAsDouble(), threshold)
                    : Erlang.c(work, agents, threshold);
            if (figures.serviceLevel() >= serviceLevel
                    && figures.occupancy() <= mostOccupied.orElse(1)
                    && figures.abandoned() <= mostAbandon.orElse(1)) {
                return new Need(agents, scheduled(agents), figures);
            }
        }
        throw new IllegalArgumentException("no number of agents meets " + this + " for " + work);
    }

    private int scheduled(int agents) {
        // 14 / (1 − 0.3) must not become 21 because the quotient is a hair above 20.
        return (int) Math.ceil(agents / (1 - shrinkage) - 1e-9);
    }
}

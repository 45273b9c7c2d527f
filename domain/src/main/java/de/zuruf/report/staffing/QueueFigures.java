package de.zuruf.report.staffing;

/**
 * What callers meet on average. Shares are of all calls, 0 to 1, times in seconds.
 *
 * @param occupancy                         share of the agents' time that calls bind
 * @param waiting                           share of calls that do not find a free agent
 * @param serviceLevel                      share answered within the threshold, of all calls; who gave up counts as not answered
 * @param serviceLevelWithoutEarlyAbandons  the same of the calls that did not give up within the threshold. It is higher, by up to ten percent points;
 *                                          whoever shows a service level says which one
 * @param meanWait                          of all calls, those without a wait and those that gave up included
 * @param meanWaitOfAnswered                of the calls that were answered
 * @param meanQueue                         calls that wait at one time
 * @param abandoned                         share that gives up
 * @param abandonedWithinThreshold          share that gives up within the threshold
 * @param longerThanThreshold               share that would wait longer than the threshold if it did not give up
 */
public record QueueFigures(
        double occupancy,
        double waiting,
        double serviceLevel,
        double serviceLevelWithoutEarlyAbandons,
        double meanWait,
        double meanWaitOfAnswered,
        double meanQueue,
        double abandoned,
        double abandonedWithinThreshold,
        double longerThanThreshold) {}

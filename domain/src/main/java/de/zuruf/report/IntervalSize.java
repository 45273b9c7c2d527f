package de.zuruf.report;

/** Length of a report's intervals. */
public enum IntervalSize {
    HOUR,
    DAY,
    /** Monday to Sunday. */
    WEEK
}

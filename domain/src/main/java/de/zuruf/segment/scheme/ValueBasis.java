package de.zuruf.segment.scheme;

/** By what the value class is found. */
public enum ValueBasis {
    /** Revenue of twelve months and a share of the untapped potential. */
    REVENUE,
    /** Customer lifetime value; by revenue where there is none. */
    CLV,
    /** The higher class of both: the large one who is leaving, and the small one who will be worth something. */
    HIGHER
}

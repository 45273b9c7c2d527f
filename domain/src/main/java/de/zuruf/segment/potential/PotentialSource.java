package de.zuruf.segment.potential;

/** Where a potential comes from. */
public enum PotentialSource {
    /** Computed from comparable companies. */
    ESTIMATED,
    /** Said by the customer or known to a person, who entered it. */
    ENTERED
}

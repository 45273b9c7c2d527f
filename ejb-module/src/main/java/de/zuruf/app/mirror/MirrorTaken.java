package de.zuruf.app.mirror;

/**
 * All that the CRM had to tell is in the mirror, and what is computed from it is not yet. Who observes this computes it now;
 * afterwards comes {@link MirrorSynchronised}.
 *
 * @param changes number of changes that were taken
 */
public record MirrorTaken(int changes) {}

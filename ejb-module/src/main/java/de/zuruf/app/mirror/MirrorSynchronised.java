package de.zuruf.app.mirror;

/**
 * The mirror holds all that the CRM had to tell a moment ago.
 *
 * @param changes number of changes that were taken
 */
public record MirrorSynchronised(int changes) {}

package de.zuruf.visit;

/**
 * Somebody who took part in a visit.
 *
 * @param name 1 to 200 characters
 * @param role in the buying centre
 */
public record Participant(String name, ParticipantRole role) {}

package de.zuruf.app.presence;

/** Something that a supervisor sees at a glance may have changed: a caller waits, an agent is in another state. */
public record BoardTouched() {}

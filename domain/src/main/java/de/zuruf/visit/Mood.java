package de.zuruf.visit;

/** How the talk went. */
public enum Mood {
    GOOD,
    NEUTRAL,
    BAD
}

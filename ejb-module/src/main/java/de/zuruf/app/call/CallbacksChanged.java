package de.zuruf.app.call;

/**
 * The list of callbacks has changed.
 *
 * @param open how many numbers wait now
 */
public record CallbacksChanged(long open) {}

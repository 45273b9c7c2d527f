package de.zuruf.app.scoring;

/**
 * There are new models.
 *
 * @param id of the fit
 */
public record ValueModelFitted(long id) {}

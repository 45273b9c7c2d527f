package de.zuruf.app.people;

/**
 * Somebody sits at another telephone than before.
 *
 * @param employeeId who
 * @param from       where he sat; null when nowhere
 * @param to         where he sits now; null when nowhere
 */
public record ExtensionMoved(String employeeId, String from, String to) {}

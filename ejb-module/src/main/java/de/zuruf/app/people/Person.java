package de.zuruf.app.people;

/**
 * A colleague as others see him.
 *
 * @param id   the employee's identity
 * @param name given and family name
 */
public record Person(String id, String name) {}

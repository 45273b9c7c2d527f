package de.zuruf.app.people;

/** Somebody has signed in at a telephone. */
public record ExtensionBound(String extension, String employeeId) {}

package de.zuruf.app.presence;

/** Whether somebody can take a call, or something about it, is no longer what it was. */
public record PresenceChanged(String employeeId, Presence presence) {}

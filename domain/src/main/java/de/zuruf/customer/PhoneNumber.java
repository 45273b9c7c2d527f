package de.zuruf.customer;

/**
 * A telephone number as the CRM holds it; normalised to E.164 when it enters the mirror.
 *
 * @param raw  as typed there, e.g. {@code 030 / 231 25-123}, at most 80 characters
 * @param kind what it reaches
 */
public record PhoneNumber(String raw, NumberKind kind) {}

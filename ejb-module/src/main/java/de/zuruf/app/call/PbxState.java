package de.zuruf.app.call;

import java.time.Instant;

/**
 * Whether we hear a telephone system.
 *
 * @param name      as configured
 * @param connected whether there is a session
 * @param since     since when that is so
 */
public record PbxState(String name, boolean connected, Instant since) {}

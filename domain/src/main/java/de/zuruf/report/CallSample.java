package de.zuruf.report;

import de.zuruf.call.EndCause;
import java.time.Instant;

/**
 * A finished external call as reports see it.
 *
 * @param startedAt  when it came in
 * @param answeredAt null when nobody answered
 * @param endedAt    when it ended
 * @param cause      how it ended
 */
public record CallSample(Instant startedAt, Instant answeredAt, Instant endedAt, EndCause cause) {}

package de.zuruf.call;

import de.zuruf.customer.E164;
import java.time.Instant;

/**
 * A call that is over.
 *
 * @param id         ours
 * @param startedAt  when it came in
 * @param answeredAt null when nobody answered
 * @param endedAt    when it ended or was found to be gone
 * @param cause      how it ended
 * @param number     the caller's; null when withheld or no number
 * @param internal   true for a colleague's call
 */
public record FinishedCall(
        long id,
        Instant startedAt,
        Instant answeredAt,
        Instant endedAt,
        EndCause cause,
        E164 number,
        boolean internal) {}

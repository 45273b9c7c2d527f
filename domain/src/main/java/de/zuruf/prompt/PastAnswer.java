package de.zuruf.prompt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How a prompt that a customer's calls have shown before was answered.
 *
 * @param occasion what the prompt was about
 * @param kind     what became of it
 * @param at       when it was answered
 * @param laterOn  when it is to come back; null unless {@code kind} is {@link AnswerKind#LATER}
 */
public record PastAnswer(Occasion occasion, AnswerKind kind, Instant at, LocalDate laterOn) {

    /** So long a customer is spared a prompt that somebody has just dealt with. */
    private static final Duration REST = Duration.ofDays(14);

    /** {@return whether the same occasion is not raised again today; an open complaint always is} */
    public boolean spares(Instant now, LocalDate today) {
        if (occasion == Occasion.COMPLAINT) {
            return false;
        }
        return laterOn == null ? at.isAfter(now.minus(REST)) : laterOn.isAfter(today);
    }

    /** {@return whether somebody has welcomed the customer} */
    public boolean welcomed() {
        return occasion == Occasion.WELCOME_CALL && kind == AnswerKind.DONE;
    }
}

package de.zuruf.prompt;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An agent's answer to a prompt.
 *
 * @param kind    never null
 * @param reason  with {@link AnswerKind#DECLINED} and only then
 * @param laterOn with {@link AnswerKind#LATER} and only then
 * @param at      when it was given
 */
public record PromptAnswer(AnswerKind kind, DeclineReason reason, LocalDate laterOn, Instant at) {

    /**
     * Checks an answer as it came in.
     *
     * @param today the agent's day; {@code laterOn} lies after it, at most two years
     * @throws de.zuruf.wording.InvalidInputException naming the field
     */
    public static PromptAnswer given(
            AnswerKind kind, DeclineReason reason, LocalDate laterOn, LocalDate today, Instant at) {
        return new PromptAnswer(kind, reason, laterOn, at);
    }
}

package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
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

    private static final int LATER_YEARS = 2;

    /**
     * Checks an answer as it came in.
     *
     * @param today the agent's day; {@code laterOn} lies after it, at most two years
     * @throws InvalidInputException naming the field
     */
    public static PromptAnswer given(
            AnswerKind kind, DeclineReason reason, LocalDate laterOn, LocalDate today, Instant at) {
        if (kind == null) {
            throw InvalidInputException.missing("kind");
        }
        if (kind == AnswerKind.DECLINED && reason == null) {
            throw InvalidInputException.missing("reason");
        }
        if (kind != AnswerKind.DECLINED && reason != null) {
            throw superfluous("reason");
        }
        if (kind == AnswerKind.LATER && laterOn == null) {
            throw InvalidInputException.missing("laterOn");
        }
        if (kind != AnswerKind.LATER && laterOn != null) {
            throw superfluous("laterOn");
        }
        if (laterOn != null && (!laterOn.isAfter(today) || laterOn.isAfter(today.plusYears(LATER_YEARS)))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Der Tag muss in den nächsten zwei Jahren liegen.",
                            "The day must lie within the next two years."),
                    "laterOn");
        }
        return new PromptAnswer(kind, reason, laterOn, at);
    }

    private static InvalidInputException superfluous(String field) {
        return new InvalidInputException(
                "ZURUF-SUPERFLUOUS",
                new Bilingual("Diese Angabe passt nicht zur Antwort.", "This does not go with the answer."),
                field);
    }
}

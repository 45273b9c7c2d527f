package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.zuruf.wording.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptAnswerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        ",,,kind",
        "DECLINED,,,reason",
        "DONE,PRICE,,reason",
        "LATER,,,laterOn",
        "DOES_NOT_FIT,,2026-12-01,laterOn",
        "LATER,,2026-11-22,laterOn",
        "LATER,,2028-11-23,laterOn",
        "LATER,PRICE,2026-12-01,reason",
    })
    void whatDoesNotGoTogetherIsRefused(AnswerKind kind, DeclineReason reason, LocalDate laterOn, String field) {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class, () -> PromptAnswer.given(kind, reason, laterOn, TODAY, Instant.EPOCH));
        assertEquals(field, refused.field().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"DONE,,", "DOES_NOT_FIT,,", "DECLINED,NO_NEED,", "LATER,,2026-11-23", "LATER,,2028-11-22"})
    void goodAnswersAreKept(AnswerKind kind, DeclineReason reason, LocalDate laterOn) {
        PromptAnswer answer = PromptAnswer.given(kind, reason, laterOn, TODAY, Instant.EPOCH);
        assertEquals(new PromptAnswer(kind, reason, laterOn, Instant.EPOCH), answer);
    }

    @Test
    void namesAreThoseOfTheInterface() {
        assertEquals(5, DeclineReason.values().length);
        assertEquals(16, Occasion.values().length);
    }
}

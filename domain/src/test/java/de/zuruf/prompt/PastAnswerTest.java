package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    @ParameterizedTest
    @CsvSource({
        "DONE, 0, , true",
        "DECLINED, 13, , true",
        "DOES_NOT_FIT, 14, , false",
        "LATER, 1, 2026-11-03, true",
        "LATER, 200, 2026-11-03, true",
        "LATER, 1, 2026-11-02, false",
    })
    void anAnswerSparesTheCustomerForAWhileOrUntilItsDay(
            AnswerKind kind, int daysAgo, LocalDate laterOn, boolean spares) {
        var answer = new PastAnswer(Occasion.CROSS_SELL, kind, NOW.minus(Duration.ofDays(daysAgo)), laterOn);
        assertEquals(spares, answer.spares(NOW, TODAY));
    }

    @Test
    void anOpenComplaintIsRaisedEachTime() {
        assertFalse(new PastAnswer(Occasion.COMPLAINT, AnswerKind.DONE, NOW, null).spares(NOW, TODAY));
    }

    @Test
    void onlyAWelcomeThatTookPlaceWelcomes() {
        assertTrue(new PastAnswer(Occasion.WELCOME_CALL, AnswerKind.DONE, NOW, null).welcomed());
        assertFalse(new PastAnswer(Occasion.WELCOME_CALL, AnswerKind.DECLINED, NOW, null).welcomed());
        assertFalse(new PastAnswer(Occasion.CROSS_SELL, AnswerKind.DONE, NOW, null).welcomed());
    }
}

package de.zuruf.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.E164;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackTest {

    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
    private static final E164 MEYER = new E164("+493023125101");
    private static final E164 HANSEN = new E164("+494066969001");

    private static FinishedCall unanswered(long id, E164 number, int minute, EndCause cause) {
        Instant start = NINE.plusSeconds(minute * 60L);
        return new FinishedCall(id, start, null, start.plusSeconds(25), cause, number, false);
    }

    private static FinishedCall answered(long id, E164 number, int minute) {
        Instant start = NINE.plusSeconds(minute * 60L);
        return new FinishedCall(
                id, start, start.plusSeconds(5), start.plusSeconds(200), EndCause.ANSWERED, number, false);
    }

    @ParameterizedTest
    @EnumSource(
            value = EndCause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWERED"})
    void everyUnansweredOutsideCallIsOwedOne(EndCause cause) {
        assertTrue(Callback.owed(unanswered(1, MEYER, 0, cause)));
    }

    @Test
    void whatIsNotOwed() {
        assertFalse(Callback.owed(answered(1, MEYER, 0)));
        assertFalse(Callback.owed(unanswered(1, null, 0, EndCause.ABANDONED)));
        assertFalse(Callback.owed(new FinishedCall(1, NINE, null, NINE, EndCause.ABANDONED, MEYER, true)));
        assertFalse(Callback.owed(unanswered(1, MEYER, 0, EndCause.ANSWERED)));
        // Answered, its end unseen.
        assertFalse(Callback.owed(new FinishedCall(1, NINE, NINE, NINE, EndCause.UNKNOWN, MEYER, false)));
    }

    @Test
    void oneRowPerNumberWithTheNewestCallAndTheAttempts() {
        List<Callback> owed = Callback.owed(List.of(
                unanswered(3, MEYER, 30, EndCause.NO_ANSWER),
                unanswered(1, MEYER, 0, EndCause.ABANDONED),
                unanswered(2, HANSEN, 10, EndCause.BUSY)));
        assertEquals(List.of(2L, 3L), owed.stream().map(c -> c.newest().id()).toList());
        assertEquals(List.of(1, 2), owed.stream().map(Callback::attempts).toList());
        assertEquals(Duration.ofSeconds(25), owed.get(0).waited());
    }

    @Test
    void aTalkSettlesWhatWasBeforeAndOnlyThat() {
        List<Callback> owed = Callback.owed(List.of(
                unanswered(1, MEYER, 0, EndCause.ABANDONED),
                answered(2, MEYER, 5),
                unanswered(3, HANSEN, 1, EndCause.ABANDONED),
                answered(4, HANSEN, 2),
                unanswered(5, HANSEN, 3, EndCause.ABANDONED)));
        assertEquals(List.of(5L), owed.stream().map(c -> c.newest().id()).toList());
        assertEquals(1, owed.get(0).attempts());
    }
}

package de.zuruf.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import de.zuruf.handoff.HandoffState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffTallyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final HandoffTally tally = new HandoffTally(NOW, TODAY, Duration.ofHours(24));

    private void acknowledged(int hoursAgo, double after, HandoffState state) {
        var sent = NOW.minus(Duration.ofHours(hoursAgo));
        tally.add(new HandoffTally.Sample(sent, sent.plusSeconds((long) (after * 3600)), state, TODAY.plusDays(1)));
    }

    private void waiting(int hoursAgo, LocalDate dueOn) {
        tally.add(new HandoffTally.Sample(NOW.minus(Duration.ofHours(hoursAgo)), null, HandoffState.SENT, dueOn));
    }

    @Test
    void nothingSentIsNoFigure() {
        assertEquals(new HandoffReports.Row("T", 0, 0, 0, 0, 0, null, null, false), tally.row("T"));
        assertNull(HandoffTally.met(List.of(tally)));
    }

    @Test
    void countsHowFarHandoffsHaveCome() {
        acknowledged(100, 2, HandoffState.ANSWERED);
        acknowledged(100, 4, HandoffState.ACKNOWLEDGED);
        waiting(1, TODAY);
        assertEquals(new HandoffReports.Row("T", 3, 2, 1, 1, 0, 3.0, 3.8, false), tally.row("T"));
    }

    @Test
    void overdueIsWhatIsNotAnsweredAfterItsDay() {
        waiting(1, TODAY.minusDays(1));
        tally.add(new HandoffTally.Sample(NOW, NOW, HandoffState.ACKNOWLEDGED, TODAY.minusDays(1)));
        tally.add(new HandoffTally.Sample(NOW, NOW, HandoffState.ANSWERED, TODAY.minusDays(1)));
        waiting(1, TODAY);
        assertEquals(2, tally.row(null).overdue());
    }

    @Test
    void theTargetIsMetOnTheStroke() {
        acknowledged(100, 24, HandoffState.ACKNOWLEDGED);
        acknowledged(100, 24.01, HandoffState.ACKNOWLEDGED);
        assertEquals(0.5, HandoffTally.met(List.of(tally)));
    }

    @Test
    void whatWaitsCountsOnlyWhenItsTimeIsOver() {
        acknowledged(100, 1, HandoffState.ACKNOWLEDGED);
        waiting(23, TODAY);
        assertEquals(1.0, HandoffTally.met(List.of(tally)));
        waiting(25, TODAY);
        assertEquals(0.5, HandoffTally.met(List.of(tally)));
    }

    @Test
    void aClockThatWasSetBackIsNoNegativeTime() {
        tally.add(new HandoffTally.Sample(NOW, NOW.minusSeconds(5), HandoffState.ACKNOWLEDGED, TODAY));
        assertEquals(0.0, tally.row(null).medianHoursToAcknowledge());
    }
}

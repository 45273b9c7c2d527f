package de.zuruf.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentCallTest {

    @Test
    void aCallThatIsAnsweredHere() {
        AgentCall call = AgentCall.RINGING.answered();
        assertEquals(CallState.TALKING, call.state());
        call = call.ended(EndCause.ANSWERED);
        assertEquals(CallState.WRAP_UP, call.state());
        call = call.closed();
        assertEquals(CallState.DONE, call.state());
        assertEquals(CallState.WRAP_UP, call.reopened(true).state());
        assertEquals(CallState.TALKING, call.reopened(false).state());
    }

    @ParameterizedTest
    @EnumSource(OfferEndReason.class)
    void aTelephoneThatStopsRinging(OfferEndReason reason) {
        AgentCall gone = AgentCall.RINGING.offerEnded(reason);
        assertEquals(CallState.GONE, gone.state());
        assertEquals(reason.name(), gone.goneReason().name());
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERED,ANSWERED_ELSEWHERE",
        "ABANDONED,CALLER_GAVE_UP",
        "BUSY,BUSY",
        "NO_ANSWER,NO_ANSWER",
        "UNKNOWN,UNKNOWN"
    })
    void aCallThatEndsWhileItRings(EndCause cause, GoneReason reason) {
        assertEquals(reason, AgentCall.RINGING.ended(cause).goneReason());
    }

    @Test
    void aQueueOffersAgain() {
        AgentCall again = AgentCall.RINGING.offerEnded(OfferEndReason.NO_ANSWER).offered();
        assertSame(AgentCall.RINGING, again);
        assertEquals(CallState.TALKING, again.answered().state());
    }

    @Test
    void repeatedAndLateEventsChangeNothing() {
        AgentCall talking = AgentCall.TALKING;
        assertSame(talking, talking.offered());
        assertSame(talking, talking.answered());
        assertSame(talking, talking.answeredElsewhere());
        assertSame(talking, talking.offerEnded(OfferEndReason.NO_ANSWER));
        AgentCall done = talking.closed();
        assertSame(done, done.ended(EndCause.ANSWERED));
        assertSame(done, done.offered());
        assertSame(done, done.answered());
        AgentCall gone = AgentCall.RINGING.answeredElsewhere();
        assertSame(gone, gone.ended(EndCause.ANSWERED));
        assertSame(gone, gone.offerEnded(OfferEndReason.CALLER_GAVE_UP));
    }

    @Test
    void aRingingOrGoneCardCannotBeClosed() {
        assertEquals(
                "ZURUF-CALL-STATE",
                assertThrows(IllegalCardStateException.class, AgentCall.RINGING::closed)
                        .code());
        assertThrows(
                IllegalCardStateException.class,
                () -> AgentCall.RINGING.answeredElsewhere().closed());
        assertThrows(IllegalCardStateException.class, () -> AgentCall.RINGING.reopened(true));
    }

    @Test
    void onlyGoneHasAReason() {
        assertThrows(IllegalArgumentException.class, () -> new AgentCall(CallState.GONE, null));
        assertThrows(IllegalArgumentException.class, () -> new AgentCall(CallState.DONE, GoneReason.BUSY));
    }

    @Test
    void anyOrderOfEventsKeepsALegalState() {
        Random random = new Random(3);
        for (int run = 0; run < 2_000; run++) {
            AgentCall call = AgentCall.RINGING;
            List<CallState> seen = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                CallState before = call.state();
                call = switch (random.nextInt(5)) {
                    case 0 -> call.offered();
                    case 1 -> call.answered();
                    case 2 -> call.answeredElsewhere();
                    case 3 -> call.offerEnded(OfferEndReason.values()[random.nextInt(5)]);
                    default -> call.ended(EndCause.values()[random.nextInt(5)]);
                };
                assertNotNull(call.state());
                if (before == CallState.WRAP_UP) {
                    assertEquals(CallState.WRAP_UP, call.state(), () -> "after " + seen);
                }
                seen.add(call.state());
            }
        }
    }
}

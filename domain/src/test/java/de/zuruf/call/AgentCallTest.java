package de.zuruf.call;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.zuruf.call.AgentCall.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentCallTest {

    @ParameterizedTest(
            name =
                    "ringing {0}, picked up {1}, talks {2}, missed {3}, over {4}, closed {5}, rings back {6}, dialling {7}: {8}")
    @CsvSource(
            nullValues = "-",
            value = {
                // It rings, he answers, it ends, he closes the card, he opens it again.
                "true,  false, false, -, false, false, false, false, RINGING",
                "false, true,  true,  -, false, false, false, false, TALKING",
                "false, true,  true,  -, true,  false, false, false, WRAP_UP",
                "false, true,  true,  -, true,  true,  false, false, DONE",
                // Closed in the last seconds of the talk: the hang-up that follows changes nothing.
                "false, true,  true,  -, false, true,  false, false, DONE",
                // The ringing was not observed, the talk is.
                "false, false, true,  -, false, false, false, false, TALKING",
                // Somebody else has it now: his own part is over.
                "false, true,  false, -, false, false, false, false, WRAP_UP",
                // A second telephone of his still rings.
                "true,  true,  true,  -, false, false, false, false, TALKING",
                // He parked the caller or passed him on, and it rings again at his telephone.
                "true,  true,  false, -, false, false, false, false, RINGING",
                // It stopped ringing without him.
                "false, false, false, ANSWERED_ELSEWHERE, false, false, false, false, GONE",
                "false, false, false, CALLER_GAVE_UP, true, false, false, false, GONE",
                // A queue offers again and again.
                "true,  false, false, NO_ANSWER, false, false, false, false, RINGING",
                // Nobody answered, and he rings back.
                "false, false, false, CALLER_GAVE_UP, true, false, true, false, WRAP_UP",
                "false, false, false, -, true, false, true, false, WRAP_UP",
                // He calls somebody: his own telephone rings, the other's, they talk, or the other does not pick up.
                "false, true,  true,  -, false, false, false, true, DIALLING",
                "false, true,  true,  -, false, false, false, false, TALKING",
                "false, true,  true,  -, true,  false, false, true, WRAP_UP",
                "false, true,  true,  -, true,  true,  false, true, DONE",
                // A call that never rang at his telephone.
                "false, false, false, -, true, false, false, false, DONE",
            })
    void followsFromWhatIsKnown(
            boolean ringing,
            boolean pickedUp,
            boolean talks,
            GoneReason missed,
            boolean over,
            boolean closed,
            boolean ringsBack,
            boolean dialling,
            CallState expected) {
        AgentCall call = AgentCall.of(new Known(ringing, pickedUp, talks, missed, over, closed, ringsBack, dialling));
        assertEquals(expected, call.state());
        if (expected == CallState.GONE) {
            assertEquals(missed, call.goneReason());
        } else {
            assertNull(call.goneReason());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERED,ANSWERED_ELSEWHERE",
        "ABANDONED,CALLER_GAVE_UP",
        "BUSY,BUSY",
        "NO_ANSWER,NO_ANSWER",
        "UNKNOWN,UNKNOWN"
    })
    void aTelephoneThatStillRangWhenTheCallEnded(EndCause cause, GoneReason reason) {
        assertEquals(reason, GoneReason.of(cause));
    }

    @ParameterizedTest
    @EnumSource(EndCause.class)
    void anAnsweredCallIsNeverReportedAsMissed(EndCause told) {
        assertEquals(told == EndCause.UNKNOWN ? EndCause.UNKNOWN : EndCause.ANSWERED, told.ofCall(true));
        assertEquals(told, told.ofCall(false));
    }

    @ParameterizedTest
    @EnumSource(CallState.class)
    void onlyAnAnsweredCallIsClosed(CallState state) {
        var call = new AgentCall(state, state == CallState.GONE ? GoneReason.BUSY : null);
        if (state == CallState.RINGING || state == CallState.DIALLING || state == CallState.GONE) {
            assertEquals(
                    "ZURUF-CALL-STATE",
                    assertThrows(IllegalCardStateException.class, call::requireAnswered)
                            .code());
        } else {
            assertDoesNotThrow(call::requireAnswered);
        }
    }

    @Test
    void onlyGoneHasAReason() {
        assertThrows(IllegalArgumentException.class, () -> new AgentCall(CallState.GONE, null));
        assertThrows(IllegalArgumentException.class, () -> new AgentCall(CallState.DONE, GoneReason.BUSY));
    }
}

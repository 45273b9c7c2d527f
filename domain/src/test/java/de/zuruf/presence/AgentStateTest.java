package de.zuruf.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStateTest {

    private static final String OURS = "Nachbearbeitung";

    @ParameterizedTest(name = "{0}: {9}")
    @CsvSource({
        // what,                     phone reach busy rings ring  talk  wrap  pause
        "nowhere,                    false,true, false,false,false,false,false,false,OFFLINE",
        "nowhere with an open card,  false,true, false,false,false,false,true, false,OFFLINE",
        "nowhere and once paused,     false,true, false,false,false,false,false,true, OFFLINE",
        "free,                       true, true, false,false,false,false,false,false,AVAILABLE",
        "telephone gone,             true, false,false,false,false,false,false,false,OFFLINE",
        "telephone gone and paused,  true, false,false,false,false,false,false,true, OFFLINE",
        "rings,                      true, true, false,true, true, false,false,false,RINGING",
        "rings with an open card,    true, true, false,true, true, false,true, false,RINGING",
        "rings for something else,   true, true, false,true, false,false,false,false,RINGING",
        "card rings before device,   true, true, false,false,true, false,false,false,RINGING",
        "talks,                      true, true, true, false,false,true, false,false,IN_CALL",
        "talks and another rings,    true, true, true, true, true, true, false,false,IN_CALL",
        "talks while paused,         true, true, true, false,false,true, false,true, IN_CALL",
        "calls somebody himself,     true, true, true, false,false,false,false,false,IN_CALL",
        "calls during the wrap-up,   true, true, true, false,false,false,true, false,IN_CALL",
        "talks while device is away,  true, false,false,false,false,true, false,false,IN_CALL",
        "wraps up,                   true, true, false,false,false,false,true, false,WRAP_UP",
        "wraps up and pauses,        true, true, false,false,false,false,true, true, PAUSED",
        "paused,                     true, true, false,false,false,false,false,true, PAUSED",
    })
    void theStateFollowsFromWhatIsKnown(
            String what,
            boolean atTelephone,
            boolean reachable,
            boolean busy,
            boolean rings,
            boolean ringing,
            boolean talking,
            boolean wrapUp,
            boolean pausedByHand,
            AgentState state) {
        assertEquals(
                state,
                AgentState.of(new AgentState.Known(
                        atTelephone, reachable, busy, rings, ringing, talking, wrapUp, pausedByHand)),
                what);
    }

    private static Pause pause(Pause.InQueue... queues) {
        return Pause.of(List.of(queues), OURS);
    }

    private static Pause.InQueue paused(String reason) {
        return new Pause.InQueue(true, reason);
    }

    private static final Pause.InQueue CALLED = new Pause.InQueue(false, null);

    @Test
    void whoIsInNoQueueHasNoPause() {
        assertEquals(Pause.NONE, pause());
    }

    @Test
    void whoIsCalledByOneQueueIsNotPaused() {
        assertEquals(new Pause(false, false, true, null), pause(CALLED));
        assertEquals(new Pause(false, false, true, null), pause(CALLED, paused("Mittag")));
        assertEquals(new Pause(false, true, true, null), pause(CALLED, paused(OURS)));
    }

    @Test
    void ourPauseIsNotTheirs() {
        assertEquals(new Pause(false, true, false, null), pause(paused(OURS)));
        assertEquals(new Pause(false, true, false, null), pause(paused(OURS), paused(OURS)));
    }

    @Test
    void aPersonsPauseIsTheirsWithOrWithoutAReason() {
        assertEquals(new Pause(true, false, false, "Mittag"), pause(paused("Mittag")));
        assertEquals(new Pause(true, false, false, null), pause(paused(null)));
        assertEquals(new Pause(true, false, false, "Mittag"), pause(paused(null), paused("Mittag")));
        assertEquals(new Pause(true, true, false, "Mittag"), pause(paused(OURS), paused("Mittag")));
    }
}

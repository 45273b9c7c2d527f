package de.zuruf.app.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.EndCause;
import de.zuruf.telephony.CallEvent.OfferEndReason;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensionPrefixTest {
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final CallKey CALL = new CallKey("werk", "1.1");
    private static final CallerLine LINE = new CallerLine("+498999998001", null);

    static Stream<CallEvent> events() {
        return Stream.of(
                new CallEvent.Arrived(CALL, AT, LINE, "201", "vertrieb", false),
                new CallEvent.Offered(CALL, AT, "1.2", "201", LINE, "201", "vertrieb", false),
                new CallEvent.OfferEnded(CALL, AT, "1.2", "201", OfferEndReason.BUSY),
                new CallEvent.Answered(CALL, AT, "1.2", "201"),
                new CallEvent.TalkEnded(CALL, AT, "1.2", "201"),
                new CallEvent.Held(CALL, AT, "1.2", "201"),
                new CallEvent.Resumed(CALL, AT, "1.2", "201"),
                new CallEvent.Transferred(CALL, AT, "1.2", "201", "202", true),
                new CallEvent.Parked(CALL, AT, "701"),
                new CallEvent.VoicemailLeft(CALL, AT, "201"),
                new CallEvent.Placed(CALL, AT, "201", "06990009001"),
                new CallEvent.Reached(CALL, AT),
                new CallEvent.Ended(CALL, AT, EndCause.ANSWERED),
                new CallEvent.Connected("werk", AT, null, Set.of("1.1")),
                new CallEvent.Disconnected("werk", AT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void onlyTheExtensionIsChanged(CallEvent event) throws ReflectiveOperationException {
        CallEvent changed = ExtensionPrefix.apply("w-", event);
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            Object before = part.getAccessor().invoke(event);
            Object after = part.getAccessor().invoke(changed);
            assertEquals(part.getName().equals("extension") ? "w-" + before : before, after, part.getName());
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void withoutAPrefixNothingIsChanged(CallEvent event) {
        assertSame(event, ExtensionPrefix.apply("", event));
    }

    @Test
    void everyKindOfEventIsCovered() {
        List<Class<?>> covered = events().<Class<?>>map(Object::getClass).toList();
        assertTrue(
                Arrays.stream(CallEvent.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .allMatch(covered::contains),
                "a new kind of event needs a line above");
    }
}

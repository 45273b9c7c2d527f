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
    private static final CallEvent.QueueMember MEMBER =
            new CallEvent.QueueMember("201", CallEvent.DeviceState.FREE, true, "Mittag", false);
    private static final CallerLine LINE = new CallerLine("+498999998001", null);

    static Stream<CallEvent> events() {
        return Stream.of(
                new CallEvent.Arrived(CALL, AT, LINE, "201", "vertrieb", false),
                new CallEvent.Offered(CALL, AT, "1.2", "201", LINE, "201", "vertrieb", false),
                new CallEvent.OfferEnded(CALL, AT, "1.2", "201", OfferEndReason.BUSY),
                new CallEvent.Answered(CALL, AT, "1.2", "201"),
                new CallEvent.TalkEnded(CALL, AT, "1.2", "201"),
                new CallEvent.Held(CALL, AT, "1.2", "201"),
                new CallEvent.Consults(CALL, AT, "1.2", "201", "202", true),
                new CallEvent.Resumed(CALL, AT, "1.2", "201"),
                new CallEvent.Transferred(CALL, AT, "1.2", "201", "202", true),
                new CallEvent.Parked(CALL, AT, "701"),
                new CallEvent.VoicemailLeft(CALL, AT, "201"),
                new CallEvent.Placed(CALL, AT, "201", "06990009001"),
                new CallEvent.Reached(CALL, AT),
                new CallEvent.Ended(CALL, AT, EndCause.ANSWERED),
                new CallEvent.Connected("werk", AT, null, Set.of("1.1")),
                new CallEvent.Disconnected("werk", AT),
                new CallEvent.QueuesKnown(
                        "werk",
                        AT,
                        List.of(new CallEvent.QueueState(
                                "vertrieb", List.of(MEMBER), List.of(new CallEvent.QueueCaller("1.1", AT))))),
                new CallEvent.QueueMemberChanged("werk", AT, "vertrieb", MEMBER),
                new CallEvent.QueueMemberGone("werk", AT, "vertrieb", "201"),
                new CallEvent.QueueCallerWaits("werk", AT, "vertrieb", new CallEvent.QueueCaller("1.1", AT)),
                new CallEvent.QueueCallerLeft("werk", AT, "vertrieb", "1.1"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void onlyTheExtensionIsChanged(CallEvent event) throws ReflectiveOperationException {
        CallEvent changed = ExtensionPrefix.apply("w-", event);
        onlyTheExtensionIsChanged(event, changed);
    }

    private static void onlyTheExtensionIsChanged(Object event, Object changed) throws ReflectiveOperationException {
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            Object before = part.getAccessor().invoke(event);
            Object after = part.getAccessor().invoke(changed);
            if (part.getName().equals("extension")) {
                assertEquals("w-" + before, after);
            } else if (before instanceof List<?> all) {
                for (int i = 0; i < all.size(); i++) {
                    onlyTheExtensionIsChanged(all.get(i), ((List<?>) after).get(i));
                }
            } else if (before instanceof CallEvent.QueueMember) {
                onlyTheExtensionIsChanged(before, after);
            } else {
                assertEquals(before, after, part.getName());
            }
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
                        .filter(kind -> kind.isRecord() && CallEvent.class.isAssignableFrom(kind))
                        .allMatch(covered::contains),
                "a new kind of event needs a line above");
    }
}

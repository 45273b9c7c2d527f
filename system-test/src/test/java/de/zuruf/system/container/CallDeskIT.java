package de.zuruf.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.app.call.CallDesk;
import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEvent.EndCause;
import de.zuruf.telephony.CallEvent.OfferEndReason;
import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.CallerLine;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** What the telephone system says becomes rows: once, whole, and whatever the order and number of deliveries. */
@ArquillianTest
public class CallDeskIT {

    private static final String PBX = "container-test";
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @Deployment
    static EnterpriseArchive ear() {
        return TestEar.with(CallDeskIT.class);
    }

    @Inject
    private CallDesk desk;

    private void tell(CallEvent event) {
        desk.on(List.of(event));
    }

    private static CallKey key() {
        return new CallKey(PBX, UUID.randomUUID().toString());
    }

    private static CallEvent.Arrived arrived(CallKey call) {
        return new CallEvent.Arrived(
                call, START, new CallerLine("+496990009171", "Prüfstand"), "+493023125100", "vertrieb", false);
    }

    private static CallEvent.Offered offered(CallKey call, String leg, String extension) {
        return new CallEvent.Offered(
                call,
                START.plusSeconds(1),
                leg,
                extension,
                new CallerLine("+496990009171", "Prüfstand"),
                "+493023125100",
                "vertrieb",
                false);
    }

    /** Rings at two, one answers, the caller hangs up. */
    private static List<CallEvent> answeredCall(CallKey call) {
        return List.of(
                arrived(call),
                offered(call, "leg-1", "951"),
                offered(call, "leg-2", "952"),
                new CallEvent.Answered(call, START.plusSeconds(5), "leg-2", "952"),
                new CallEvent.OfferEnded(call, START.plusSeconds(5), "leg-1", "951", OfferEndReason.ANSWERED_ELSEWHERE),
                new CallEvent.Ended(call, START.plusSeconds(65), EndCause.ANSWERED));
    }

    private static void assertAnsweredOnce(CallKey call) {
        String linkedId = call.linkedId();
        assertEquals(1, Rows.count("select count(*) from phone_call where linked_id = ?", linkedId));
        String id = Rows.one("select id from phone_call where linked_id = ?", linkedId);
        assertEquals("ANSWERED", Rows.one("select end_cause from phone_call where linked_id = ?", linkedId));
        assertEquals("952", Rows.one("select answered_ext from phone_call where linked_id = ?", linkedId));
        assertEquals(
                List.of("951 ANSWERED_ELSEWHERE", "952 ANSWERED"),
                Rows.of(
                        "select extension || ' ' || result from call_offer where call_id = ? order by extension",
                        Long.valueOf(id)));
        assertEquals(
                1, Rows.count("select count(*) from outbox where subject_id = ? and kind = 'CALL'", Long.valueOf(id)));
    }

    @Test
    public void aCallLeavesItsRows() {
        CallKey call = key();
        answeredCall(call).forEach(this::tell);
        assertAnsweredOnce(call);
    }

    @Test
    public void everyEventTwiceIsTheSame() {
        CallKey call = key();
        for (CallEvent event : answeredCall(call)) {
            tell(event);
            tell(event);
        }
        String revision = Rows.one("select revision from phone_call where linked_id = ?", call.linkedId());
        answeredCall(call).forEach(this::tell);
        assertAnsweredOnce(call);
        assertEquals(
                revision,
                Rows.one("select revision from phone_call where linked_id = ?", call.linkedId()),
                "a repetition is no change");
    }

    @Test
    public void howEventsAreGroupedMakesNoDifference() {
        var random = new Random(11);
        for (int i = 0; i < 20; i++) {
            CallKey call = key();
            List<CallEvent> events = answeredCall(call);
            for (int from = 0; from < events.size(); ) {
                int to = from + 1 + random.nextInt(events.size() - from);
                desk.on(events.subList(from, to));
                if (random.nextBoolean()) {
                    desk.on(events.subList(from, to));
                }
                from = to;
            }
            assertAnsweredOnce(call);
        }
    }

    @Test
    public void callsOfSeveralPeopleInOneDeliveryStayApart() {
        CallKey first = key();
        CallKey second = key();
        desk.on(List.of(
                arrived(first), arrived(second), offered(second, "leg-1", "951"), offered(first, "leg-1", "952")));
        assertEquals(
                List.of("952", "951"),
                Stream.of(first, second)
                        .map(call -> Rows.one(
                                "select o.extension from call_offer o join phone_call c on c.id = o.call_id where"
                                        + " c.linked_id = ?",
                                call.linkedId()))
                        .toList());
        Stream.of(first, second)
                .forEach(call -> tell(new CallEvent.Ended(call, START.plusSeconds(9), EndCause.ABANDONED)));
    }

    @Test
    public void whoeverSignsInAtATelephoneThatRingsOrTalksHasTheCall() {
        CallKey ringing = key();
        CallKey talking = key();
        CallKey over = key();
        for (CallKey call : List.of(ringing, talking, over)) {
            desk.on(List.of(arrived(call), offered(call, "leg-1", "971"), offered(call, "leg-2", "972")));
        }
        tell(new CallEvent.Answered(talking, START.plusSeconds(5), "leg-1", "971"));
        tell(new CallEvent.Ended(over, START.plusSeconds(5), EndCause.ABANDONED));
        desk.claim("971", "anna");
        assertEquals(List.of("971"), extensionsOf(ringing, "anna"));
        assertEquals(List.of("971"), extensionsOf(talking, "anna"));
        assertEquals(List.of(), extensionsOf(over, "anna"));
        assertEquals("anna", Rows.one("select answered_by from phone_call where linked_id = ?", talking.linkedId()));
        // Whoever comes later takes nothing from him.
        desk.claim("971", "ben");
        assertEquals(List.of(), extensionsOf(ringing, "ben"));
        for (CallKey call : List.of(ringing, talking)) {
            tell(new CallEvent.Ended(call, START.plusSeconds(9), EndCause.ANSWERED));
        }
    }

    private static List<String> extensionsOf(CallKey call, String employee) {
        return Rows.of(
                "select o.extension from call_offer o join phone_call c on c.id = o.call_id where c.linked_id = ? and"
                        + " o.employee_id = ?",
                call.linkedId(),
                employee);
    }

    /** 951 answers, holds, sends the caller to 952, who answers and is left by him. */
    private static List<CallEvent> passedOnCall(CallKey call) {
        return List.of(
                arrived(call),
                offered(call, "leg-1", "951"),
                new CallEvent.Answered(call, START.plusSeconds(5), "leg-1", "951"),
                new CallEvent.Held(call, START.plusSeconds(10), "leg-1", "951"),
                new CallEvent.Resumed(call, START.plusSeconds(14), "leg-1", "951"),
                new CallEvent.Transferred(call, START.plusSeconds(20), "leg-1", "951", "952", false),
                new CallEvent.TalkEnded(call, START.plusSeconds(20), "leg-1", "951"),
                new CallEvent.Offered(
                        call,
                        START.plusSeconds(21),
                        "leg-2",
                        "952",
                        new CallerLine("+496990009171", "Prüfstand"),
                        "+493023125100",
                        null,
                        false),
                new CallEvent.Answered(call, START.plusSeconds(25), "leg-2", "952"),
                new CallEvent.TalkEnded(call, START.plusSeconds(65), "leg-2", "952"),
                new CallEvent.Ended(call, START.plusSeconds(65), EndCause.ANSWERED));
    }

    private static String onlyOf(String column, CallKey call) {
        return Rows.one("select " + column + " from phone_call where linked_id = ?", call.linkedId());
    }

    private static void assertPassedOn(CallKey call) {
        Long id = Long.valueOf(onlyOf("id", call));
        assertEquals("952", onlyOf("answered_ext", call));
        assertEquals("vertrieb", onlyOf("queue", call), "where he came in");
        assertEquals(
                List.of("951 ANSWERED 4000", "952 ANSWERED 0"),
                Rows.of(
                        "select extension || ' ' || result || ' ' || held_millis from call_offer where call_id = ? and"
                                + " talk_ended_at is not null and held_since is null order by extension",
                        id));
        assertEquals(
                List.of("951 952"),
                Rows.of("select extension || ' ' || target from call_transfer where call_id = ? and not asked", id));
        assertEquals(
                0,
                Rows.count(
                        "select count(*) from phone_call where linked_id = ? and callback_state is not null",
                        call.linkedId()));
    }

    @Test
    public void aCallThatIsPassedOnKeepsWhoTalkedAndHowLong() {
        CallKey call = key();
        passedOnCall(call).forEach(this::tell);
        assertPassedOn(call);
    }

    @Test
    public void everyEventOfAPassedOnCallTwiceIsTheSame() {
        var random = new Random(5);
        for (int i = 0; i < 10; i++) {
            CallKey call = key();
            List<CallEvent> events = passedOnCall(call);
            for (int from = 0; from < events.size(); ) {
                int to = from + 1 + random.nextInt(events.size() - from);
                desk.on(events.subList(from, to));
                desk.on(events.subList(from, to));
                from = to;
            }
            assertPassedOn(call);
        }
    }

    @Test
    public void whoIsLostWhileHeIsPassedOnIsOwedOneCallback() {
        CallKey call = key();
        passedOnCall(call).subList(0, 8).forEach(this::tell);
        tell(new CallEvent.OfferEnded(call, START.plusSeconds(40), "leg-2", "952", OfferEndReason.CALLER_GAVE_UP));
        tell(new CallEvent.Ended(call, START.plusSeconds(40), EndCause.ANSWERED));
        assertEquals("ANSWERED", onlyOf("end_cause", call));
        assertEquals("OPEN", onlyOf("callback_state", call));
    }

    @Test
    public void whoGivesUpInAParkingSpaceIsOwedOneCallback() {
        CallKey call = key();
        passedOnCall(call).subList(0, 7).forEach(this::tell);
        tell(new CallEvent.Parked(call, START.plusSeconds(20), "701"));
        assertEquals("701", onlyOf("parked_space", call));
        tell(new CallEvent.Ended(call, START.plusSeconds(40), EndCause.ANSWERED));
        assertEquals("OPEN", onlyOf("callback_state", call));
    }

    @Test
    public void whoIsSentToTheOutsideIsNotOwedACallback() {
        CallKey call = key();
        passedOnCall(call).subList(0, 7).forEach(this::tell);
        tell(new CallEvent.Ended(call, START.plusSeconds(400), EndCause.ANSWERED));
        assertEquals(
                0,
                Rows.count(
                        "select count(*) from phone_call where linked_id = ? and callback_state is not null",
                        call.linkedId()));
    }

    @Test
    public void whoeverIsReachedNeedsNoCallback() {
        CallKey missed = key();
        tell(arrived(missed));
        tell(new CallEvent.Ended(missed, START.plusSeconds(9), EndCause.ABANDONED));
        assertEquals("OPEN", onlyOf("callback_state", missed));
        Rows.change(
                "insert into phone_extension (employee_id, extension, bound_at) values ('placing', '961', current_timestamp)");
        try {
            CallKey call = key();
            var placed = new CallEvent.Placed(call, START.plusSeconds(60), "961", "06990009171");
            var reached = new CallEvent.Reached(call, START.plusSeconds(70));
            var ended = new CallEvent.Ended(call, START.plusSeconds(90), EndCause.ANSWERED);
            for (CallEvent event : List.of(placed, placed, reached, reached, ended, ended, placed)) {
                tell(event);
            }
            assertEquals(
                    "placing +496990009171 ANSWERED",
                    Rows.one(
                            "select answered_by || ' ' || caller_number || ' ' || end_cause from phone_call where"
                                    + " linked_id = ? and outgoing and done_at is not null",
                            call.linkedId()));
            assertEquals("DONE", onlyOf("callback_state", missed));
        } finally {
            Rows.change("delete from phone_extension where employee_id = 'placing'");
        }
    }

    @Test
    public void whomAnUnattendedTelephoneCallsIsNobodysBusiness() {
        CallKey call = key();
        tell(new CallEvent.Placed(call, START, "962", "06990009171"));
        tell(new CallEvent.Reached(call, START.plusSeconds(3)));
        tell(new CallEvent.Ended(call, START.plusSeconds(9), EndCause.ANSWERED));
        assertEquals(0, Rows.count("select count(*) from phone_call where linked_id = ?", call.linkedId()));
    }

    @Test
    public void aNumberThatTurnsOutToBeOurOwnBecomesACallOfAColleague() {
        CallKey call = key();
        Rows.change(
                "insert into phone_call (id, pbx, linked_id, revision, internal, outgoing, dialled_here, caller_kind,"
                        + " caller_number, answered_by, answered_ext, worked, started_at) values (?, ?, ?, 1, false, true,"
                        + " true, 'UNKNOWN', '+493023125951', 'dialling', '961', false, current_timestamp)",
                -System.nanoTime(),
                PBX,
                call.linkedId());
        var inside = new CallEvent.Arrived(call, START, new CallerLine("961", "Prüfstand"), "951", null, true);
        tell(inside);
        tell(inside);
        tell(new CallEvent.Offered(
                call, START.plusSeconds(1), "leg-1", "951", new CallerLine("961", null), "951", null, true));
        tell(new CallEvent.Ended(call, START.plusSeconds(9), EndCause.ABANDONED));
        assertEquals(
                "961 INTERNAL ABANDONED",
                Rows.one(
                        "select caller_number || ' ' || caller_kind || ' ' || end_cause from phone_call where linked_id = ?"
                                + " and internal and not outgoing and not dialled_here and answered_by is null and"
                                + " callback_state is null",
                        call.linkedId()));
    }

    @Test
    public void aMessageOnTheAnsweringMachineIsOneMissedCall() {
        CallKey call = key();
        answeredCall(call).subList(0, 2).forEach(this::tell);
        tell(new CallEvent.OfferEnded(call, START.plusSeconds(20), "leg-1", "951", OfferEndReason.NO_ANSWER));
        var left = new CallEvent.VoicemailLeft(call, START.plusSeconds(40), "951@default");
        tell(left);
        tell(left);
        tell(new CallEvent.Ended(call, START.plusSeconds(41), EndCause.NO_ANSWER));
        assertEquals("NO_ANSWER", onlyOf("end_cause", call));
        assertEquals("OPEN", onlyOf("callback_state", call));
        assertEquals(
                1,
                Rows.count(
                        "select count(*) from phone_call where linked_id = ? and voicemail_at is not null",
                        call.linkedId()));
    }

    @Test
    public void whoStoppedTalkingUnseenIsNotBelievedToTalkForEver() {
        CallKey call = key();
        passedOnCall(call).subList(0, 3).forEach(this::tell);
        // A new process hears that the call lives, and then who talks now.
        tell(new CallEvent.Connected(PBX, START.plusSeconds(30), null, Set.of(call.linkedId())));
        tell(offered(call, "leg-2", "952"));
        tell(new CallEvent.Answered(call, START.plusSeconds(30), "leg-2", "952"));
        Long id = Long.valueOf(onlyOf("id", call));
        assertEquals(
                List.of("952"),
                Rows.of("select extension from call_offer where call_id = ? and talk_ended_at is null", id));
        // Whoever still talks is told once more, in the same instant, and goes on.
        Instant back = START.plusSeconds(40).plusNanos(340_488_824);
        tell(new CallEvent.Connected(PBX, back, null, Set.of(call.linkedId())));
        tell(offered(call, "leg-2", "952"));
        tell(new CallEvent.Answered(call, back, "leg-2", "952"));
        assertEquals(
                List.of("952"),
                Rows.of("select extension from call_offer where call_id = ? and talk_ended_at is null", id));
        tell(new CallEvent.Ended(call, START.plusSeconds(65), EndCause.ANSWERED));
        assertEquals(0, Rows.count("select count(*) from call_offer where call_id = ? and talk_ended_at is null", id));
    }

    @Test
    public void aConnectorThatJoinsLateNeedsNoEarlierEvent() {
        CallKey ringing = key();
        answeredCall(ringing).subList(2, 6).forEach(this::tell);
        assertEquals("952", Rows.one("select answered_ext from phone_call where linked_id = ?", ringing.linkedId()));
        // Of a call whose beginning and ringing were missed nothing is known, and nothing is invented.
        CallKey talking = key();
        answeredCall(talking).subList(3, 6).forEach(this::tell);
        assertEquals(0, Rows.count("select count(*) from phone_call where linked_id = ?", talking.linkedId()));
    }

    @Test
    public void anyOrderAfterTheArrivalEndsInTheSameState() {
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            CallKey call = key();
            List<CallEvent> middle = new ArrayList<>(answeredCall(call).subList(1, 5));
            Collections.shuffle(middle, random);
            tell(arrived(call));
            middle.forEach(this::tell);
            tell(answeredCall(call).get(5));
            assertEquals(1, Rows.count("select count(*) from phone_call where linked_id = ?", call.linkedId()));
            assertEquals("952", Rows.one("select answered_ext from phone_call where linked_id = ?", call.linkedId()));
            assertEquals(
                    0,
                    Rows.count(
                            "select count(*) from call_offer o join phone_call c on c.id = o.call_id where c.linked_id = ?"
                                    + " and o.ended_at is null",
                            call.linkedId()),
                    "nothing rings on after the call's end");
        }
    }

    @Test
    public void whatIsRolledBackWasNeverThere() throws Exception {
        CallKey call = key();
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        try {
            tell(arrived(call));
            tell(offered(call, "leg-1", "951"));
        } finally {
            transaction.rollback();
        }
        assertEquals(0, Rows.count("select count(*) from phone_call where linked_id = ?", call.linkedId()));
        assertEquals(
                0,
                Rows.count("select count(*) from call_offer where extension = '951' and leg_id = ?", call.linkedId()));
        // And the same events are taken when they are delivered again.
        answeredCall(call).forEach(this::tell);
        assertAnsweredOnce(call);
    }

    @Test
    public void concurrentDeliveriesLeaveOneCall() throws Exception {
        ManagedExecutorService executor = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        for (int round = 0; round < 10; round++) {
            CallKey call = key();
            var together = new CyclicBarrier(4);
            List<Future<Boolean>> deliveries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                deliveries.add(executor.submit(() -> {
                    together.await();
                    try {
                        tell(offered(call, "leg-1", "951"));
                        return true;
                    } catch (RuntimeException e) {
                        // The slower one may be refused by the unique key; the connector delivers it again.
                        return false;
                    }
                }));
            }
            int taken = 0;
            for (Future<Boolean> delivery : deliveries) {
                taken += delivery.get() ? 1 : 0;
            }
            assertTrue(taken >= 1, "nobody got through");
            assertEquals(1, Rows.count("select count(*) from phone_call where linked_id = ?", call.linkedId()));
            assertEquals(
                    1,
                    Rows.count(
                            "select count(*) from call_offer o join phone_call c on c.id = o.call_id where c.linked_id = ?",
                            call.linkedId()));
        }
    }

    @Test
    public void onReconnectCallsThatAreGoneAreClosedAndTheGapIsKept() {
        String pbx = "gap-" + UUID.randomUUID().toString().substring(0, 8);
        var lost = new CallKey(pbx, UUID.randomUUID().toString());
        var alive = new CallKey(pbx, UUID.randomUUID().toString());
        CallKey elsewhere = key();
        for (CallKey call : List.of(lost, alive, elsewhere)) {
            tell(arrived(call));
            tell(offered(call, "leg-1", "951"));
        }
        tell(new CallEvent.Disconnected(pbx, START.plusSeconds(10)));
        tell(new CallEvent.Connected(pbx, START.plusSeconds(20), START.plusSeconds(10), Set.of(alive.linkedId())));
        assertEquals("UNKNOWN", Rows.one("select end_cause from phone_call where linked_id = ?", lost.linkedId()));
        assertEquals(
                List.of(alive.linkedId()),
                Rows.of("select linked_id from phone_call where pbx = ? and ended_at is null", pbx));
        assertEquals(
                1,
                Rows.count(
                        "select count(*) from phone_call where linked_id = ? and ended_at is null",
                        elsewhere.linkedId()),
                "another telephone system's call");
        assertEquals(1, Rows.count("select count(*) from pbx_gap where pbx = ? and gap_to is not null", pbx));
        tell(new CallEvent.Ended(alive, START.plusSeconds(30), EndCause.ABANDONED));
        tell(new CallEvent.Ended(elsewhere, START.plusSeconds(30), EndCause.ABANDONED));
    }

    @Test
    public void hostileNamesAndNumbersFitTheColumnsOrAreCut() {
        CallKey call = key();
        String name = "\u202e<script>" + "ä".repeat(300);
        tell(new CallEvent.Arrived(
                call, START, new CallerLine("9".repeat(200), name), "0".repeat(200), "q".repeat(200), false));
        assertEquals(1, Rows.count("select count(*) from phone_call where linked_id = ?", call.linkedId()));
        tell(new CallEvent.Ended(call, START.plusSeconds(1), EndCause.ABANDONED));
    }
}

package de.zuruf.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallerMatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final E164 CALLER = new E164("+493023125101");
    private static final NumberOutcome SHOWN = new NumberOutcome.Valid(CALLER);

    private static MatchCandidate line(String number, NumberKind kind, long party) {
        return new MatchCandidate(
                new E164(number), kind, party, null, "Firma " + party, "Berlin", null, false, null, null, false, null);
    }

    private static MatchCandidate person(String number, long party, long contact, boolean active) {
        return new MatchCandidate(
                new E164(number),
                NumberKind.DIRECT,
                party,
                contact,
                "Firma " + party,
                "Berlin",
                "Person " + contact,
                active,
                null,
                null,
                false,
                null);
    }

    private static Caller decide(MatchCandidate... found) {
        return CallerMatch.decide(SHOWN, List.of(found), TODAY);
    }

    @Test
    void asksForTheNumberAndItsHeads() {
        CallerMatch.LookupKeys keys = CallerMatch.keysOf(CALLER);
        assertEquals(CALLER, keys.exact());
        assertEquals(
                List.of(
                        "+49302312510",
                        "+493023125100",
                        "+4930231251",
                        "+493023125",
                        "+4930231250",
                        "+49302312",
                        "+493023120",
                        "+4930231",
                        "+49302310"),
                keys.heads().stream().map(E164::value).toList());
    }

    @Test
    void mobileAndShortNumbersHaveNoHeads() {
        assertEquals(List.of(), CallerMatch.keysOf(new E164("+491713920012")).heads());
        assertEquals(List.of(), CallerMatch.keysOf(new E164("+4930110")).heads());
    }

    @Test
    void aPersonsOwnLineIsKnown() {
        MatchCandidate person = person("+493023125101", 1, 11, true);
        assertEquals(new Caller.Known(CALLER, person), decide(person));
        // Also when the company has noted the same number.
        assertEquals(new Caller.Known(CALLER, person), decide(line("+493023125101", NumberKind.HEAD, 1), person));
        assertEquals(new Caller.Known(CALLER, person), decide(person, person));
    }

    @Test
    void exactBeatsHead() {
        Caller caller = decide(line("+493023125", NumberKind.HEAD, 2), person("+493023125101", 1, 11, true));
        assertEquals(CallerKind.KNOWN, caller.kind());
    }

    @Test
    void headNumberGivesTheCompanyAndTheExtension() {
        Caller.Company company = assertInstanceOf(Caller.Company.class, decide(line("+493023125", NumberKind.HEAD, 2)));
        assertEquals(2, company.candidate().partyId());
        assertEquals("101", company.extension());
        Caller.Company zero = assertInstanceOf(Caller.Company.class, decide(line("+4930231250", NumberKind.HEAD, 2)));
        assertEquals("101", zero.extension());
    }

    @Test
    void theLongestHeadWinsAndOtherKindsAreNoHeads() {
        Caller.Company company = assertInstanceOf(
                Caller.Company.class,
                decide(
                        line("+493023125", NumberKind.HEAD, 2),
                        line("+4930231251", NumberKind.HEAD, 3),
                        line("+49302312510", NumberKind.DIRECT, 4)));
        assertEquals(3, company.candidate().partyId());
        assertEquals("01", company.extension());
    }

    @Test
    void rowsThatMatchNoKeyAreIgnored() {
        assertEquals(new Caller.Unknown(CALLER), decide(line("+49891", NumberKind.HEAD, 2)));
        assertEquals(new Caller.Unknown(CALLER), decide());
    }

    @Test
    void aHeadSharedByTwoCompaniesIsAmbiguous() {
        Caller.Ambiguous both = assertInstanceOf(
                Caller.Ambiguous.class,
                decide(line("+493023125", NumberKind.HEAD, 3), line("+493023125", NumberKind.HEAD, 2)));
        assertEquals(2, both.ranked().size());
    }

    @Test
    void whoHasLeftIsNotCalling() {
        Caller.Known moved = assertInstanceOf(
                Caller.Known.class,
                decide(person("+493023125101", 1, 11, false), person("+493023125101", 2, 22, true)));
        assertEquals(22, moved.candidate().contactId());
        Caller.Company desk = assertInstanceOf(Caller.Company.class, decide(person("+493023125101", 1, 11, false)));
        assertEquals(null, desk.candidate().contactId());
        assertEquals(null, desk.candidate().contact());
    }

    @Test
    void whatIsNoCustomersNumber() {
        assertEquals(new Caller.Anonymous(), CallerMatch.decide(new NumberOutcome.Withheld(), List.of(), TODAY));
        assertEquals(
                new Caller.Internal("201"), CallerMatch.decide(new NumberOutcome.Extension("201"), List.of(), TODAY));
        assertEquals(
                new Caller.Internal("+493023125101"),
                CallerMatch.decide(
                        new NumberOutcome.Own(CALLER), List.of(person("+493023125101", 1, 11, true)), TODAY));
        assertEquals(
                new Caller.Unknown(null),
                CallerMatch.decide(
                        new NumberOutcome.NotANumber(Bilingual.EMPTY),
                        List.of(person("+493023125101", 1, 11, true)),
                        TODAY));
    }

    private static MatchCandidate ranked(
            long contact, LocalDate call, LocalDate order, boolean open, ValueClass valueClass) {
        return new MatchCandidate(
                CALLER,
                NumberKind.DIRECT,
                1,
                contact,
                "Firma",
                null,
                "Person " + contact,
                true,
                call,
                order,
                open,
                valueClass);
    }

    @Test
    void ranksWithTheReasonThatTellsThemApart() {
        List<MatchCandidate> candidates = new ArrayList<>(List.of(
                line("+493023125101", NumberKind.HEAD, 9),
                ranked(1, TODAY.minusDays(3), null, false, null),
                ranked(2, TODAY.minusDays(40), TODAY.minusDays(1), false, null),
                ranked(3, null, TODAY.minusDays(100), true, null),
                ranked(4, null, null, false, ValueClass.A),
                ranked(5, null, null, false, null)));
        List<RankedCandidate> expected = CallerMatch.rank(candidates, TODAY);
        assertEquals(
                List.of("Person 1", "Person 2", "Person 3", "Person 4", "Person 5"),
                expected.stream().limit(5).map(r -> r.candidate().contact()).toList());
        assertEquals(9, expected.get(5).candidate().partyId());
        Collections.shuffle(candidates, new Random(1));
        assertEquals(expected, CallerMatch.rank(candidates, TODAY));

        List<RankedCandidate> people = CallerMatch.rank(
                candidates.stream().filter(c -> c.contactId() != null).toList(), TODAY);
        assertEquals(
                List.of("letzter Anruf vor 3 Tagen", "letzte Bestellung gestern", "offener Vorgang", "Schlüsselkunde"),
                people.stream().limit(4).map(r -> r.reason().de()).toList());
        assertEquals("last call 3 days ago", people.get(0).reason().en());
        assertTrue(people.stream().noneMatch(r -> r.reason().de().isBlank()));
    }
}

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                        "+4930231251010",
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
        assertEquals(
                List.of("+49301100"),
                CallerMatch.keysOf(new E164("+4930110")).heads().stream()
                        .map(E164::value)
                        .toList());
        assertEquals(List.of(), CallerMatch.keysOf(new E164("+493011")).heads());
    }

    @Test
    void neverMoreKeysThanSaid() {
        for (String number : List.of("+493023125101", "+49302312510123", "+492214710456789", "+12025550123")) {
            assertTrue(CallerMatch.keysOf(new E164(number)).heads().size() <= CallerMatch.MOST_HEADS);
        }
        assertEquals(
                CallerMatch.MOST_HEADS,
                CallerMatch.keysOf(new E164("+493023125999")).heads().size());
    }

    /**
     * Lines are written {@code kind:number:party}, with {@code :contact} for a person's; expected is {@code company party
     * extension}, {@code known party contact}, {@code several parties} or {@code unknown}.
     */
    @ParameterizedTest(name = "{0} with {1} is {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Head numbers, noted with and without the switchboard's 0.
                "+493023125101 | HEAD:+493023125:1        | company 1 101 | direct dial under the head",
                "+493023125101 | HEAD:+4930231250:1       | company 1 101 | head noted with 0",
                "+4930231250   | HEAD:+493023125:1        | company 1 0   | the switchboard itself",
                "+4930231250   | HEAD:+4930231250:1       | company 1     | noted as it calls",
                "+493023125    | HEAD:+4930231250:1       | company 1     | signalled without the 0",
                "+493023125    | DIRECT:+4930231250:1     | unknown       | only a head may be cut",
                "+4930231257   | HEAD:+493023125:1        | company 1 7   | extension of one digit",
                "+49302312571  | HEAD:+493023125:1        | company 1 71  | two digits",
                "+4930231257123 | HEAD:+493023125:1       | company 1 7123 | four digits",
                "+49302312571234 | HEAD:+493023125:1      | company 1 71234 | five digits",
                "+49302312571234 | HEAD:+4930231250:1     | company 1 71234 | five digits, head noted with 0",
                "+493023125712345 | HEAD:+493023125:1     | unknown       | six digits are no extension",
                "+4971117101   | HEAD:+4971117:1          | company 1 101 | a head of two digits",
                "+4971117101   | HEAD:+49711170:1         | company 1 101 | a head of two digits noted with 0",
                "+4930231      | HEAD:+493023:1           | unknown       | a head must not be shorter than seven digits",
                "+49330001234  | HEAD:+493300:1           | unknown       | nor a part of an area code",
                // What is more exact wins.
                "+493023125101 | HEAD:+493023125:1 DIRECT:+493023125101:1:11 | known 1 11 | his own line",
                "+493023125101 | HEAD:+493023125:1 DIRECT:+493023125101:2:22 | known 2 22 | somebody else's line in a block",
                "+493023125101 | HEAD:+493023125:1 DIRECT:+493023125102:1:11 | company 1 101 | the neighbour's line",
                "+493023125101 | HEAD:+493023125:1 HEAD:+49302312510:2 | company 2 1 | the longer head",
                "+493023125101 | HEAD:+4930231250:1 HEAD:+4930231251:2 | company 2 01 | without 0 before with it",
                "+493023125101 | DIRECT:+493023125:1      | unknown       | a direct dial is no head",
                "+493023125101 | MOBILE:+493023125:1      | unknown       | nor is a mobile",
                "+493023125101 | DIRECT:+493023125100:1:11 | unknown      | one digit off",
                "+4930231251   | DIRECT:+493023125101:1:11 | unknown      | two digits missing",
                "+4930231251011 | DIRECT:+493023125101:1:11 | unknown     | one digit too many",
                // Shared.
                "+493023125101 | HEAD:+493023125:1 HEAD:+493023125:2 HEAD:+493023125:3 | several 1 2 3 | a business park's switchboard",
                "+493023125    | HEAD:+4930231250:1 HEAD:+4930231250:2 | several 1 2 | signalled without the 0",
                "+4930231250   | HEAD:+4930231250:1 HEAD:+4930231250:2 | several 1 2 | the switchboard itself",
                "+493023125101 | HEAD:+493023125:1 HEAD:+493023125:2 DIRECT:+493023125101:2:22 | known 2 22 | a person there",
                "+493023125101 | HEAD:+493023125:1 HEAD:+493023125:1 | company 1 101 | noted twice",
                "+493023125101 | DIRECT:+493023125101:1:11 DIRECT:+493023125101:1:12 | several 1 1 | two people share a telephone",
                "+493023125101 | HEAD:+493023125:1 HEAD:+4930231250:2 | several 1 2 | one notes the 0, the other does not",
                "+4930231250   | HEAD:+493023125:1 HEAD:+4930231250:2 | several 1 2 | the switchboard with 0",
                "+493023125    | HEAD:+493023125:1 HEAD:+4930231250:2 | several 1 2 | the switchboard without 0",
                "+493023125    | HEAD:+4930231250:1 DIRECT:+493023125:2:22 | known 2 22 | a person's telephone is no switchboard",
                // Whose 0 it is.
                "+4930231257   | HEAD:+4930231250:1 DIRECT:+4930231258:1:11 | company 1 7 | a direct dial without it: the switchboard's",
                "+4930231257   | HEAD:+4930231250:1 DIRECT:+49302312508:1:11 | unknown | direct dials behind it: the head's own",
                "+4930231257   | HEAD:+4930231250:1 DIRECT:+49302312508:2:22 | company 1 7 | another company's line says nothing",
                "+493023125    | HEAD:+4930231250:1 DIRECT:+49302312508:1:11 | unknown | the head with a digit missing",
                "+49302312507  | HEAD:+4930231250:1 DIRECT:+49302312508:1:11 | company 1 7 | its own direct dials",
                // Given out one by one.
                "+491713920012 | HEAD:+49171392001:1      | unknown       | mobiles have no head",
                "+491713920012 | HEAD:+491713920010:1     | unknown       | nor a neighbour with 0",
                "+491713920012 | HEAD:+491713920012:1     | company 1     | a company's mobile",
                "+498000000012 | HEAD:+498000000010:1     | unknown       | freephone",
                "+4970000000012 | HEAD:+4970000000010:1   | unknown       | personal number",
                "+491800123456 | HEAD:+49180012345:1      | unknown       | shared cost",
                "+4366400000012 | HEAD:+4366400000010:1   | unknown       | Austrian mobile",
                // Abroad.
                "+431000012    | HEAD:+4310000:1          | company 1 12  | Vienna has direct dials as we have",
                "+431000012    | HEAD:+43100000:1         | company 1 12  | and the 0",
                "+436620000120 | HEAD:+4366200000:1       | company 1 120 | Salzburg is no mobile",
                "+12025550123  | HEAD:+12025550120:1      | unknown       | American numbers are complete",
                "+12025550123  | HEAD:+12025550122:1      | unknown       | and one digit off is somebody else",
                "+12025550123  | HEAD:+1202555012:1       | company 1 3   | unless the CRM notes a block as head",
                "+442079460123 | HEAD:+442079460120:1     | unknown       | Great Britain",
                "+442079460123 | HEAD:+44207946012:1      | company 1 3   | a block noted as head",
                "+442079460123 | DIRECT:+44207946012:1    | unknown       | but no direct dial",
                "+33199001234  | HEAD:+33199001230:1      | unknown       | France",
                "+41440000012  | HEAD:+41440000010:1      | unknown       | Switzerland",
                "+390600000012 | HEAD:+3906000000:1       | company 1 12  | Italian direct dials lengthen the head",
            })
    void isTheOneWhomTheLinesSay(String caller, String lines, String expected, String why) {
        List<MatchCandidate> found = Stream.of(lines.split(" +"))
                .map(text -> {
                    String[] part = text.split(":");
                    MatchCandidate line = line(part[1], NumberKind.valueOf(part[0]), Long.parseLong(part[2]));
                    return part.length == 3 ? line : person(part[1], line.partyId(), Long.parseLong(part[3]), true);
                })
                .toList();
        E164 number = new E164(caller);
        assertEquals(expected, shown(CallerMatch.decide(new NumberOutcome.Valid(number), found, TODAY)));
        assertEquals(new Caller.Unknown(number), CallerMatch.decide(new NumberOutcome.Ignored(number), found, TODAY));
    }

    @Test
    void onlyAZeroWithoutTheNumberItselfIsInDoubt() {
        MatchCandidate zero = line("+4930231250", NumberKind.HEAD, 1);
        MatchCandidate plain = line("+493023125", NumberKind.HEAD, 2);
        assertEquals(Set.of(1L), CallerMatch.inDoubt(SHOWN, List.of(zero, plain)));
        assertEquals(Set.of(), CallerMatch.inDoubt(SHOWN, List.of(plain)));
        assertEquals(Set.of(), CallerMatch.inDoubt(SHOWN, List.of(zero, person("+493023125101", 1, 11, true))));
        assertEquals(Set.of(), CallerMatch.inDoubt(new NumberOutcome.Withheld(), List.of(zero)));
    }

    private static String shown(Caller caller) {
        if (caller instanceof Caller.Known known) {
            return "known " + known.candidate().partyId() + " "
                    + known.candidate().contactId();
        } else if (caller instanceof Caller.Company company) {
            return ("company " + company.candidate().partyId() + " " + company.extension()).strip();
        } else if (caller instanceof Caller.Ambiguous several) {
            return "several "
                    + several.ranked().stream()
                            .map(r -> Long.toString(r.candidate().partyId()))
                            .sorted()
                            .collect(Collectors.joining(" "));
        }
        return "unknown";
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

package de.zuruf.call;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From a caller's number to a {@link Caller}: which numbers to look up, and what to make of the answers. */
public final class CallerMatch {

    /** A direct-dial extension has at most so many digits. */
    private static final int LONGEST_EXTENSION = 5;

    /** {@link LookupKeys#heads} has at most so many entries: one with and one without a zero for each length, and one longer. */
    public static final int MOST_HEADS = 1 + 2 * LONGEST_EXTENSION;

    /** A head number has at least so many digits, country code included; anything shorter is a whole area. */
    private static final int SHORTEST_HEAD = 7;

    /**
     * Where a switchboard is reached by a 0 behind the head number, and where direct dials therefore share all with it but that 0: Germany
     * and Austria. Elsewhere numbers of that length are complete, and what differs in the last digit is somebody else.
     */
    private static final Pattern OPERATOR_ZERO = Pattern.compile("\\+4[39].*");

    /**
     * German mobiles and service numbers (1, 700, 800, 900) and the Austrian ones (65 to 69 but for the area codes among them, 8 and 9)
     * are given out one by one.
     */
    private static final Pattern SINGLE =
            Pattern.compile("\\+49(?:1|[789]00).*|\\+43(?:65[0-3579]|66[013-9]|6[789]|[89]).*");

    /** Plus sign and fifteen digits. */
    private static final int LONGEST_NUMBER = 16;

    private static final int RECENT_CALL_DAYS = 30;
    private static final int RECENT_ORDER_DAYS = 90;

    private CallerMatch() {}

    /**
     * What to ask the mirror for, in one query.
     *
     * @param exact matches lines of any kind
     * @param heads match lines of kind {@link de.zuruf.customer.NumberKind#HEAD} only, longest first
     */
    public record LookupKeys(E164 exact, List<E164> heads) {
        public LookupKeys {
            heads = List.copyOf(heads);
        }
    }

    /**
     * A head number that a caller's number may have.
     *
     * @param plain     without the switchboard's 0
     * @param withZero  with it; null where there is none
     * @param extension what follows the head in the caller's number
     */
    private record Head(E164 plain, E164 withZero, String extension) {}

    /** Longest first. */
    private static List<Head> heads(E164 number) {
        String value = number.value();
        if (SINGLE.matcher(value).matches()) {
            return List.of();
        }
        // Companies note their switchboard as 23125-0 as often as 23125, and some trunks signal it without the zero.
        boolean zero = OPERATOR_ZERO.matcher(value).matches();
        List<Head> heads = new ArrayList<>();
        for (int strip = 0; strip <= LONGEST_EXTENSION && value.length() - strip > SHORTEST_HEAD; strip++) {
            String head = value.substring(0, value.length() - strip);
            heads.add(new Head(
                    new E164(head),
                    zero && head.length() < LONGEST_NUMBER ? new E164(head + "0") : null,
                    value.substring(head.length())));
        }
        return heads;
    }

    /** {@return the keys for a caller's number; numbers that are given out one by one have no head numbers} */
    public static LookupKeys keysOf(E164 number) {
        Set<E164> heads = new LinkedHashSet<>();
        for (Head head : heads(number)) {
            heads.add(head.plain());
            if (head.withZero() != null) {
                heads.add(head.withZero());
            }
        }
        heads.remove(number);
        return new LookupKeys(number, List.copyOf(heads));
    }

    /**
     * Decides who calls.
     *
     * @param caller as read by {@link de.zuruf.customer.NumberPlan#normaliseSignalled}
     * @param found  rows of the mirror for {@link #keysOf}, and all lines of the companies of {@link #inDoubt}. Empty for any
     *     outcome but {@link NumberOutcome.Valid}
     * @param today  for the reasons' words
     */
    public static Caller decide(NumberOutcome caller, Collection<MatchCandidate> found, LocalDate today) {
        if (caller instanceof NumberOutcome.Withheld) {
            return new Caller.Anonymous();
        }
        if (caller instanceof NumberOutcome.Extension extension) {
            return new Caller.Internal(extension.extension());
        }
        if (caller instanceof NumberOutcome.Own own) {
            return new Caller.Internal(own.number().value());
        }
        if (caller instanceof NumberOutcome.Ignored ignored) {
            return new Caller.Unknown(ignored.number());
        }
        if (caller instanceof NumberOutcome.Valid valid) {
            return decide(valid.number(), found, today);
        }
        return new Caller.Unknown(null);
    }

    /**
     * Whose further lines would help to decide: companies whose head number ends with a 0 that may be the switchboard's or the head's own.
     * With their lines added to what was found, {@link #decide} knows it from their direct dials.
     *
     * @return identities of companies; mostly none
     */
    public static Set<Long> inDoubt(NumberOutcome caller, Collection<MatchCandidate> found) {
        if (!(caller instanceof NumberOutcome.Valid valid)
                || found.stream().anyMatch(c -> c.number().equals(valid.number()))) {
            return Set.of();
        }
        Set<E164> zeros = new HashSet<>();
        heads(valid.number()).forEach(head -> zeros.add(head.withZero()));
        return found.stream()
                .filter(c -> c.kind() == NumberKind.HEAD && zeros.contains(c.number()))
                .map(MatchCandidate::partyId)
                .collect(Collectors.toSet());
    }

    private static Caller decide(E164 number, Collection<MatchCandidate> found, LocalDate today) {
        List<MatchCandidate> exact =
                found.stream().filter(c -> c.number().equals(number)).toList();
        if (exact.stream().anyMatch(c -> c.kind() != NumberKind.HEAD || c.contactId() != null)) {
            return ofExact(number, exact, today);
        }
        if (!exact.isEmpty()) {
            // A switchboard that several share, noted with its 0 by one and without by another.
            List<MatchCandidate> same = new ArrayList<>(exact);
            heads(number).stream()
                    .filter(head ->
                            head.extension().isEmpty() || head.extension().equals("0"))
                    .forEach(head -> same.addAll(companies(head, found)));
            return ofExact(number, same, today);
        }
        for (Head head : heads(number)) {
            List<MatchCandidate> companies = companies(head, found);
            if (companies.size() == 1) {
                return new Caller.Company(number, companies.get(0), head.extension());
            }
            if (companies.size() > 1) {
                return new Caller.Ambiguous(number, rank(companies, today));
            }
        }
        return new Caller.Unknown(number);
    }

    /** Who has a head number, noted with the switchboard's 0 or without. */
    private static List<MatchCandidate> companies(Head head, Collection<MatchCandidate> found) {
        return onePerCompany(found.stream()
                .filter(c -> c.kind() == NumberKind.HEAD)
                .filter(c ->
                        c.number().equals(head.plain()) || c.number().equals(head.withZero()) && !ownZero(c, found))
                .toList());
    }

    /** Whether direct dials follow the 0: then it belongs to the head, for nobody dials on behind a switchboard's. */
    private static boolean ownZero(MatchCandidate line, Collection<MatchCandidate> found) {
        return found.stream()
                .anyMatch(c -> c.partyId() == line.partyId()
                        && c.number().value().length() > line.number().value().length()
                        && c.number().value().startsWith(line.number().value()));
    }

    private static Caller ofExact(E164 number, List<MatchCandidate> exact, LocalDate today) {
        List<MatchCandidate> people = distinct(exact.stream()
                .filter(c -> c.contactId() != null && c.contactActive())
                .toList());
        Set<Long> withPeople = new HashSet<>();
        people.forEach(c -> withPeople.add(c.partyId()));
        // A company's line adds nothing where one of its people has the same number; whoever has left is not calling.
        List<MatchCandidate> lines = onePerCompany(exact.stream()
                .filter(c -> c.contactId() == null && !withPeople.contains(c.partyId()))
                .toList());
        List<MatchCandidate> all = new ArrayList<>(people);
        all.addAll(lines);
        if (all.isEmpty()) {
            // Only people who have left: somebody else sits at that desk now.
            all.addAll(onePerCompany(exact));
        }
        if (all.size() > 1) {
            return new Caller.Ambiguous(number, rank(all, today));
        }
        MatchCandidate only = all.get(0);
        return only.contactId() == null ? new Caller.Company(number, only, "") : new Caller.Known(number, only);
    }

    private static List<MatchCandidate> distinct(List<MatchCandidate> candidates) {
        Set<List<Object>> seen = new HashSet<>();
        return candidates.stream()
                .filter(c -> seen.add(List.of(c.partyId(), c.contactId())))
                .toList();
    }

    private static List<MatchCandidate> onePerCompany(List<MatchCandidate> candidates) {
        Set<Long> seen = new HashSet<>();
        return candidates.stream()
                .filter(c -> seen.add(c.partyId()))
                .map(MatchCandidate::companyOnly)
                .toList();
    }

    /** {@return the candidates, best first, each with its reason} */
    public static List<RankedCandidate> rank(Collection<MatchCandidate> candidates, LocalDate today) {
        List<Criterion> criteria = criteria(today);
        Comparator<MatchCandidate> order = criteria.stream()
                .map(Criterion::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow()
                .thenComparing(MatchCandidate::company, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(MatchCandidate::contact, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(MatchCandidate::partyId)
                .thenComparing(MatchCandidate::contactId, Comparator.nullsLast(Comparator.naturalOrder()));
        return candidates.stream()
                .sorted(order)
                .map(c -> new RankedCandidate(c, reason(c, candidates, criteria)))
                .toList();
    }

    /** What tells a candidate from the others; failing that, the first thing that can be said of him at all. */
    private static Bilingual reason(MatchCandidate one, Collection<MatchCandidate> all, List<Criterion> criteria) {
        return criteria.stream()
                .filter(c -> c.words().apply(one) != null
                        && all.stream().anyMatch(other -> c.order().compare(one, other) < 0))
                .findFirst()
                .or(() -> criteria.stream()
                        .filter(c -> c.words().apply(one) != null)
                        .findFirst())
                .map(c -> c.words().apply(one))
                .orElse(new Bilingual("Rufnummer stimmt überein", "the number matches"));
    }

    private record Criterion(Comparator<MatchCandidate> order, Function<MatchCandidate, Bilingual> words) {}

    private static List<Criterion> criteria(LocalDate today) {
        return List.of(
                holds(
                        c -> c.contactId() != null && c.contactActive(),
                        c -> new Bilingual("eigener Anschluss", "own line")),
                recent(MatchCandidate::lastCallOn, RECENT_CALL_DAYS, today, "letzter Anruf", "last call"),
                recent(MatchCandidate::lastOrderOn, RECENT_ORDER_DAYS, today, "letzte Bestellung", "last order"),
                holds(MatchCandidate::openMatter, c -> new Bilingual("offener Vorgang", "open matter")),
                holds(
                        c -> c.contactId() == null || c.contactActive(),
                        c -> c.contactId() == null
                                ? new Bilingual("Anschluss der Firma", "the company's line")
                                : new Bilingual("noch im Unternehmen", "still with the company")),
                new Criterion(
                        Comparator.comparing(
                                MatchCandidate::valueClass, Comparator.nullsLast(Comparator.naturalOrder())),
                        c -> c.valueClass() == null ? null : c.valueClass().words()));
    }

    private static Criterion holds(Predicate<MatchCandidate> predicate, Function<MatchCandidate, Bilingual> words) {
        return new Criterion(
                Comparator.comparing(predicate::test, Comparator.reverseOrder()),
                c -> predicate.test(c) ? words.apply(c) : null);
    }

    private static Criterion recent(
            Function<MatchCandidate, LocalDate> day, int days, LocalDate today, String de, String en) {
        Function<MatchCandidate, LocalDate> recent = c -> {
            LocalDate on = day.apply(c);
            return on != null && ChronoUnit.DAYS.between(on, today) <= days ? on : null;
        };
        return new Criterion(
                Comparator.comparing(recent, Comparator.nullsLast(Comparator.reverseOrder())),
                c -> recent.apply(c) == null ? null : ago(de, en, ChronoUnit.DAYS.between(recent.apply(c), today)));
    }

    private static Bilingual ago(String de, String en, long days) {
        if (days <= 0) {
            return new Bilingual(de + " heute", en + " today");
        }
        return days == 1
                ? new Bilingual(de + " gestern", en + " yesterday")
                : new Bilingual(de + " vor " + days + " Tagen", en + " " + days + " days ago");
    }
}

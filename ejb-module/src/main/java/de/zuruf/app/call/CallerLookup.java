package de.zuruf.app.call;

import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredNumber;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.scoring.FiguresRow;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerMatch;
import de.zuruf.call.MatchCandidate;
import de.zuruf.customer.E164;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.telephony.CallerLine;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who calls: one indexed query in the mirror, which also brings what the caller's card is made of, so that reading it in
 * the same transaction is no further statement. More are needed only when several answers must be ranked, or when a head number's last 0
 * must be understood.
 */
@Stateless
@PermitAll
public class CallerLookup {
    private static final int CANDIDATES_READ = 50;
    private static final int LINES_READ = 500;
    private static final int CALLS_READ = 500;

    /** A fixed number of keys keeps the statement, and with it the database's plan. */
    private static final int KEYS = 1 + CallerMatch.MOST_HEADS;

    private static final String LOOKUP =
            "select n, p, f, c from MirroredNumber n join MirroredParty p on p.id = n.partyId left join"
                    + " FiguresRow f on f.partyId = n.partyId left join MirroredContact c on c.id = n.contactId where n.e164 in ("
                    + IntStream.rangeClosed(1, KEYS).mapToObj(i -> "?" + i).collect(Collectors.joining(", "))
                    // What is left out when there are too many is always the same, and never the number itself.
                    + ") order by length(n.e164) desc, n.partyId, n.id";

    /** Whose a number is. {@code figures} is null before the first order, {@code contact} for a line of the company. */
    private record Match(MirroredNumber number, MirroredParty party, FiguresRow figures, MirroredContact contact) {
        MatchCandidate found() {
            return MatchCandidate.found(
                    new E164(number.e164()),
                    number.kind(),
                    number.partyId(),
                    number.contactId(),
                    contact == null || contact.active());
        }

        MatchCandidate described(LocalDate lastCallOn, boolean openMatter) {
            return new MatchCandidate(
                    new E164(number.e164()),
                    number.kind(),
                    number.partyId(),
                    number.contactId(),
                    party.name(),
                    party.city(),
                    contact == null ? null : contact.name(),
                    contact == null || contact.active(),
                    lastCallOn,
                    figures == null ? null : figures.lastOrderOn(),
                    openMatter,
                    figures == null ? null : figures.valueClass());
        }
    }

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private Clock clock;

    /** {@return who calls from a line of the given telephone system} */
    public Caller identify(String pbx, CallerLine line, boolean internal) {
        if (internal) {
            return new Caller.Internal(line.number());
        }
        return identify(numbers.plan(pbx).normaliseSignalled(line.number()));
    }

    /** {@return who calls from a number that was stored with a call} */
    public Caller identifyStored(String number) {
        return identify(numbers.plan().normaliseStored(number));
    }

    /** {@return whether a number that was stored with a call says nothing about who called} */
    public boolean ignored(String number) {
        return numbers.plan().normaliseStored(number) instanceof NumberOutcome.Ignored;
    }

    private Caller identify(NumberOutcome outcome) {
        var today = LocalDate.now(clock);
        if (!(outcome instanceof NumberOutcome.Valid valid)) {
            return CallerMatch.decide(outcome, List.of(), today);
        }
        var matches = matches(CallerMatch.keysOf(valid.number()));
        var found = matches.stream().map(Match::found).toList();
        var evidence = lines(CallerMatch.inDoubt(outcome, found));
        var caller = CallerMatch.decide(outcome, joined(found, evidence), today);
        // Only somebody who must choose needs to be told more than who they are.
        return caller instanceof Caller.Ambiguous
                ? CallerMatch.decide(outcome, joined(described(matches), evidence), today)
                : caller;
    }

    /** All lines of companies whose switchboard ends with 0; asked only when nobody has the caller's number itself. */
    private List<MatchCandidate> lines(Set<Long> parties) {
        return parties.isEmpty()
                ? List.of()
                : em.createQuery("select n from MirroredNumber n where n.partyId in ?1", MirroredNumber.class)
                        .setParameter(1, parties)
                        .setMaxResults(LINES_READ)
                        .getResultStream()
                        .map(n -> MatchCandidate.found(new E164(n.e164()), n.kind(), n.partyId(), n.contactId(), true))
                        .toList();
    }

    private static List<MatchCandidate> joined(List<MatchCandidate> candidates, List<MatchCandidate> evidence) {
        return Stream.concat(candidates.stream(), evidence.stream()).toList();
    }

    private List<Match> matches(CallerMatch.LookupKeys keys) {
        var asked =
                Stream.concat(Stream.of(keys.exact()), keys.heads().stream()).toList();
        var query = em.createQuery(LOOKUP, Object[].class);
        for (int i = 0; i < KEYS; i++) {
            // A short number has fewer keys; the last one is asked for again.
            query.setParameter(1 + i, asked.get(Math.min(i, asked.size() - 1)).value());
        }
        return query.setMaxResults(CANDIDATES_READ)
                .getResultStream()
                .map(row -> new Match(
                        (MirroredNumber) row[0], (MirroredParty) row[1], (FiguresRow) row[2], (MirroredContact) row[3]))
                .toList();
    }

    private List<MatchCandidate> described(List<Match> matches) {
        var parties = matches.stream().map(match -> match.number().partyId()).collect(Collectors.toSet());
        var lastCalls = lastCalls(parties);
        var open = openMatters(parties);
        return matches.stream()
                .map(match -> match.described(
                        lastCalls.get(match.number().partyId()),
                        open.contains(match.number().partyId())))
                .toList();
    }

    private Map<Long, LocalDate> lastCalls(Set<Long> parties) {
        var last = new HashMap<Long, LocalDate>();
        em.createQuery(
                        "select c.partyId, c.startedAt from PhoneCall c where c.partyId in ?1 order by c.startedAt desc",
                        Object[].class)
                .setParameter(1, parties)
                .setMaxResults(CALLS_READ)
                .getResultStream()
                .forEach(
                        row -> last.putIfAbsent((Long) row[0], LocalDate.ofInstant((Instant) row[1], clock.getZone())));
        return last;
    }

    private Set<Long> openMatters(Set<Long> parties) {
        var open = new HashSet<Long>();
        for (var query : List.of(
                "select distinct q.partyId from MirroredQuote q where q.partyId in ?1 and q.status ="
                        + " de.zuruf.customer.QuoteStatus.OPEN",
                "select distinct c.partyId from MirroredComplaint c where c.partyId in ?1 and c.solvedOn is null")) {
            open.addAll(
                    em.createQuery(query, Long.class).setParameter(1, parties).getResultList());
        }
        return open;
    }
}

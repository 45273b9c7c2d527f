package de.zuruf.app.call;

import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.call.Caller;
import de.zuruf.call.CallerMatch;
import de.zuruf.call.MatchCandidate;
import de.zuruf.customer.E164;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.segment.ValueClass;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who calls: one indexed query in the mirror; further ones only when several answers must be ranked. */
@Stateless
@PermitAll
public class CallerLookup {
    private static final int CANDIDATES_READ = 50;

    /** A fixed number of keys keeps the statement, and with it the database's plan. */
    private static final int KEYS = 1 + CallerMatch.MOST_HEADS;

    private static final String LOOKUP =
            "select n.e164, n.kind, n.partyId, n.contactId, c.active from MirroredNumber n left join MirroredContact c on"
                    + " c.id = n.contactId where n.e164 in ("
                    + IntStream.rangeClosed(1, KEYS).mapToObj(i -> "?" + i).collect(Collectors.joining(", "))
                    + ")";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private Clock clock;

    /** {@return who calls from a line} */
    public Caller identify(CallerLine line, boolean internal) {
        if (internal) {
            return new Caller.Internal(line.number());
        }
        return identify(numbers.plan().normaliseSignalled(line.number()));
    }

    /** {@return who calls from a number that was stored with a call} */
    public Caller identifyStored(String number) {
        return identify(numbers.plan().normalise(number));
    }

    private Caller identify(NumberOutcome outcome) {
        var today = LocalDate.now(clock);
        if (!(outcome instanceof NumberOutcome.Valid valid)) {
            return CallerMatch.decide(outcome, List.of(), today);
        }
        var found = found(CallerMatch.keysOf(valid.number()));
        var caller = CallerMatch.decide(outcome, found, today);
        // Only somebody who must choose needs to be told more than who they are.
        return caller instanceof Caller.Ambiguous ? CallerMatch.decide(outcome, described(found), today) : caller;
    }

    private List<MatchCandidate> found(CallerMatch.LookupKeys keys) {
        var asked =
                Stream.concat(Stream.of(keys.exact()), keys.heads().stream()).toList();
        var query = em.createQuery(LOOKUP, Object[].class);
        for (int i = 0; i < KEYS; i++) {
            // A short number has fewer keys; the last one is asked for again.
            query.setParameter(1 + i, asked.get(Math.min(i, asked.size() - 1)).value());
        }
        return query.setMaxResults(CANDIDATES_READ)
                .getResultStream()
                .map(row -> MatchCandidate.found(
                        new E164((String) row[0]),
                        (NumberKind) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        !Boolean.FALSE.equals(row[4])))
                .toList();
    }

    private List<MatchCandidate> described(List<MatchCandidate> candidates) {
        var parties = candidates.stream().map(MatchCandidate::partyId).collect(Collectors.toSet());
        var people = candidates.stream()
                .map(MatchCandidate::contactId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = new HashMap<Long, String>();
        if (!people.isEmpty()) {
            em.createQuery("select c.id, c.name from MirroredContact c where c.id in ?1", Object[].class)
                    .setParameter(1, people)
                    .getResultStream()
                    .forEach(row -> names.put((Long) row[0], (String) row[1]));
        }
        var companies = new HashMap<Long, Object[]>();
        em.createQuery(
                        "select p.id, p.name, p.city, f.lastOrderOn, f.valueClass from MirroredParty p left join FiguresRow"
                                + " f on f.partyId = p.id where p.id in ?1",
                        Object[].class)
                .setParameter(1, parties)
                .getResultStream()
                .forEach(row -> companies.put((Long) row[0], row));
        var lastCalls = lastCalls(parties);
        var open = openMatters(parties);
        return candidates.stream()
                // Whom the CRM has deleted since the first statement is nobody's caller any more.
                .filter(c -> companies.containsKey(c.partyId()))
                .map(c -> {
                    var company = companies.get(c.partyId());
                    return new MatchCandidate(
                            c.number(),
                            c.kind(),
                            c.partyId(),
                            c.contactId(),
                            (String) company[1],
                            (String) company[2],
                            c.contactId() == null ? null : names.get(c.contactId()),
                            c.contactActive(),
                            lastCalls.get(c.partyId()),
                            (LocalDate) company[3],
                            open.contains(c.partyId()),
                            (ValueClass) company[4]);
                })
                .toList();
    }

    private Map<Long, LocalDate> lastCalls(Set<Long> parties) {
        var last = new HashMap<Long, LocalDate>();
        em.createQuery(
                        "select c.partyId, max(c.startedAt) from PhoneCall c where c.partyId in ?1 group by c.partyId",
                        Object[].class)
                .setParameter(1, parties)
                .getResultStream()
                .forEach(row -> last.put((Long) row[0], LocalDate.ofInstant((Instant) row[1], clock.getZone())));
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

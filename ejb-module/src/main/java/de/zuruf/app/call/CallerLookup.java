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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls: one indexed query in the mirror, a second one only when several answers must be ranked. */
@Stateless
@PermitAll
public class CallerLookup {
    private static final int CANDIDATES_READ = 50;

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
        var found = outcome instanceof NumberOutcome.Valid valid
                ? candidates(CallerMatch.keysOf(valid.number()))
                : List.<MatchCandidate>of();
        return CallerMatch.decide(outcome, found, LocalDate.now(clock));
    }

    private List<MatchCandidate> candidates(CallerMatch.LookupKeys keys) {
        var asked = new ArrayList<String>();
        asked.add(keys.exact().value());
        keys.heads().forEach(head -> asked.add(head.value()));
        var rows = em.createQuery(
                        "select n.e164, n.kind, n.partyId, n.contactId, p.name, p.city, c.name, c.active, f.lastOrderOn,"
                                + " f.valueClass from MirroredNumber n join MirroredParty p on p.id = n.partyId left join"
                                + " MirroredContact c on c.id = n.contactId left join FiguresRow f on f.partyId ="
                                + " n.partyId where n.e164 in ?1",
                        Object[].class)
                .setParameter(1, asked)
                .setMaxResults(CANDIDATES_READ)
                .getResultList();
        var parties = new HashSet<Long>();
        rows.forEach(row -> parties.add((Long) row[2]));
        var lastCalls = rows.size() > 1 ? lastCalls(parties) : Map.<Long, LocalDate>of();
        var open = rows.size() > 1 ? openMatters(parties) : Set.<Long>of();
        return rows.stream()
                .map(row -> new MatchCandidate(
                        new E164((String) row[0]),
                        (NumberKind) row[1],
                        (Long) row[2],
                        (Long) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        !Boolean.FALSE.equals(row[7]),
                        lastCalls.get((Long) row[2]),
                        (LocalDate) row[8],
                        open.contains((Long) row[2]),
                        (ValueClass) row[9]))
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

package de.zuruf.app.routing;

import de.zuruf.app.call.CallerLookup;
import de.zuruf.app.call.TelephoneSystems;
import de.zuruf.app.customer.CustomerStanding;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Staff;
import de.zuruf.app.scoring.FiguresRow;
import de.zuruf.call.Caller;
import de.zuruf.customer.E164;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Party;
import de.zuruf.handoff.Recipient;
import de.zuruf.routing.RoutingFacts;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Decides where a call belongs, with three statements for a known caller and one for an unknown one: the caller waits, and has not
 * even heard it ring.
 */
@Stateless
@PermitAll
public class RoutingDesk {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private CallerLookup lookup;

    @Inject
    private RoutingRulesInForce inForce;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private Staff staff;

    @Inject
    private Extensions extensions;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private Clock clock;

    /**
     * What is needed of the company that calls.
     *
     * @param ownerExtension null when neither owner nor deputy has a telephone at the telephone system that asks, or both are away
     */
    private record Company(Party party, RoutingFacts.Customer facts, String ownerExtension) {}

    /** {@return what the rules say about a call; {@link RoutingAnswer#NOTHING} when they say nothing} */
    public RoutingAnswer route(RoutingRequest request) {
        var caller = lookup.identify(request.pbx(), request.caller(), false);
        if (caller instanceof Caller.Internal) {
            // A colleague: the rules are about customers.
            return RoutingAnswer.NOTHING;
        }
        var partyId = partyOf(caller);
        var company = partyId == null ? null : company(request.pbx(), partyId);
        var decision = inForce.rules()
                .decide(new RoutingFacts(
                        company == null ? null : company.facts(),
                        countryOf(caller, company),
                        request.caller().withheld(),
                        request.dialled(),
                        request.language(),
                        LocalDateTime.now(clock)));
        inForce.failed(decision.failed());
        return new RoutingAnswer(
                decision.queue(),
                decision.priority(),
                decision.toOwner() && company != null ? company.ownerExtension() : null,
                decision.vip(),
                decision.language(),
                decision.rules());
    }

    /** A number that several persons of one company share still says which company it is; null when there are several. */
    private static Long partyOf(Caller caller) {
        if (caller instanceof Caller.Known known) {
            return known.candidate().partyId();
        }
        if (caller instanceof Caller.Company company) {
            return company.candidate().partyId();
        }
        if (caller instanceof Caller.Ambiguous ambiguous) {
            var parties = ambiguous.ranked().stream()
                    .map(ranked -> ranked.candidate().partyId())
                    .distinct()
                    .toList();
            return parties.size() == 1 ? parties.get(0) : null;
        }
        return null;
    }

    private Company company(String pbx, long partyId) {
        // The lookup has read these rows just before, in the same transaction.
        var mirrored = em.find(MirroredParty.class, partyId);
        if (mirrored == null) {
            return null;
        }
        var party = mirrored.toParty();
        var row = em.find(FiguresRow.class, partyId);
        var now = LocalDateTime.now(clock);
        var standing =
                CustomerStanding.of(party, row == null ? CustomerFigures.NONE : row.figures(), now.toLocalDate());
        var owner = staff.find(party.ownerId());
        var extension = Recipient.of(party.ownerId(), id -> staff.find(id).orElse(null))
                .employee()
                .map(employee -> extensionOf(pbx, employee))
                .orElse(null);
        return new Company(
                party,
                new RoutingFacts.Customer(
                        standing.segment().valueClass(),
                        standing.segment().phase(),
                        standing.year().revenue(),
                        openComplaints(partyId),
                        party.paymentBlocked(),
                        owner.isPresent() && !owner.get().absent(),
                        extension != null),
                extension);
    }

    /**
     * {@return the telephone at which somebody sits now, else his usual one, as the telephone system that asks dials it; null when he has
     * none there}
     */
    private String extensionOf(String pbx, Employee employee) {
        return extensions
                .of(employee.id())
                .or(() -> Optional.ofNullable(employee.extension()))
                .flatMap(extension -> systems.own(pbx, extension))
                .filter(RoutingAnswer::isName)
                .orElse(null);
    }

    private int openComplaints(long partyId) {
        return em.createQuery(
                        "select count(c) from MirroredComplaint c where c.partyId = ?1 and c.solvedOn is null",
                        Long.class)
                .setParameter(1, partyId)
                .getSingleResult()
                .intValue();
    }

    private String countryOf(Caller caller, Company company) {
        var number = numberOf(caller);
        var country = number == null ? null : numbers.plan().countryOf(number);
        return country == null && company != null ? company.party().country() : country;
    }

    private static E164 numberOf(Caller caller) {
        if (caller instanceof Caller.Known known) {
            return known.number();
        }
        if (caller instanceof Caller.Company company) {
            return company.number();
        }
        if (caller instanceof Caller.Ambiguous ambiguous) {
            return ambiguous.number();
        }
        return caller instanceof Caller.Unknown unknown ? unknown.number() : null;
    }
}

package de.zuruf.app.customer;

import de.zuruf.app.customer.CustomerPage.Address;
import de.zuruf.app.customer.CustomerPage.ContactLine;
import de.zuruf.app.customer.CustomerPage.HistoryEntry;
import de.zuruf.app.customer.CustomerPage.LineView;
import de.zuruf.app.customer.CustomerPage.NumberLine;
import de.zuruf.app.customer.CustomerPage.OrderView;
import de.zuruf.app.handoff.HandoffReader;
import de.zuruf.app.mirror.CrmConnection;
import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredNumber;
import de.zuruf.app.mirror.MirroredOrder;
import de.zuruf.app.mirror.MirroredOrderLine;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.scoring.FiguresRow;
import de.zuruf.call.Disposition;
import de.zuruf.call.EndCause;
import de.zuruf.customer.Channel;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.segment.CustomerFigures;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the page of a customer. Authorisation is the caller's matter. */
@Stateless
@PermitAll
public class CustomerPages {
    private static final int ORDERS = 50;
    private static final int HISTORY = 100;
    private static final int MONTHS = 36;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CustomerReader reader;

    @Inject
    private HandoffReader handoffs;

    @Inject
    private TelephoneNumbers telephoneNumbers;

    @Inject
    private CrmConnection crm;

    @Inject
    private Clock clock;

    /** {@return the page; empty when there is no such customer} */
    public Optional<CustomerPage> read(long partyId) {
        return reader.read(partyId, null).map(customer -> page(customer.card(), em.find(MirroredParty.class, partyId)));
    }

    private CustomerPage page(CustomerCard card, MirroredParty mirrored) {
        var party = mirrored.toParty();
        var numbers = em.createQuery(
                        "select n from MirroredNumber n where n.partyId = ?1 order by n.id", MirroredNumber.class)
                .setParameter(1, card.partyId())
                .getResultList();
        var figures = em.find(FiguresRow.class, card.partyId());
        return new CustomerPage(
                card,
                party.id(),
                new Address(party.street(), party.postcode(), party.city(), party.country()),
                contacts(card.partyId(), numbers),
                lines(numbers, null),
                orders(card.partyId()),
                history(card.partyId()),
                CustomerReader.trend(
                        figures == null ? CustomerFigures.NONE : figures.figures(), LocalDate.now(clock), MONTHS),
                crm.link("party", party.id()).orElse(null));
    }

    private List<ContactLine> contacts(long partyId, List<MirroredNumber> numbers) {
        return em.createQuery(
                        "select c from MirroredContact c where c.partyId = ?1 order by c.active desc, c.name",
                        MirroredContact.class)
                .setParameter(1, partyId)
                .getResultStream()
                .map(c ->
                        new ContactLine(c.id(), c.name(), c.function(), c.email(), c.active(), lines(numbers, c.id())))
                .toList();
    }

    private List<NumberLine> lines(List<MirroredNumber> numbers, Long contactId) {
        return numbers.stream()
                .filter(n -> contactId == null ? n.contactId() == null : contactId.equals(n.contactId()))
                .map(n -> new NumberLine(n.e164(), telephoneNumbers.display(n.e164()), n.kind()))
                .toList();
    }

    private List<OrderView> orders(long partyId) {
        var orders = em.createQuery(
                        "select o from MirroredOrder o where o.partyId = ?1 order by o.orderedOn desc, o.id desc",
                        MirroredOrder.class)
                .setParameter(1, partyId)
                .setMaxResults(ORDERS)
                .getResultList();
        var names = new HashMap<String, String[]>();
        var lines = orders.isEmpty()
                ? Map.<Long, List<MirroredOrderLine>>of()
                : em.createQuery(
                                "select l from MirroredOrderLine l where l.orderId in ?1 order by l.orderId, l.line",
                                MirroredOrderLine.class)
                        .setParameter(1, orders.stream().map(MirroredOrder::id).toList())
                        .getResultStream()
                        .collect(Collectors.groupingBy(MirroredOrderLine::orderId));
        var products = lines.values().stream()
                .flatMap(List::stream)
                .map(MirroredOrderLine::productId)
                .collect(Collectors.toSet());
        if (!products.isEmpty()) {
            em.createQuery(
                            "select p.id, p.name, g.name from MirroredProduct p left join MirroredProductGroup g on"
                                    + " g.id = p.groupId where p.id in ?1",
                            Object[].class)
                    .setParameter(1, products)
                    .getResultStream()
                    .forEach(p -> names.put((String) p[0], new String[] {(String) p[1], (String) p[2]}));
        }
        return orders.stream()
                .map(o -> new OrderView(
                        o.externalId(),
                        o.orderedOn(),
                        o.status(),
                        o.amount(),
                        o.margin(),
                        lines.getOrDefault(o.id(), List.of()).stream()
                                .map(l -> {
                                    var name = names.getOrDefault(l.productId(), new String[] {l.productId(), null});
                                    return new LineView(name[0], name[1], l.quantity(), l.amount());
                                })
                                .toList()))
                .toList();
    }

    private List<HistoryEntry> history(long partyId) {
        var entries = new ArrayList<HistoryEntry>();
        interactions(partyId, entries);
        calls(partyId, entries);
        prompts(partyId, entries);
        quotesAndComplaints(partyId, entries);
        for (var handoff : handoffs.latest(partyId, HISTORY)) {
            entries.add(new HistoryEntry(
                    day(handoff.sentAt()),
                    handoff.sentAt(),
                    "HANDOFF",
                    "Übergabe an " + handoff.recipient().name(),
                    handoff.wanted(),
                    handoff.sender().name(),
                    handoff.callId(),
                    handoff.id()));
            if (handoff.report() != null) {
                entries.add(new HistoryEntry(
                        handoff.report().visitedOn(),
                        handoff.answeredAt(),
                        "VISIT_REPORT",
                        "Besuchsbericht",
                        String.join("; ", handoff.report().topics()),
                        handoff.acknowledgedBy() == null
                                ? null
                                : handoff.acknowledgedBy().name(),
                        null,
                        handoff.id()));
            }
        }
        return entries.stream()
                .sorted(Comparator.comparing(HistoryEntry::on)
                        .thenComparing(e -> e.at() == null
                                ? e.on().atStartOfDay(ZoneOffset.UTC).toInstant()
                                : e.at())
                        .reversed())
                .limit(HISTORY)
                .toList();
    }

    private void interactions(long partyId, List<HistoryEntry> entries) {
        em.createQuery(
                        "select i.heldOn, i.channel, i.summary, s.name, c.name from MirroredInteraction i left join"
                                + " StaffMember s on s.id = i.employeeId left join MirroredContact c on c.id ="
                                + " i.contactId where i.partyId = ?1 order by i.heldOn desc",
                        Object[].class)
                .setParameter(1, partyId)
                .setMaxResults(HISTORY)
                .getResultStream()
                .map(i -> new HistoryEntry(
                        (LocalDate) i[0],
                        null,
                        ((Channel) i[1]).name(),
                        (String) i[4],
                        (String) i[2],
                        (String) i[3],
                        null,
                        null))
                .forEach(entries::add);
    }

    private void calls(long partyId, List<HistoryEntry> entries) {
        em.createQuery(
                        "select c.id, c.startedAt, c.endCause, c.disposition, n.text, s.name, k.name, c.outgoing from PhoneCall c"
                                + " left join CallNote n on n.callId = c.id left join StaffMember s on s.id ="
                                + " c.answeredBy left join MirroredContact k on k.id = c.contactId where c.partyId = ?1"
                                + " and c.endedAt is not null order by c.startedAt desc",
                        Object[].class)
                .setParameter(1, partyId)
                .setMaxResults(HISTORY)
                .getResultStream()
                .map(c -> new HistoryEntry(
                        day((Instant) c[1]),
                        (Instant) c[1],
                        "CALL",
                        (String) c[6],
                        c[2] == EndCause.ANSWERED
                                ? CustomerMatters.callSummary((Disposition) c[3], (String) c[4])
                                : (boolean) c[7] ? "Nicht erreicht" : "Nicht angenommen",
                        (String) c[5],
                        (Long) c[0],
                        null))
                .forEach(entries::add);
    }

    private void prompts(long partyId, List<HistoryEntry> entries) {
        em.createQuery(
                        "select s.answeredAt, s.titleDe, s.answer, s.callId, e.name from PromptShowing s left join"
                                + " StaffMember e on e.id = s.answeredBy where s.partyId = ?1 and s.answer is not null"
                                + " order by s.answeredAt desc",
                        Object[].class)
                .setParameter(1, partyId)
                .setMaxResults(HISTORY)
                .getResultStream()
                .map(s -> new HistoryEntry(
                        day((Instant) s[0]),
                        (Instant) s[0],
                        "PROMPT",
                        (String) s[1],
                        switch ((AnswerKind) s[2]) {
                            case DONE -> "Erledigt";
                            case DECLINED -> "Abgelehnt";
                            case LATER -> "Später";
                            case DOES_NOT_FIT -> "Passt nicht";
                        },
                        (String) s[4],
                        (Long) s[3],
                        null))
                .forEach(entries::add);
    }

    private void quotesAndComplaints(long partyId, List<HistoryEntry> entries) {
        em.createQuery(
                        "select q.quotedOn, q.externalId, q.subject, q.status, q.amount from MirroredQuote q where"
                                + " q.partyId = ?1 order by q.quotedOn desc",
                        Object[].class)
                .setParameter(1, partyId)
                .setMaxResults(HISTORY)
                .getResultStream()
                .map(q -> new HistoryEntry(
                        (LocalDate) q[0],
                        null,
                        "QUOTE",
                        "Angebot " + q[1] + " · "
                                + switch ((QuoteStatus) q[3]) {
                                    case OPEN -> "offen";
                                    case WON -> "gewonnen";
                                    case LOST -> "verloren";
                                },
                        q[2] + " · " + ((BigDecimal) q[4]).setScale(0, RoundingMode.HALF_UP) + " €",
                        null,
                        null,
                        null))
                .forEach(entries::add);
        em.createQuery(
                        "select c.openedOn, c.externalId, c.subject, c.solvedOn from MirroredComplaint c where c.partyId"
                                + " = ?1 order by c.openedOn desc",
                        Object[].class)
                .setParameter(1, partyId)
                .setMaxResults(HISTORY)
                .getResultStream()
                .map(c -> new HistoryEntry(
                        (LocalDate) c[0],
                        null,
                        "COMPLAINT",
                        "Reklamation " + c[1] + (c[3] == null ? " · offen" : " · gelöst"),
                        (String) c[2],
                        null,
                        null,
                        null))
                .forEach(entries::add);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}

package de.zuruf.app.customer;

import static de.zuruf.prompt.PromptFact.CITY;
import static de.zuruf.prompt.PromptFact.COMPANY;
import static de.zuruf.prompt.PromptFact.COMPLAINT_DAYS;
import static de.zuruf.prompt.PromptFact.COMPLAINT_ID;
import static de.zuruf.prompt.PromptFact.COMPLAINT_ON;
import static de.zuruf.prompt.PromptFact.COMPLAINT_SUBJECT;
import static de.zuruf.prompt.PromptFact.CONTACT_KNOWN;
import static de.zuruf.prompt.PromptFact.CONTACT_NAME;
import static de.zuruf.prompt.PromptFact.CROSS_SELL_BECAUSE;
import static de.zuruf.prompt.PromptFact.CROSS_SELL_BOTH;
import static de.zuruf.prompt.PromptFact.CROSS_SELL_PEERS;
import static de.zuruf.prompt.PromptFact.CROSS_SELL_PERCENT;
import static de.zuruf.prompt.PromptFact.CROSS_SELL_PRODUCT;
import static de.zuruf.prompt.PromptFact.DAYS_SINCE_FIRST_ORDER;
import static de.zuruf.prompt.PromptFact.DAYS_SINCE_LAST_CONTACT;
import static de.zuruf.prompt.PromptFact.DAYS_SINCE_LAST_ORDER;
import static de.zuruf.prompt.PromptFact.FIRST_ORDER_ON;
import static de.zuruf.prompt.PromptFact.GROUPS;
import static de.zuruf.prompt.PromptFact.INDUSTRY;
import static de.zuruf.prompt.PromptFact.LAST_ORDER_ON;
import static de.zuruf.prompt.PromptFact.MARGIN_12M;
import static de.zuruf.prompt.PromptFact.OPEN_COMPLAINTS;
import static de.zuruf.prompt.PromptFact.OPEN_QUOTES;
import static de.zuruf.prompt.PromptFact.ORDER_COUNT;
import static de.zuruf.prompt.PromptFact.OWNER_NAME;
import static de.zuruf.prompt.PromptFact.PAYMENT_BLOCKED;
import static de.zuruf.prompt.PromptFact.PHASE;
import static de.zuruf.prompt.PromptFact.POTENTIAL;
import static de.zuruf.prompt.PromptFact.QUOTE_AMOUNT;
import static de.zuruf.prompt.PromptFact.QUOTE_DAYS;
import static de.zuruf.prompt.PromptFact.QUOTE_ID;
import static de.zuruf.prompt.PromptFact.QUOTE_ON;
import static de.zuruf.prompt.PromptFact.QUOTE_SUBJECT;
import static de.zuruf.prompt.PromptFact.REVENUE_12M;
import static de.zuruf.prompt.PromptFact.REVENUE_PREVIOUS_12M;
import static de.zuruf.prompt.PromptFact.RHYTHM_KNOWN;
import static de.zuruf.prompt.PromptFact.RHYTHM_UNUSUAL;
import static de.zuruf.prompt.PromptFact.SATISFIED;
import static de.zuruf.prompt.PromptFact.SPREAD_DAYS;
import static de.zuruf.prompt.PromptFact.USUAL_DAYS;
import static de.zuruf.prompt.PromptFact.VALUE_CLASS;
import static de.zuruf.prompt.PromptFact.VANISHED_EARLIER;
import static de.zuruf.prompt.PromptFact.VANISHED_GROUP;
import static de.zuruf.prompt.PromptFact.VANISHED_MISSING;
import static de.zuruf.prompt.PromptFact.VANISHED_PRESENT;
import static de.zuruf.prompt.PromptFact.VOLUME_FACTOR;
import static de.zuruf.prompt.PromptFact.WELCOMED;

import de.zuruf.app.customer.CustomerCard.ContactPerson;
import de.zuruf.app.customer.CustomerCard.Deputy;
import de.zuruf.app.customer.CustomerCard.Owner;
import de.zuruf.app.customer.CustomerCard.Trend;
import de.zuruf.app.customer.CustomerCard.Value;
import de.zuruf.app.handoff.HandoffReader;
import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.people.Staff;
import de.zuruf.app.scoring.FiguresRow;
import de.zuruf.customer.Party;
import de.zuruf.prompt.PastAnswer;
import de.zuruf.prompt.PromptFacts;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.Rhythm;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a customer for the card and for the rules. Authorisation is the caller's matter. */
@Stateless
@PermitAll
public class CustomerReader {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Staff staff;

    @Inject
    private HandoffReader handoffs;

    @Inject
    private Clock clock;

    /**
     * @param partyId   our identity
     * @param contactId null when the person is not known
     * @return the customer; empty when there is none
     */
    public Optional<ComposedCustomer> read(long partyId, Long contactId) {
        // A call's lookup has read these rows just before, in the same transaction; then none of it is a statement.
        return Optional.ofNullable(em.find(MirroredParty.class, partyId))
                .map(party -> compose(
                        party,
                        em.find(FiguresRow.class, partyId),
                        contactId == null ? null : em.find(MirroredContact.class, contactId)));
    }

    private ComposedCustomer compose(MirroredParty mirrored, FiguresRow row, MirroredContact contact) {
        var today = LocalDate.now(clock);
        var party = mirrored.toParty();
        var figures = row == null ? CustomerFigures.NONE : row.figures();
        var standing = CustomerStanding.of(party, figures, today);
        var lifecycle = standing.lifecycle();
        var matters = CustomerMatters.read(em, mirrored.id(), today, clock.getZone());
        var card = new CustomerCard(
                mirrored.id(),
                party.name(),
                party.city(),
                Industries.words(party.industry()),
                contact == null ? null : new ContactPerson(contact.id(), contact.name(), contact.function()),
                owner(party.ownerId()),
                standing.segment(),
                lifecycle.reason(),
                value(party, figures, today),
                trend(figures, today),
                Rhythm.of(figures, today).orElse(null),
                matters.quotes(),
                matters.complaints(),
                matters.openHandoffs() == 0 ? List.of() : handoffs.open(mirrored.id()),
                matters.arrangements(),
                matters.lastContacts(),
                party.paymentBlocked());
        var welcomed = matters.answers().stream().anyMatch(PastAnswer::welcomed);
        return new ComposedCustomer(
                card, facts(card, party, figures, row, standing.segment().phase(), welcomed, today), matters.answers());
    }

    private Owner owner(String id) {
        return staff.find(id)
                .map(o -> new Owner(
                        o.id(),
                        o.name(),
                        o.absent(),
                        staff.find(o.deputyId())
                                .map(d -> new Deputy(d.id(), d.name()))
                                .orElse(null)))
                .orElse(null);
    }

    private static Value value(Party party, CustomerFigures figures, LocalDate today) {
        var year = figures.last12Months(today);
        var potential = party.potential();
        return new Value(
                year.revenue(),
                figures.previous12Months(today).revenue(),
                year.margin(),
                potential,
                potential == null ? null : "ENTERED",
                potential == null || potential.signum() <= 0
                        ? null
                        : Math.round(100 * year.revenue().doubleValue() / potential.doubleValue()) / 100.0);
    }

    static Trend trend(CustomerFigures figures, LocalDate today) {
        return trend(figures, today, 12);
    }

    static Trend trend(CustomerFigures figures, LocalDate today, int months) {
        var last = YearMonth.from(today);
        return new Trend(
                IntStream.range(0, months)
                        .mapToObj(i -> last.minusMonths(months - 1L - i).toString())
                        .toList(),
                figures.monthly(last, months).stream().map(m -> m.revenue()).toList());
    }

    private static PromptFacts facts(
            CustomerCard card,
            Party party,
            CustomerFigures figures,
            FiguresRow row,
            LifecyclePhase phase,
            boolean welcomed,
            LocalDate today) {
        var facts = PromptFacts.builder()
                .set(VALUE_CLASS, card.segment().valueClass().name())
                .set(PHASE, phase.name())
                .set(COMPANY, party.name())
                .set(CITY, party.city())
                .set(INDUSTRY, party.industry())
                .set(CONTACT_KNOWN, card.contact() != null)
                .set(
                        CONTACT_NAME,
                        card.contact() == null ? null : card.contact().name())
                .set(OWNER_NAME, card.owner() == null ? null : card.owner().name())
                .set(PAYMENT_BLOCKED, party.paymentBlocked())
                .set(SATISFIED, party.satisfied())
                .set(ORDER_COUNT, figures.orderDays())
                .set(FIRST_ORDER_ON, figures.firstOrderOn())
                .set(LAST_ORDER_ON, figures.lastOrderOn())
                .set(GROUPS, figures.groups().keySet())
                .set(VOLUME_FACTOR, figures.volumeFactor())
                .set(REVENUE_12M, card.value().revenue12m())
                .set(REVENUE_PREVIOUS_12M, card.value().revenuePrevious12m())
                .set(MARGIN_12M, card.value().margin12m())
                .set(POTENTIAL, party.potential())
                .set(RHYTHM_KNOWN, card.rhythm() != null)
                .set(RHYTHM_UNUSUAL, card.rhythm() != null && card.rhythm().unusual())
                .set(WELCOMED, welcomed);
        figures.daysSinceFirstOrder(today).ifPresent(days -> facts.set(DAYS_SINCE_FIRST_ORDER, days));
        figures.daysSinceLastOrder(today).ifPresent(days -> facts.set(DAYS_SINCE_LAST_ORDER, days));
        if (!card.lastContacts().isEmpty()) {
            facts.set(
                    DAYS_SINCE_LAST_CONTACT,
                    ChronoUnit.DAYS.between(card.lastContacts().get(0).on(), today));
        }
        if (card.rhythm() != null) {
            facts.set(USUAL_DAYS, card.rhythm().usualDays())
                    .set(SPREAD_DAYS, card.rhythm().spreadDays());
        }
        if (row != null) {
            vanished(facts, figures, row);
            crossSell(facts, row);
        }
        matters(facts, card, today);
        return facts.build();
    }

    private static void vanished(PromptFacts.Builder facts, CustomerFigures figures, FiguresRow row) {
        if (!figures.vanished().isEmpty()) {
            var vanished = figures.vanished().get(0);
            facts.set(VANISHED_GROUP, row.vanishedGroup())
                    .set(VANISHED_PRESENT, vanished.present())
                    .set(VANISHED_EARLIER, vanished.earlier())
                    .set(VANISHED_MISSING, vanished.missing());
        }
    }

    private static void crossSell(PromptFacts.Builder facts, FiguresRow row) {
        var hint = row.crossSell();
        if (hint != null) {
            facts.set(CROSS_SELL_PRODUCT, hint.product())
                    .set(CROSS_SELL_BECAUSE, hint.because())
                    .set(CROSS_SELL_PERCENT, hint.percent())
                    .set(CROSS_SELL_BOTH, hint.both())
                    .set(CROSS_SELL_PEERS, hint.base());
        }
    }

    private static void matters(PromptFacts.Builder facts, CustomerCard card, LocalDate today) {
        facts.set(OPEN_QUOTES, card.quotes().size());
        card.quotes().stream()
                .findFirst()
                .ifPresent(quote -> facts.set(QUOTE_ID, quote.id())
                        .set(QUOTE_SUBJECT, quote.subject())
                        .set(QUOTE_AMOUNT, quote.amount())
                        .set(QUOTE_DAYS, quote.daysOpen())
                        .set(QUOTE_ON, quote.quotedOn()));
        var open = card.complaints().stream().filter(c -> c.solvedOn() == null).toList();
        facts.set(OPEN_COMPLAINTS, open.size());
        open.stream()
                .findFirst()
                .ifPresent(complaint -> facts.set(COMPLAINT_ID, complaint.id())
                        .set(COMPLAINT_SUBJECT, complaint.subject())
                        .set(COMPLAINT_DAYS, Math.max(0, ChronoUnit.DAYS.between(complaint.openedOn(), today)))
                        .set(COMPLAINT_ON, complaint.openedOn()));
    }
}

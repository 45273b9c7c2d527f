package de.zuruf.app.handoff;

import de.zuruf.app.outbox.ActivityKind;
import de.zuruf.app.outbox.Outbox;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.handoff.HandoffDraft;
import de.zuruf.handoff.HandoffState;
import de.zuruf.handoff.Recipient;
import de.zuruf.visit.VisitReport;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sending, reading, acknowledging and answering handoffs. */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR})
public class Handoffs {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final int LIST_LENGTH = 200;
    private static final Set<HandoffState> OPEN = EnumSet.of(HandoffState.SENT, HandoffState.ACKNOWLEDGED);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser user;

    @Inject
    private Staff staff;

    @Inject
    private Outbox outbox;

    @Inject
    private HandoffReader reader;

    @Inject
    private Event<HandoffChanged> changed;

    /**
     * Somebody to whom a handoff can go.
     *
     * @param absent whether he is away
     */
    public record Choice(String id, String name, boolean absent) {}

    /**
     * Whom to hand a customer's matters to.
     *
     * @param suggested null when nobody can be proposed
     * @param because   one sentence
     * @param people    all of field sales
     */
    public record Choices(String suggested, Bilingual because, List<Choice> people) {}

    /** {@return whom to hand matters of a customer to} */
    @RolesAllowed(Roles.INSIDE_SALES)
    public Choices recipients(long partyId) {
        var owner = em.createQuery("select p.ownerId from MirroredParty p where p.id = ?1", String.class)
                .setParameter(1, partyId)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var suggested = Recipient.of(owner, id -> staff.find(id).orElse(null));
        var people = staff.withRole(EmployeeRole.FIELD_SALES).stream()
                .map(e -> new Choice(e.id(), e.name(), e.absent()))
                .toList();
        return new Choices(suggested.employee().map(Employee::id).orElse(null), suggested.because(), people);
    }

    /**
     * A handoff to be sent, and whether it is new.
     *
     * @param created false when the key had been used before
     */
    public record Sent(Handoff handoff, boolean created) {}

    /**
     * Sends a handoff. Sending again with the same key changes nothing.
     *
     * @param key       made by the sender, 8 to 64 characters of {@code [A-Za-z0-9._-]}
     * @param callId    null when it does not come from a call
     * @param contactId null when not known
     */
    @RolesAllowed(Roles.INSIDE_SALES)
    public Sent send(String key, Long callId, long partyId, Long contactId, HandoffDraft draft) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw new InvalidInputException(
                    "ZURUF-KEY",
                    new Bilingual("Der Übergabe fehlt ihr Schlüssel.", "The handoff lacks its key."),
                    "key");
        }
        var present = byKey(key);
        if (present.isPresent()) {
            if (!present.get().senderId.equals(user.id())) {
                throw notFound();
            }
            return new Sent(reader.view(present.get()), false);
        }
        var today = LocalDate.now(clock);
        var checked = draft.checked(today);
        require(checked, callId, partyId, contactId);
        var handoff = new SentHandoff();
        handoff.key = key;
        handoff.revision = 1;
        handoff.callId = callId;
        handoff.partyId = partyId;
        handoff.contactId = contactId;
        handoff.occasion = checked.occasion();
        handoff.said = checked.said();
        handoff.wanted = checked.wanted();
        handoff.dueOn = checked.dueOn();
        handoff.urgency = checked.urgency();
        handoff.state = HandoffState.SENT;
        handoff.senderId = user.id();
        handoff.recipientId = checked.recipientId();
        handoff.sentAt = clock.instant();
        em.persist(handoff);
        outbox.add(ActivityKind.HANDOFF, handoff.id, handoff.sentAt);
        return new Sent(announce(handoff), true);
    }

    private void require(HandoffDraft draft, Long callId, long partyId, Long contactId) {
        if (staff.find(draft.recipientId())
                .filter(e -> e.role() == EmployeeRole.FIELD_SALES)
                .isEmpty()) {
            throw new InvalidInputException(
                    "ZURUF-RECIPIENT",
                    new Bilingual(
                            "Bitte wählen Sie eine Person aus dem Außendienst.",
                            "Please choose somebody from field sales."),
                    "recipientId");
        }
        if (count("select count(p) from MirroredParty p where p.id = ?1", partyId) == 0) {
            throw new NotFoundException(
                    "ZURUF-CUSTOMER", new Bilingual("Diesen Kunden gibt es nicht.", "There is no such customer."));
        }
        if (contactId != null
                && count(
                                "select count(c) from MirroredContact c where c.id = ?1 and c.partyId = ?2",
                                contactId,
                                partyId)
                        == 0) {
            throw new InvalidInputException(
                    "ZURUF-CONTACT",
                    new Bilingual(
                            "Diese Person gehört nicht zum Kunden.", "This person does not belong to the customer."),
                    "contactId");
        }
        if (callId != null && !mayReferTo(callId)) {
            throw new InvalidInputException(
                    "ZURUF-CALL",
                    new Bilingual("Dieser Anruf gehört nicht zu Ihnen.", "This call is not yours."),
                    "callId");
        }
    }

    private boolean mayReferTo(long callId) {
        return count(
                                "select count(c) from PhoneCall c where c.id = ?1 and (c.answeredBy = ?2 or c.callbackBy = ?2)",
                                callId,
                                user.id())
                        > 0
                || count(
                                "select count(o) from CallOffer o where o.callId = ?1 and o.employeeId = ?2",
                                callId,
                                user.id())
                        > 0;
    }

    private long count(String query, Object... parameters) {
        var q = em.createQuery(query, Long.class);
        for (var i = 0; i < parameters.length; i++) {
            q.setParameter(i + 1, parameters[i]);
        }
        return q.getSingleResult();
    }

    private Optional<SentHandoff> byKey(String key) {
        return em.createQuery("select h from SentHandoff h where h.key = ?1", SentHandoff.class)
                .setParameter(1, key)
                .getResultStream()
                .findFirst();
    }

    /** {@return handoffs to the caller or to those for whom he stands in, most urgent first; at most 200} */
    @RolesAllowed(Roles.FIELD_SALES)
    public List<Handoff> inbox(boolean openOnly) {
        return em.createQuery(
                        "select h from SentHandoff h where h.recipientId in ?1 and h.state in ?2 order by h.dueOn, h.id",
                        SentHandoff.class)
                .setParameter(1, staff.actsFor(user.id()))
                .setParameter(2, openOnly ? OPEN : EnumSet.allOf(HandoffState.class))
                .setMaxResults(LIST_LENGTH)
                .getResultStream()
                .sorted(HandoffReader.MOST_URGENT_FIRST)
                .map(reader::view)
                .toList();
    }

    /** {@return handoffs that the caller sent, newest first; at most 200} */
    @RolesAllowed(Roles.INSIDE_SALES)
    public List<Handoff> sent(boolean openOnly) {
        return em.createQuery(
                        "select h from SentHandoff h where h.senderId = ?1"
                                + (openOnly ? " and h.state <> de.zuruf.handoff.HandoffState.ANSWERED" : "")
                                + " order by h.id desc",
                        SentHandoff.class)
                .setParameter(1, user.id())
                .setMaxResults(LIST_LENGTH)
                .getResultStream()
                .map(reader::view)
                .toList();
    }

    /**
     * How full the caller's inbox is.
     *
     * @param inbox  not yet answered
     * @param unread not yet acknowledged
     */
    public record Counts(long inbox, long unread) {}

    /** {@return how full the caller's inbox is} */
    public Counts counts() {
        var states = em.createQuery(
                        "select h.state from SentHandoff h where h.recipientId in ?1 and h.state in ?2",
                        HandoffState.class)
                .setParameter(1, staff.actsFor(user.id()))
                .setParameter(2, OPEN)
                .getResultList();
        return new Counts(
                states.size(),
                states.stream().filter(s -> s == HandoffState.SENT).count());
    }

    /** {@return one handoff} */
    public Handoff find(long id) {
        var handoff = em.find(SentHandoff.class, id);
        if (handoff == null || !(mine(handoff) || user.has(Roles.SUPERVISOR) || user.has(Roles.INSIDE_SALES))) {
            throw notFound();
        }
        return reader.view(handoff);
    }

    /** Takes note of a handoff; a repeated acknowledgement changes nothing. */
    @RolesAllowed(Roles.FIELD_SALES)
    public Handoff acknowledge(long id) {
        var handoff = locked(id);
        if (handoff.state == HandoffState.SENT) {
            acknowledged(handoff);
            handoff.revision++;
            return announce(handoff);
        }
        return reader.view(handoff);
    }

    private void acknowledged(SentHandoff handoff) {
        handoff.state = handoff.state.acknowledged();
        handoff.acknowledgedAt = clock.instant();
        handoff.acknowledgedBy = user.id();
        outbox.add(ActivityKind.HANDOFF_ACKNOWLEDGED, handoff.id, handoff.acknowledgedAt);
    }

    /** Answers a handoff with what came of the visit. */
    @RolesAllowed(Roles.FIELD_SALES)
    public Handoff report(long id, VisitReport report) {
        var handoff = locked(id);
        var next = handoff.state.answered();
        var checked = report.checked(LocalDate.now(clock));
        if (handoff.state == HandoffState.SENT) {
            acknowledged(handoff);
        }
        handoff.state = next;
        handoff.answeredAt = clock.instant();
        handoff.revision++;
        var filed = new FiledReport();
        filed.handoffId = handoff.id;
        filed.partyId = handoff.partyId;
        filed.authorId = user.id();
        filed.filedAt = handoff.answeredAt;
        filed.fill(checked);
        em.persist(filed);
        outbox.add(ActivityKind.VISIT_REPORT, filed.id, handoff.answeredAt);
        return announce(handoff);
    }

    private SentHandoff locked(long id) {
        var handoff = em.find(SentHandoff.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (handoff == null || !mine(handoff)) {
            throw notFound();
        }
        return handoff;
    }

    private boolean mine(SentHandoff handoff) {
        var me = user.id();
        return me.equals(handoff.recipientId)
                || me.equals(handoff.senderId) && user.has(Roles.INSIDE_SALES)
                || staff.find(handoff.recipientId)
                        .filter(e -> me.equals(e.deputyId()))
                        .isPresent();
    }

    private Handoff announce(SentHandoff handoff) {
        em.flush();
        var view = reader.view(handoff);
        var audience = new HashSet<String>();
        Stream.of(handoff.senderId, handoff.recipientId).forEach(audience::add);
        staff.find(handoff.recipientId)
                .filter(Employee::absent)
                .map(Employee::deputyId)
                .ifPresent(audience::add);
        changed.fire(new HandoffChanged(view, audience));
        return view;
    }

    private static NotFoundException notFound() {
        return new NotFoundException(
                "ZURUF-HANDOFF", new Bilingual("Diese Übergabe gibt es nicht.", "There is no such handoff."));
    }
}

package de.zuruf.app.handoff;

import de.zuruf.app.mirror.CrmIdentities;
import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.outbox.ActivityKind;
import de.zuruf.app.outbox.ActivitySource;
import de.zuruf.app.people.Staff;
import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.visit.Side;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads handoffs for other capabilities: cards, customer pages and the outbox. Authorisation is the caller's matter. */
@Stateless
@LocalBean
@Local(ActivitySource.class)
@PermitAll
public class HandoffReader implements ActivitySource {
    static final Comparator<SentHandoff> MOST_URGENT_FIRST = Comparator.comparing(
                    (SentHandoff h) -> h.state.ordinal() / 2)
            .thenComparing(h -> h.urgency)
            .thenComparing(h -> h.dueOn)
            .thenComparing(h -> h.id);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CrmIdentities crmIdentities;

    @Inject
    private Staff staff;

    /** {@return a customer's handoffs that are not yet answered, oldest first} */
    public List<Handoff> open(long partyId) {
        return em.createQuery(
                        "select h from SentHandoff h where h.partyId = ?1 and h.state <>"
                                + " de.zuruf.handoff.HandoffState.ANSWERED order by h.id",
                        SentHandoff.class)
                .setParameter(1, partyId)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** {@return a customer's latest handoffs, newest first} */
    public List<Handoff> latest(long partyId, int limit) {
        return em.createQuery("select h from SentHandoff h where h.partyId = ?1 order by h.id desc", SentHandoff.class)
                .setParameter(1, partyId)
                .setMaxResults(limit)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** {@return the handoffs that came out of a call, oldest first} */
    public List<Handoff> ofCall(long callId) {
        return em.createQuery("select h from SentHandoff h where h.callId = ?1 order by h.id", SentHandoff.class)
                .setParameter(1, callId)
                .getResultStream()
                .map(this::view)
                .toList();
    }

    public Handoff view(SentHandoff handoff) {
        var party = em.createQuery("select p.name, p.city from MirroredParty p where p.id = ?1", Object[].class)
                .setParameter(1, handoff.partyId)
                .getSingleResult();
        return new Handoff(
                handoff.id,
                handoff.revision,
                handoff.state,
                handoff.callId,
                handoff.partyId,
                (String) party[0],
                (String) party[1],
                handoff.contactId == null ? null : contact(handoff.contactId),
                handoff.occasion,
                handoff.said,
                handoff.wanted,
                handoff.dueOn,
                handoff.urgency,
                staff.person(handoff.senderId),
                staff.person(handoff.recipientId),
                handoff.sentAt,
                handoff.acknowledgedAt,
                staff.person(handoff.acknowledgedBy),
                handoff.answeredAt,
                report("handoffId", handoff.id).map(FiledReport::toReport).orElse(null));
    }

    private Handoff.ContactLine contact(long id) {
        var rows = em.createQuery(
                        "select c.name, n.e164 from MirroredContact c left join MirroredNumber n on n.contactId = c.id"
                                + " where c.id = ?1 order by n.id",
                        Object[].class)
                .setParameter(1, id)
                .setMaxResults(1)
                .getResultList();
        return rows.isEmpty() ? null : new Handoff.ContactLine(id, (String) rows.get(0)[0], (String) rows.get(0)[1]);
    }

    private Optional<FiledReport> report(String by, long id) {
        return em.createQuery("select r from FiledReport r where r." + by + " = ?1", FiledReport.class)
                .setParameter(1, id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public boolean composes(ActivityKind kind) {
        return switch (kind) {
            case HANDOFF, HANDOFF_ACKNOWLEDGED, VISIT_REPORT -> true;
            case CALL, LEAD -> false;
        };
    }

    @Override
    public Optional<CrmActivity> compose(ActivityKind kind, long subjectId) {
        if (kind == ActivityKind.VISIT_REPORT) {
            return report("id", subjectId).map(this::activity);
        }
        return Optional.ofNullable(em.find(SentHandoff.class, subjectId))
                .map(h -> kind == ActivityKind.HANDOFF ? sent(h) : acknowledged(h));
    }

    private CrmActivity sent(SentHandoff handoff) {
        return new CrmActivity.HandoffSent(
                String.valueOf(handoff.id),
                handoff.callId == null ? null : String.valueOf(handoff.callId),
                crmIdentities.of(MirroredParty.class, handoff.partyId),
                crmIdentities.of(MirroredContact.class, handoff.contactId),
                handoff.recipientId,
                handoff.senderId,
                handoff.occasion == null ? null : handoff.occasion.name(),
                handoff.said,
                handoff.wanted,
                handoff.dueOn,
                handoff.urgency.name(),
                handoff.sentAt);
    }

    private CrmActivity acknowledged(SentHandoff handoff) {
        return new CrmActivity.HandoffAcknowledged(
                String.valueOf(handoff.id),
                crmIdentities.of(MirroredParty.class, handoff.partyId),
                handoff.acknowledgedBy,
                handoff.acknowledgedAt);
    }

    private CrmActivity activity(FiledReport report) {
        return new CrmActivity.VisitReported(
                String.valueOf(report.id),
                String.valueOf(report.handoffId),
                crmIdentities.of(MirroredParty.class, report.partyId),
                report.authorId,
                report.visitedOn,
                report.participants.stream()
                        .map(p -> p.name + " (" + p.role + ")")
                        .toList(),
                report.topics,
                report.commitments.stream()
                        .map(c -> new CrmActivity.VisitCommitment(c.text, c.dueOn, c.by == Side.US))
                        .toList(),
                report.nextStep,
                report.nextStepOn);
    }
}

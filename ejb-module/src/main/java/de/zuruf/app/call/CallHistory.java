package de.zuruf.app.call;

import de.zuruf.app.mirror.CrmIdentities;
import de.zuruf.app.mirror.MirroredContact;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.outbox.ActivityKind;
import de.zuruf.app.outbox.ActivitySource;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.app.prompt.PromptLedger;
import de.zuruf.call.Disposition;
import de.zuruf.call.EndCause;
import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Calls that are over: an agent's own list, and what of them goes to the CRM. */
@Stateless
@LocalBean
@Local(ActivitySource.class)
@RolesAllowed(Roles.INSIDE_SALES)
public class CallHistory implements ActivitySource {
    private static final int ROWS = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CrmIdentities crmIdentities;

    @Inject
    private CallCards cards;

    @Inject
    private PromptLedger prompts;

    @Inject
    private CurrentUser user;

    /** One line of the list. */
    public record CallRow(
            long id,
            Instant startedAt,
            Instant answeredAt,
            Instant endedAt,
            EndCause endCause,
            boolean outgoing,
            String queue,
            CallCard.CallerView caller,
            Long partyId,
            String company,
            String contact,
            Disposition disposition,
            LocalDate followUpOn,
            boolean noted) {}

    /** {@return calls that the caller answered or placed, newest first; at most 200} */
    public List<CallRow> mine(int limit) {
        return rows("c.answeredBy = ?1", "c.startedAt desc", limit);
    }

    /** {@return the caller's calls with a follow-up that is due or to come, soonest first} */
    public List<CallRow> followUps(int limit) {
        return rows("c.answeredBy = ?1 and c.followUpOn is not null", "c.followUpOn, c.id", limit);
    }

    private List<CallRow> rows(String where, String order, int limit) {
        if (limit < 1) {
            throw InvalidInputException.noLimit("limit");
        }
        return em.createQuery(
                        "select c, p.name, k.name, n.text from PhoneCall c left join MirroredParty p on p.id = c.partyId"
                                + " left join MirroredContact k on k.id = c.contactId left join CallNote n on n.callId ="
                                + " c.id where " + where + " order by " + order,
                        Object[].class)
                .setParameter(1, user.id())
                .setMaxResults(Math.min(limit, ROWS))
                .getResultStream()
                .map(row -> {
                    var call = (PhoneCall) row[0];
                    return new CallRow(
                            call.id,
                            call.startedAt,
                            call.answeredAt,
                            call.endedAt,
                            call.endCause,
                            call.outgoing,
                            call.queue,
                            cards.caller(call),
                            call.partyId,
                            (String) row[1],
                            (String) row[2],
                            call.disposition,
                            call.followUpOn,
                            row[3] != null && !((String) row[3]).isBlank());
                })
                .toList();
    }

    @Override
    @PermitAll
    public boolean composes(ActivityKind kind) {
        return kind == ActivityKind.CALL || kind == ActivityKind.LEAD;
    }

    @Override
    @PermitAll
    public Optional<CrmActivity> compose(ActivityKind kind, long subjectId) {
        var call = em.find(PhoneCall.class, subjectId);
        if (call == null) {
            return Optional.empty();
        }
        return kind == ActivityKind.CALL ? Optional.of(log(call)) : lead(call);
    }

    private CrmActivity log(PhoneCall call) {
        var note = em.find(CallNote.class, call.id);
        return new CrmActivity.CallLog(
                String.valueOf(call.id),
                crmIdentities.of(MirroredParty.class, call.partyId),
                crmIdentities.of(MirroredContact.class, call.contactId),
                call.outgoing ? "OUTBOUND" : "INBOUND",
                call.callerNumber,
                call.queue,
                call.startedAt,
                call.answeredAt,
                call.endedAt,
                call.endCause.name(),
                call.answeredBy,
                call.disposition == null ? null : call.disposition.name(),
                note == null || note.text.isBlank() ? null : note.text,
                call.followUpOn,
                prompts.outcomes(call.id).stream()
                        .map(o -> new CrmActivity.PromptOutcome(
                                o.occasion().name(),
                                o.ruleId(),
                                o.ruleVersion(),
                                o.answer() == null ? null : o.answer().name()))
                        .toList());
    }

    private Optional<CrmActivity> lead(PhoneCall call) {
        return Optional.ofNullable(em.find(LeadCapture.class, call.id))
                .map(lead -> new CrmActivity.LeadCaptured(
                        "lead-" + call.id,
                        String.valueOf(call.id),
                        lead.company,
                        lead.person,
                        call.callerNumber,
                        lead.email,
                        lead.interest,
                        lead.capturedAt));
    }
}

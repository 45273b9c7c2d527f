package de.zuruf.app.handoff;

import de.zuruf.app.people.Person;
import de.zuruf.handoff.HandoffState;
import de.zuruf.handoff.Urgency;
import de.zuruf.prompt.Occasion;
import de.zuruf.visit.VisitReport;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A handoff as people see it; docs/api.md describes the members.
 *
 * @param contact null when the contact is not known
 * @param report  null until the field has answered
 */
public record Handoff(
        long id,
        int revision,
        HandoffState state,
        Long callId,
        long partyId,
        String company,
        String city,
        ContactLine contact,
        Occasion occasion,
        String said,
        String wanted,
        LocalDate dueOn,
        Urgency urgency,
        Person sender,
        Person recipient,
        Instant sentAt,
        Instant acknowledgedAt,
        Person acknowledgedBy,
        Instant answeredAt,
        VisitReport report) {

    /**
     * A contact with a number to ring back.
     *
     * @param number in E.164; null when there is none
     */
    public record ContactLine(Long id, String name, String number) {}
}

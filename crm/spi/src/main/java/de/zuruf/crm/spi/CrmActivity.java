package de.zuruf.crm.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Something that we created and the CRM shall know. Identities of parties, contacts and employees are the CRM's. */
public sealed interface CrmActivity {

    /** {@return the customer's identity in the CRM; null when the caller is unknown there} */
    String partyId();

    /**
     * A call that is over and worked up.
     *
     * @param direction  {@code INBOUND}, or {@code OUTBOUND} for a call that one of ours has placed
     * @param number     the number at the other end in E.164; null when withheld
     * @param endCause   name of the telephone event's end cause
     * @param agentId    who answered or, OUTBOUND, called; null when nobody did
     * @param disposition the agent's classification; null when none
     * @param note       the agent's note; null when none
     * @param followUpOn null when none
     * @param prompts    prompts shown with their answers
     */
    record CallLog(
            String callId,
            String partyId,
            String contactId,
            String direction,
            String number,
            String queue,
            Instant startedAt,
            Instant answeredAt,
            Instant endedAt,
            String endCause,
            String agentId,
            String disposition,
            String note,
            LocalDate followUpOn,
            List<PromptOutcome> prompts)
            implements CrmActivity {
        public CallLog {
            prompts = List.copyOf(prompts);
        }
    }

    /** What became of a prompt; {@code answer} is null when it was not answered. */
    record PromptOutcome(String occasion, String ruleId, int ruleVersion, String answer) {}

    /** A handoff to the field. */
    record HandoffSent(
            String handoffId,
            String callId,
            String partyId,
            String contactId,
            String recipientId,
            String senderId,
            String occasion,
            String said,
            String wanted,
            LocalDate dueOn,
            String urgency,
            Instant sentAt)
            implements CrmActivity {}

    /** A handoff was acknowledged. */
    record HandoffAcknowledged(String handoffId, String partyId, String employeeId, Instant acknowledgedAt)
            implements CrmActivity {}

    /** The field reports a visit. */
    record VisitReported(
            String reportId,
            String handoffId,
            String partyId,
            String authorId,
            LocalDate visitedOn,
            List<String> participants,
            List<String> topics,
            List<VisitCommitment> commitments,
            String nextStep,
            LocalDate nextStepOn)
            implements CrmActivity {
        public VisitReported {
            participants = List.copyOf(participants);
            topics = List.copyOf(topics);
            commitments = List.copyOf(commitments);
        }
    }

    /** A promise made at a visit: {@code ours} tells whether we or the customer keep it. */
    record VisitCommitment(String text, LocalDate dueOn, boolean ours) {}

    /** An unknown caller whom the agent recorded. */
    record LeadCaptured(
            String leadId,
            String callId,
            String company,
            String person,
            String number,
            String email,
            String interest,
            Instant capturedAt)
            implements CrmActivity {
        @Override
        public String partyId() {
            return null;
        }
    }
}

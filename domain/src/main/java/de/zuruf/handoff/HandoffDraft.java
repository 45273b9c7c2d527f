package de.zuruf.handoff;

import de.zuruf.prompt.Occasion;
import java.time.LocalDate;

/**
 * A handoff before it is sent.
 *
 * @param recipientId the employee
 * @param occasion    null when none fits
 * @param said        what the customer said, at most 4,000 characters; may be empty
 * @param wanted      what the field is asked to do, 1 to 2,000 characters
 * @param dueOn       from today up to a year ahead
 * @param urgency     never null
 */
public record HandoffDraft(
        String recipientId, Occasion occasion, String said, String wanted, LocalDate dueOn, Urgency urgency) {

    /**
     * {@return this draft with texts trimmed, once it is found to be in order}
     *
     * @param today the sender's day
     * @throws de.zuruf.wording.InvalidInputException naming the field
     */
    public HandoffDraft checked(LocalDate today) {
        throw new UnsupportedOperationException("" + today);
    }
}

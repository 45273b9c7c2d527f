package de.zuruf.handoff;

import de.zuruf.prompt.Occasion;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
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

    /** Characters of what the customer said. */
    public static final int MAXIMUM_SAID = 4_000;

    /** Characters of what is wanted. */
    public static final int MAXIMUM_WANTED = 2_000;

    /**
     * {@return this draft with texts trimmed, once it is found to be in order}
     *
     * @param today the sender's day
     * @throws InvalidInputException naming the field
     */
    public HandoffDraft checked(LocalDate today) {
        if (recipientId == null || recipientId.isBlank()) {
            throw InvalidInputException.missing("recipientId");
        }
        if (urgency == null) {
            throw InvalidInputException.missing("urgency");
        }
        if (wanted == null || wanted.isBlank()) {
            throw InvalidInputException.missing("wanted");
        }
        if (dueOn == null) {
            throw InvalidInputException.missing("dueOn");
        }
        if (dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(1))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Der Termin muss zwischen heute und einem Jahr liegen.",
                            "The due day must lie between today and a year from now."),
                    "dueOn");
        }
        return new HandoffDraft(
                recipientId.strip(),
                occasion,
                limited(said == null ? "" : said.strip(), "said", MAXIMUM_SAID),
                limited(wanted.strip(), "wanted", MAXIMUM_WANTED),
                dueOn,
                urgency);
    }

    private static String limited(String text, String field, int limit) {
        if (text.length() > limit) {
            throw InvalidInputException.tooLong(field, limit);
        }
        return text;
    }
}

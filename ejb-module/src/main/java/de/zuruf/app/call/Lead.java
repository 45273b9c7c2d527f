package de.zuruf.app.call;

import de.zuruf.call.LeadIntent;
import de.zuruf.wording.InvalidInputException;

/**
 * What an unknown caller said about himself.
 *
 * @param company  1 to 200 characters
 * @param person   null when not said, at most 200 characters
 * @param email    null when not said, at most 254 characters
 * @param interest null when not said, at most 2,000 characters
 * @param intent   what he seems to be after
 */
public record Lead(String company, String person, String email, String interest, LeadIntent intent) {

    /** {@return this lead with texts trimmed, once it is found to be in order} */
    public Lead checked() {
        if (company == null || company.isBlank()) {
            throw InvalidInputException.missing("company");
        }
        return new Lead(
                trimmed(company, "company", 200),
                trimmed(person, "person", 200),
                trimmed(email, "email", 254),
                trimmed(interest, "interest", 2000),
                intent == null ? LeadIntent.UNDECIDED : intent);
    }

    private static String trimmed(String text, String field, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var trimmed = text.strip();
        if (trimmed.length() > limit) {
            throw InvalidInputException.tooLong(field, limit);
        }
        return trimmed;
    }
}

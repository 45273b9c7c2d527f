package de.zuruf.wording;

import java.util.Map;

/** What was sent is malformed or out of range. */
public non-sealed class InvalidInputException extends DomainException {

    /**
     * @param code  stable, {@code ZURUF-…}
     * @param words for the person
     * @param field name of the culprit in the request; null when it is not one field
     */
    public InvalidInputException(String code, Bilingual words, String field) {
        this(code, words, field, Map.of(), null);
    }

    /**
     * @param code    stable, {@code ZURUF-…}
     * @param words   for the person
     * @param field   name of the culprit in the request; null when it is not one field
     * @param details further members for the error's body
     * @param cause   null when none
     */
    public InvalidInputException(
            String code, Bilingual words, String field, Map<String, Object> details, Throwable cause) {
        super(code, words, field, details, cause);
    }

    /** {@return the refusal of a missing value} */
    public static InvalidInputException missing(String field) {
        return new InvalidInputException(
                "ZURUF-MISSING", new Bilingual("Hier fehlt eine Angabe.", "This is required."), field);
    }

    /** {@return the refusal of a text that is too long} */
    public static InvalidInputException tooLong(String field, int limit) {
        return new InvalidInputException(
                "ZURUF-TOO-LONG",
                new Bilingual("Höchstens " + limit + " Zeichen.", "At most " + limit + " characters."),
                field);
    }

    /** {@return the refusal of a number of rows that is none} */
    public static InvalidInputException noLimit(String field) {
        return new InvalidInputException(
                "ZURUF-LIMIT",
                new Bilingual("Mindestens ein Treffer ist zu verlangen.", "Ask for one row at least."),
                field);
    }

    /** {@return the refusal of a list with too many entries} */
    public static InvalidInputException tooMany(String field, int limit) {
        return new InvalidInputException(
                "ZURUF-TOO-MANY",
                new Bilingual("Höchstens " + limit + " Einträge.", "At most " + limit + " entries."),
                field);
    }
}

package de.zuruf.wording;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A use case refuses, for a reason that the person in front of the screen should read. The kind of refusal is the
 * subclass; what exactly was refused is the {@linkplain #code() code}, which never changes once published.
 */
public abstract sealed class DomainException extends RuntimeException
        permits InvalidInputException,
                NotSignedInException,
                NotPermittedException,
                NotFoundException,
                ConflictException {

    private final String code;
    private final transient Bilingual words;
    private final String field;
    private final transient Map<String, Object> details;

    DomainException(String code, Bilingual words, String field, Map<String, Object> details, Throwable cause) {
        super(code + ": " + words.en(), cause);
        if (!code.matches("ZURUF-[A-Z0-9]+(-[A-Z0-9]+)*")) {
            throw new IllegalArgumentException("not a code: " + code);
        }
        this.code = code;
        this.words = Objects.requireNonNull(words, "words");
        this.field = field;
        this.details = Map.copyOf(details);
    }

    /** {@return the stable code, e.g. {@code ZURUF-EXTENSION-TAKEN}} */
    public String code() {
        return code;
    }

    /** {@return one or two sentences for the person, without personal data of others} */
    public Bilingual words() {
        return words;
    }

    /** {@return the name of the culprit in the request, with dots and indices for nested ones} */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** {@return further members for the error's body, e.g. {@code holder} or {@code current}; empty when none} */
    public Map<String, Object> details() {
        return details;
    }
}

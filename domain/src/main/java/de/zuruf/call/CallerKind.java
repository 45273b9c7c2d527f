package de.zuruf.call;

/** Kinds of {@link Caller}. */
public enum CallerKind {
    KNOWN,
    /** Company known, extension not. */
    COMPANY,
    AMBIGUOUS,
    UNKNOWN,
    ANONYMOUS,
    INTERNAL
}

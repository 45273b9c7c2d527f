package de.zuruf.prompt;

/** Why a rule did not lead to a prompt. */
public enum NotShownReason {
    /** Outside its validity. */
    NOT_VALID,
    /** Not for this value class. */
    VALUE_CLASS,
    /** Not for this phase. */
    PHASE,
    /** Its condition is false. */
    CONDITION,
    /** A text needs a fact that is not set. */
    FACT_MISSING,
    /** Held back because of another prompt, e.g. an open complaint. */
    SUPPRESSED,
    /** Another rule of the same occasion is shown. */
    SAME_OCCASION,
    /** More important prompts fill the screen. */
    TOO_MANY,
    /** Could not be evaluated. */
    FAILED
}

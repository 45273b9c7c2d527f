package de.zuruf.prompt;

/** What an agent makes of a prompt. */
public enum AnswerKind {
    DONE,
    /** With a reason. */
    DECLINED,
    /** With a day. */
    LATER,
    DOES_NOT_FIT
}

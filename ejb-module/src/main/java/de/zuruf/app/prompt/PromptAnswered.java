package de.zuruf.app.prompt;

/**
 * A prompt was answered, or an answer taken back.
 *
 * @param callId of the call in which it is shown
 */
public record PromptAnswered(long callId) {}

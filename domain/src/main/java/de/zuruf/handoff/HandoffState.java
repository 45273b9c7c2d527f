package de.zuruf.handoff;

/** How far a handoff has come. It only moves forward. */
public enum HandoffState {
    SENT,
    /** The recipient or his deputy has taken note. */
    ACKNOWLEDGED,
    /** The recipient has reported what came of it. */
    ANSWERED;

    /** {@return the state after an acknowledgement; a repeated one changes nothing} */
    public HandoffState acknowledged() {
        return this == SENT ? ACKNOWLEDGED : this;
    }

    /**
     * {@return the state after a report, with which the handoff counts as acknowledged too}
     *
     * @throws HandoffAnsweredException when there is a report already
     */
    public HandoffState answered() {
        if (this == ANSWERED) {
            throw new HandoffAnsweredException();
        }
        return ANSWERED;
    }
}

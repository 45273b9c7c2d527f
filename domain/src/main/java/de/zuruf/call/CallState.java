package de.zuruf.call;

/** State of a call for one agent. */
public enum CallState {
    RINGING,
    TALKING,
    /** Nachbearbeitung: the talk is over, the card stays. */
    WRAP_UP,
    /** The agent has closed the card. */
    DONE,
    /** It rang and was not answered here. */
    GONE
}

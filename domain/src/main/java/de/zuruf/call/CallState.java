package de.zuruf.call;

/** State of a call for one agent. */
public enum CallState {
    RINGING,
    /** His telephone calls somebody for him who has not picked up yet. */
    DIALLING,
    TALKING,
    /** Nachbearbeitung: the talk is over, the card stays. */
    WRAP_UP,
    /** The agent has closed the card. */
    DONE,
    /** It rang and was not answered here. */
    GONE
}

package de.zuruf.call;

/** Why a telephone stopped ringing without having answered. Same names as the telephony contract's. */
public enum OfferEndReason {
    ANSWERED_ELSEWHERE,
    NO_ANSWER,
    BUSY,
    CALLER_GAVE_UP,
    FAILED
}

package de.zuruf.app.call;

/** What became of the callback that an unanswered call leaves. */
public enum CallbackState {
    /** Nobody has taken care of it. */
    OPEN,
    /** Somebody is about to ring back. */
    CLAIMED,
    /** Done, or settled by a later call. */
    DONE
}

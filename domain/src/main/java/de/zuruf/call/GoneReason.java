package de.zuruf.call;

import de.zuruf.wording.Bilingual;

/** Why a ringing call left an agent's screen. */
public enum GoneReason {
    ANSWERED_ELSEWHERE("von jemand anderem angenommen", "answered by somebody else"),
    CALLER_GAVE_UP("Anrufer hat aufgelegt", "the caller hung up"),
    NO_ANSWER("nicht angenommen", "not answered"),
    BUSY("besetzt oder abgewiesen", "busy or rejected"),
    FAILED("Telefon nicht erreichbar", "telephone not reachable"),
    UNKNOWN("Ende nicht beobachtet", "end not observed");

    private final Bilingual words;

    GoneReason(String de, String en) {
        words = new Bilingual(de, en);
    }

    /** {@return why a telephone stopped ringing that still rang when the call ended} */
    public static GoneReason of(EndCause cause) {
        return switch (cause) {
            case ANSWERED -> ANSWERED_ELSEWHERE;
            case ABANDONED -> CALLER_GAVE_UP;
            case BUSY -> BUSY;
            case NO_ANSWER -> NO_ANSWER;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** {@return the reason in words} */
    public Bilingual words() {
        return words;
    }
}

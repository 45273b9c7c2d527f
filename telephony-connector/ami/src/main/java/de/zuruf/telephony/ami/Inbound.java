package de.zuruf.telephony.ami;

import java.time.Instant;

/** What waits between the thread that reads the socket and the one that delivers. */
sealed interface Inbound extends JournalItem {

    /** {@return when it was received; of an end, from when on nothing was; UTC} */
    Instant at();

    /** A session begins. */
    record Opened(Instant at) implements Inbound {}

    /** An event of the manager interface. */
    record Frame(AmiFrame frame, Instant at) implements Inbound {}

    /** The session is over. */
    record Closed(Instant at) implements Inbound {}
}

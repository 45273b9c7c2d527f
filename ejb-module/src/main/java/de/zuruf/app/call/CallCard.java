package de.zuruf.app.call;

import de.zuruf.app.customer.CustomerCard;
import de.zuruf.app.handoff.Handoff;
import de.zuruf.app.prompt.Prompt;
import de.zuruf.app.prompt.Suppressed;
import de.zuruf.call.CallState;
import de.zuruf.call.CallerKind;
import de.zuruf.call.Disposition;
import de.zuruf.call.EndCause;
import de.zuruf.call.GoneReason;
import de.zuruf.wording.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A call as one agent sees it: complete, so that the browser paints it without asking for more. docs/api.md describes
 * the members.
 */
public record CallCard(
        long id,
        int revision,
        CallState state,
        GoneReason goneReason,
        String goneTo,
        String extension,
        String queue,
        String dialled,
        boolean internal,
        Instant ringingSince,
        Instant answeredAt,
        Instant endedAt,
        EndCause endCause,
        CallerView caller,
        List<Candidate> candidates,
        CustomerCard customer,
        List<Prompt> prompts,
        Suppressed suppressed,
        Note note,
        Disposition disposition,
        LocalDate followUpOn,
        List<Handoff> handoffs,
        Lead lead,
        Instant talkEndedAt,
        Instant heldSince,
        Consultation consultation,
        String parkedSpace,
        boolean fetching,
        boolean voicemail,
        List<Transfer> transfers,
        boolean outgoing) {

    /**
     * Whom this agent asks on his telephone while the caller waits.
     *
     * @param with    name of a colleague, otherwise what was dialled; null if unknown
     * @param reached whether they talk; otherwise it rings there
     */
    public record Consultation(String with, boolean reached) {}

    /**
     * Somebody passed the call on.
     *
     * @param by     his name; his extension when nobody sat there
     * @param target what was dialled, or the name of the colleague who took over; null if unknown
     * @param asked  whether the target was asked before
     */
    public record Transfer(Instant at, String by, String target, boolean asked) {}

    /**
     * The caller as the line and the mirror show him.
     *
     * @param number       E.164 where it is a number; null when withheld
     * @param display      as people write it
     * @param lineName     as the line signals it; null when absent
     * @param internalName the colleague's name; null unless the call is internal
     */
    public record CallerView(CallerKind kind, String number, String display, String lineName, String internalName) {}

    /** Somebody who may be calling. */
    public record Candidate(
            long partyId, Long contactId, String company, String city, String contact, Bilingual reason) {}

    /** The note; revision 0 when none was written. */
    public record Note(String text, int revision, Instant savedAt) {
        /** No note yet. */
        public static final Note NONE = new Note("", 0, null);
    }
}

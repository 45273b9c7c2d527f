package de.zuruf.call;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberKind;
import de.zuruf.segment.ValueClass;
import java.time.LocalDate;

/**
 * Somebody in the mirror to whom a looked-up number belongs.
 *
 * @param number        the number that matched: the caller's own, or a head number of it
 * @param kind          what it reaches
 * @param partyId       the company
 * @param contactId     the person whose line it is; null for a line of the company
 * @param company       its name
 * @param city          null when unknown
 * @param contact       the person's name; null without person
 * @param contactActive false when the person has left; meaningless without person
 * @param lastCallOn    last call with this person or company; null when none
 * @param lastOrderOn   the company's latest order; null when none
 * @param openMatter    true with an open quote, complaint or handoff
 * @param valueClass    null when unknown
 */
public record MatchCandidate(
        E164 number,
        NumberKind kind,
        long partyId,
        Long contactId,
        String company,
        String city,
        String contact,
        boolean contactActive,
        LocalDate lastCallOn,
        LocalDate lastOrderOn,
        boolean openMatter,
        ValueClass valueClass) {

    /**
     * {@return a candidate of whom only that is known which decides whether he is the caller; to be ranked among others or shown,
     * he must be described}
     */
    public static MatchCandidate found(
            E164 number, NumberKind kind, long partyId, Long contactId, boolean contactActive) {
        return new MatchCandidate(
                number, kind, partyId, contactId, null, null, null, contactActive, null, null, false, null);
    }

    /** {@return the same without the person} */
    public MatchCandidate companyOnly() {
        return contactId == null
                ? this
                : new MatchCandidate(
                        number,
                        kind,
                        partyId,
                        null,
                        company,
                        city,
                        null,
                        false,
                        lastCallOn,
                        lastOrderOn,
                        openMatter,
                        valueClass);
    }
}

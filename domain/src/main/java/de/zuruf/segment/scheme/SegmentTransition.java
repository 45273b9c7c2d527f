package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer came to a segment. The transitions of a customer are his history.
 *
 * @param customerId    id in the CRM
 * @param on            the day
 * @param from          id of the segment before; null for the first
 * @param to            id of the segment
 * @param schemeId      scheme by which he was assigned
 * @param schemeVersion its version
 * @param cause         what changed
 * @param reason        why he belongs to it, with the figures of that day
 */
public record SegmentTransition(
        String customerId,
        LocalDate on,
        String from,
        String to,
        String schemeId,
        int schemeVersion,
        Cause cause,
        Bilingual reason) {

    /** What changed. */
    public enum Cause {
        /** He was assigned for the first time. */
        FIRST,
        /** His facts, under the same scheme. */
        FACTS,
        /** The scheme, or its version; his facts may have changed as well. */
        SCHEME
    }

    public SegmentTransition {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * {@return the transition that an assignment makes; empty when the customer stays where he is} That a later version leaves him where he is, is
     * not in his history.
     *
     * @param latest               his latest transition; null when there is none
     * @param latestSchemeId       scheme of the run before; null when there was none
     * @param latestSchemeVersion  version of the scheme of the run before
     * @param now                  by today's facts
     * @param on                   the day; not before the latest transition
     */
    public static Optional<SegmentTransition> of(
            SegmentTransition latest, String latestSchemeId, int latestSchemeVersion, Assignment now, LocalDate on) {
        String customer = now.facts().customerId();
        if (latest != null && !latest.customerId.equals(customer)) {
            throw new IllegalArgumentException("the history of another customer");
        }
        if (latest != null && (latest.to.equals(now.segmentId()) || on.isBefore(latest.on))) {
            return Optional.empty();
        }
        Cause cause = latest == null
                ? Cause.FIRST
                : now.schemeId().equals(latestSchemeId) && now.schemeVersion() == latestSchemeVersion
                        ? Cause.FACTS
                        : Cause.SCHEME;
        Bilingual why = now.why();
        Bilingual reason = cause == Cause.SCHEME
                ? new Bilingual(
                        "neue Einteilung (" + now.schemeId() + ", Fassung " + now.schemeVersion() + "): " + why.de(),
                        "new scheme (" + now.schemeId() + ", version " + now.schemeVersion() + "): " + why.en())
                : why;
        return Optional.of(new SegmentTransition(
                customer,
                on,
                latest == null ? null : latest.to,
                now.segmentId(),
                now.schemeId(),
                now.schemeVersion(),
                cause,
                reason));
    }
}

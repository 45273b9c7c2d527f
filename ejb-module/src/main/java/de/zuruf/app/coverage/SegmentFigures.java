package de.zuruf.app.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which segments there are, which of them a customer belongs to, and how they stand now. */
public interface SegmentFigures {

    /**
     * All segments at one time.
     *
     * @param at       of when the figures are
     * @param segments in the order in which people name them
     */
    record Standing(Instant at, List<LiveFigures> segments) {}

    /** {@return the figures of all segments, at most a minute old} */
    Standing now();

    /** {@return the segment to which a customer belongs today; empty when there is no such customer} */
    Optional<String> segmentOf(long partyId);
}

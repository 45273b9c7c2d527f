package de.zuruf.segment.coverage;

import de.zuruf.segment.LifecyclePhase;

/**
 * A cell of the contact plan.
 *
 * @param phase the same phases for all segments
 * @param text  what is done for the segment's customers in this phase
 */
public record Measure(LifecyclePhase phase, String text) {}

package de.zuruf.segment.lifecycle;

import java.util.List;

/**
 * What a day brought.
 *
 * @param state       from now on
 * @param transitions what changed, in order; empty on most days
 */
public record LifecycleStep(LifecycleState state, List<LifecycleTransition> transitions) {
    public LifecycleStep {
        transitions = List.copyOf(transitions);
    }
}

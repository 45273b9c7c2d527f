package de.zuruf.report;

import java.util.Map;
import java.util.Set;

/**
 * The works council's rule: figures of fewer than so many people are not shown, and cannot be computed from what is
 * shown.
 *
 * @param people at least 1
 */
public record MinimumGroup(int people) {

    /** Five people. */
    public static final MinimumGroup DEFAULT = new MinimumGroup(5);

    public MinimumGroup {
        if (people < 1) {
            throw new IllegalArgumentException("people must be at least 1");
        }
    }

    /** {@return whether a group of so many people is too small to be shown alone} */
    public boolean withholds(int groupSize) {
        return groupSize < people;
    }

    /**
     * Decides which of several groups must be withheld when their total is shown too: a single small group would be
     * the difference between the total and the others, so the next smallest goes with it.
     *
     * @param sizes number of people by group
     * @return groups whose figures are to be left out; all of them when the total itself is too small
     */
    public Set<String> withheld(Map<String, Integer> sizes) {
        throw new UnsupportedOperationException("" + sizes);
    }
}

package de.zuruf.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
     * the difference between the total and the others, so as many of the next smallest go with it as make the hidden ones a
     * large enough group. The total itself is to be withheld when it {@linkplain #withholds is too small}.
     *
     * @param sizes number of people by group
     * @return groups whose figures are to be left out
     */
    public Set<String> withheld(Map<String, Integer> sizes) {
        Set<String> withheld = new TreeSet<>();
        int hidden = 0;
        List<Map.Entry<String, Integer>> ascending = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Integer> group : ascending) {
            // What is hidden can be had by subtraction, so it must itself be a large enough group.
            boolean subtractable = !withheld.isEmpty() && hidden < people;
            if (withholds(group.getValue()) || subtractable) {
                withheld.add(group.getKey());
                hidden += group.getValue();
            }
        }
        return withheld;
    }
}

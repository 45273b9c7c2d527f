package de.zuruf.segment.scheme;

import java.util.List;

/** A segment that can be asked. */
record CompiledSegment(SegmentDefinition definition, List<CompiledCriterion> criteria) {

    boolean holds(Subject subject) {
        for (int i = 0; i < criteria.size(); i++) {
            if (!criteria.get(i).holds(subject)) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether everybody of whom the criteria of another hold fulfils a criterion of this} */
    static boolean implied(CompiledCriterion criterion, CompiledSegment other) {
        for (CompiledCriterion given : other.criteria) {
            if (criterion.covers(given)) {
                return true;
            }
        }
        return false;
    }
}

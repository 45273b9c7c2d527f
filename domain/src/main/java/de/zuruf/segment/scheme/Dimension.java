package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A dimension that a company defines, such as its sales regions. What {@link CustomerFacts#dimensions} says about a customer counts;
 * otherwise the first value whose criteria hold. A value without criteria is never found by itself, only said.
 *
 * @param id     asked as {@code dimension.ID}; form as of a segment's
 * @param name   at most 100 characters
 * @param values 1 to 200, in order; their criteria do not ask dimensions
 */
public record Dimension(String id, Bilingual name, List<SegmentDefinition> values) {
    public Dimension {
        values = values == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(values));
    }
}

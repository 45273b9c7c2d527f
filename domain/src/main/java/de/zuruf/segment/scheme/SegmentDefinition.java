package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A segment of a scheme, or a value of one of its dimensions.
 *
 * @param id          lower-case letters, digits and hyphens, at most 64 characters; stays the same from version to version
 * @param name        at most 100 characters
 * @param description at most 2,000 characters; may be empty
 * @param criteria    all must hold; none for the rest
 */
public record SegmentDefinition(String id, Bilingual name, Bilingual description, List<Criterion> criteria) {
    public SegmentDefinition {
        criteria = criteria == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(criteria));
    }
}

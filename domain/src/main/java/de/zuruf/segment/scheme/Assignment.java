package de.zuruf.segment.scheme;

import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.util.Map;

/** To which segment a customer belongs by a scheme, and why. The reason is put into words only when it is asked for. */
public final class Assignment {

    private final Segmentation segmentation;
    private final CompiledSegment segment;
    private final Subject subject;

    Assignment(Segmentation segmentation, CompiledSegment segment, Subject subject) {
        this.segmentation = segmentation;
        this.segment = segment;
        this.subject = subject;
    }

    /** {@return the customer} */
    public CustomerFacts facts() {
        return subject.facts;
    }

    /** {@return id of the segment} */
    public String segmentId() {
        return segment.definition().id();
    }

    /** {@return the segment} */
    public SegmentDefinition segment() {
        return segment.definition();
    }

    /** {@return id of the scheme} */
    public String schemeId() {
        return segmentation.scheme().id();
    }

    /** {@return version of the scheme} */
    public int schemeVersion() {
        return segmentation.scheme().version();
    }

    /** {@return the value class by the scheme} */
    public ValueClass valueClass() {
        return subject.valueClass;
    }

    /** {@return the potential level by the scheme} */
    public PotentialLevel potentialLevel() {
        return subject.level;
    }

    /** {@return id of the value by id of the dimension; those in which the customer has none are missing} */
    public Map<String, String> dimensions() {
        return segmentation.dimensions(subject);
    }

    /** {@return the criteria with the customer's figures, e.g. {@code Wertklasse A (Umsatz 130.000 €); Phase Stammkunde}} */
    public Bilingual why() {
        return segmentation.why(segment, subject);
    }
}

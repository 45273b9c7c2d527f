package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A checked scheme that assigns customers. Immutable and thread-safe: make it once, ask it for everybody. */
public final class Segmentation {

    private static final int[] NONE = {};

    private final Scheme scheme;
    private final CompiledValues values;
    private final List<CompiledDimension> dimensions;
    private final List<CompiledSegment> segments;
    private final CompiledSegment rest;
    /** Indices of the segments that do not ask who the customer is. */
    private final int[] general;
    /** Indices of those that do, by the customers they name: thousands of them cost no more than one. */
    private final Map<String, int[]> named;

    Segmentation(
            Scheme scheme,
            CompiledValues values,
            List<CompiledDimension> dimensions,
            List<CompiledSegment> segments,
            CompiledSegment rest) {
        this.scheme = scheme;
        this.values = values;
        this.dimensions = List.copyOf(dimensions);
        this.segments = List.copyOf(segments);
        this.rest = rest;
        this.named = new HashMap<>();
        int[] others = new int[segments.size()];
        int count = 0;
        for (int i = 0; i < segments.size(); i++) {
            CompiledCriterion who = segments.get(i).criteria().stream()
                    .filter(c -> c.field() == SchemeField.CUSTOMER)
                    .findFirst()
                    .orElse(null);
            if (who == null) {
                others[count++] = i;
            } else {
                for (String id : who.set()) {
                    int[] before = named.getOrDefault(id, NONE);
                    int[] after = Arrays.copyOf(before, before.length + 1);
                    after[before.length] = i;
                    named.put(id, after);
                }
            }
        }
        this.general = Arrays.copyOf(others, count);
    }

    /**
     * Checks a scheme.
     *
     * @throws SchemeException with everything that is wrong: what is missing, too long or malformed, unknown fields and values, empty
     *     ranges, ids that occur twice, and segments that nobody can belong to because earlier ones have everybody
     */
    public static Segmentation of(Scheme scheme) {
        return new SchemeCheck(scheme).segmentation();
    }

    /** {@return the scheme as it was entered} */
    public Scheme scheme() {
        return scheme;
    }

    /** {@return the segment of a customer; never throws because of the facts} */
    public Assignment assign(CustomerFacts facts) {
        Subject subject = new Subject(facts, values, dimensions);
        int[] mine = named.getOrDefault(facts.customerId(), NONE);
        int own = 0;
        int all = 0;
        while (own < mine.length || all < general.length) {
            int next = all == general.length || own < mine.length && mine[own] < general[all]
                    ? mine[own++]
                    : general[all++];
            CompiledSegment segment = segments.get(next);
            if (segment.holds(subject)) {
                return new Assignment(this, segment, subject);
            }
        }
        return new Assignment(this, rest, subject);
    }

    Bilingual why(CompiledSegment segment, Subject subject) {
        if (segment == rest) {
            Bilingual others = Written.number(segments.size());
            return segments.isEmpty()
                    ? new Bilingual("einziges Segment", "the only segment")
                    : new Bilingual(
                            "keines der " + others.de() + " Segmente davor trifft zu",
                            "none of the " + others.en() + " segments before applies");
        }
        StringBuilder de = new StringBuilder();
        StringBuilder en = new StringBuilder();
        for (CompiledCriterion criterion : segment.criteria()) {
            Bilingual words = criterion.words(
                    subject,
                    criterion.field() == null
                            ? dimensions.get(criterion.dimension()).dimension()
                            : null);
            de.append(de.isEmpty() ? "" : "; ").append(words.de());
            en.append(en.isEmpty() ? "" : "; ").append(words.en());
        }
        return new Bilingual(de.toString(), en.toString());
    }

    /** {@return id of the value that a customer has in each dimension; those without value are missing} */
    Map<String, String> dimensions(Subject subject) {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            String value = subject.dimension(i);
            if (value != null) {
                found.put(dimensions.get(i).dimension().id(), value);
            }
        }
        return found;
    }
}

package de.zuruf.segment.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One thing that must hold of a customer: a list for fields of words, a range for fields of numbers. As it was entered; {@link
 * Segmentation#of} says what is wrong with it.
 *
 * @param field {@link SchemeField#key}, or {@code dimension.ID}
 * @param in    one of these; null for a range
 * @param from  at least; null for no lower end
 * @param below less than; null for no upper end. The end does not belong to it, so that ranges meet without gap or overlap
 */
public record Criterion(String field, List<String> in, BigDecimal from, BigDecimal below) {
    public Criterion {
        in = in == null ? null : Collections.unmodifiableList(new ArrayList<>(in));
    }

    /** {@return a criterion with a list} */
    public static Criterion in(String field, String... values) {
        return new Criterion(field, List.of(values), null, null);
    }

    /** {@return a criterion with a lower end} */
    public static Criterion from(String field, String from) {
        return new Criterion(field, null, new BigDecimal(from), null);
    }

    /** {@return a criterion with an upper end} */
    public static Criterion below(String field, String below) {
        return new Criterion(field, null, null, new BigDecimal(below));
    }
}

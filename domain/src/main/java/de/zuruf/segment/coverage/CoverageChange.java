package de.zuruf.segment.coverage;

/**
 * A field that differs between two versions of a row.
 *
 * @param field  as {@link CoverageRow#fields()} names it, e.g. {@code duties.FIELD_SALES.task}
 * @param before null when it was empty
 * @param after  null when it is empty now
 */
public record CoverageChange(String field, String before, String after) {}

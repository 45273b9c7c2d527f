package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;

/**
 * What is wrong with a scheme.
 *
 * @param position where, e.g. {@code segments[3].criteria[0].field}; indices from 0
 * @param message  what
 */
public record SchemeProblem(String position, Bilingual message) {}

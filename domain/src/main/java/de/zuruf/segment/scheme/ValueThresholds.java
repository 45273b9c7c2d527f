package de.zuruf.segment.scheme;

import java.math.BigDecimal;

/**
 * Where value classes begin, EUR, inclusive, falling from A to C; below is D.
 *
 * @param fromA at least {@code fromB}
 * @param fromB at least {@code fromC}
 * @param fromC any
 */
public record ValueThresholds(BigDecimal fromA, BigDecimal fromB, BigDecimal fromC) {}

package de.zuruf.segment.scheme;

import java.math.BigDecimal;

/**
 * Where potential levels begin, by what is untapped (potential less revenue): one who buys everything from us has no potential left.
 *
 * @param highFrom   EUR a year, inclusive
 * @param middleFrom EUR a year, inclusive, above 0 and at most {@code highFrom}
 */
public record PotentialLevels(BigDecimal highFrom, BigDecimal middleFrom) {}

package de.zuruf.segment.rhythm;

/**
 * In how many former years a customer paused at the same time of the year, and about as long.
 *
 * @param years    how many there were, at least 2
 * @param likewise in how many of them it was so
 */
public record FormerYears(int years, int likewise) {}

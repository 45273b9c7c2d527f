package de.zuruf.segment;

import java.time.LocalDate;

/**
 * What a customer ordered of one product group.
 *
 * @param lastOrderOn day of the latest order with it
 * @param orders      number of order days with it
 */
public record GroupFigures(LocalDate lastOrderOn, int orders) {}

package de.zuruf.segment;

import java.time.LocalDate;

/**
 * What the phase is judged by.
 *
 * @param customerSince null for a lead
 * @param cancelledOn   day of notice; null when none was given
 * @param figures       {@link CustomerFigures#NONE} for a customer without orders
 */
public record LifecycleFacts(LocalDate customerSince, LocalDate cancelledOn, CustomerFigures figures) {}

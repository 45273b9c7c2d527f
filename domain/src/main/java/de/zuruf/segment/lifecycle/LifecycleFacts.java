package de.zuruf.segment.lifecycle;

import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.Rhythm;
import java.time.LocalDate;

/**
 * What the phase is judged by on a day.
 *
 * @param customerSince null for a lead
 * @param firstOrderOn  null without orders
 * @param lastOrderOn   null without orders
 * @param orderDays     days with at least one order, at least 0
 * @param rhythm        null with too few orders; used where {@code silence} is null
 * @param stillCustomer probability that he still is one, 0 to 1; null when no model has said so
 * @param silence       how often a pause as long as the present one happens in his usual rhythm, 0 to 1; null when no model has said so
 * @param cancelledOn   day of notice; null when none was given
 * @param returnedOn    first order after the latest silence of a year or more; null when there was none
 * @param growthFactor  revenue of a year against that of the year before; null when there was none before
 */
public record LifecycleFacts(
        LocalDate customerSince,
        LocalDate firstOrderOn,
        LocalDate lastOrderOn,
        int orderDays,
        Rhythm rhythm,
        Double stillCustomer,
        Double silence,
        LocalDate cancelledOn,
        LocalDate returnedOn,
        Double growthFactor) {

    public LifecycleFacts {
        if ((firstOrderOn == null) != (lastOrderOn == null)) {
            throw new IllegalArgumentException("a first order without a last one, or the other way round");
        }
        if (orderDays < 0) {
            throw new IllegalArgumentException("orderDays " + orderDays);
        }
        probability("stillCustomer", stillCustomer);
        probability("silence", silence);
        if (growthFactor != null && !Double.isFinite(growthFactor)) {
            throw new IllegalArgumentException("growthFactor " + growthFactor);
        }
    }

    private static void probability(String name, Double value) {
        if (value != null && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " " + value);
        }
    }

    /**
     * {@return facts from stored figures, without a model's word}
     *
     * @param customerSince null for a lead
     * @param cancelledOn   null when no notice was given
     * @param figures       {@link CustomerFigures#NONE} for a customer without orders
     */
    public static LifecycleFacts of(
            LocalDate customerSince, LocalDate cancelledOn, CustomerFigures figures, LocalDate today) {
        return new LifecycleFacts(
                customerSince,
                figures.firstOrderOn(),
                figures.lastOrderOn(),
                figures.orderDays(),
                figures.lastOrderOn() == null ? null : Rhythm.of(figures, today).orElse(null),
                null,
                null,
                cancelledOn,
                figures.returnedOn(),
                figures.growthFactor(today).orElse(null));
    }

    /**
     * {@return the same with what a model says}
     *
     * @param newStillCustomer 0 to 1, or null
     * @param newSilence       0 to 1, or null
     */
    public LifecycleFacts withModel(Double newStillCustomer, Double newSilence) {
        return new LifecycleFacts(
                customerSince,
                firstOrderOn,
                lastOrderOn,
                orderDays,
                rhythm,
                newStillCustomer,
                newSilence,
                cancelledOn,
                returnedOn,
                growthFactor);
    }
}

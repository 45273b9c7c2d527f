package de.zuruf.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A company that is or may become a customer.
 *
 * @param id             identity in the CRM, at most 64 characters
 * @param name           of the company
 * @param industry       key of the industry, e.g. {@code MASCHINENBAU}; null when unknown
 * @param size           null when unknown
 * @param street         null when unknown
 * @param postcode       null when unknown
 * @param city           null when unknown
 * @param country        ISO 3166-1 alpha-2
 * @param ownerId        the {@link Employee} of field sales who owns the customer; null when nobody does
 * @param insideSalesId  the agent of inside sales who usually looks after it; null when nobody does
 * @param potential      revenue a year in EUR that a person has entered as possible; null when nobody has
 * @param customerSince  null for a lead
 * @param cancelledOn    day on which the customer gave notice; null when he has not
 * @param paymentBlocked true while accounting blocks deliveries
 * @param satisfied      true when the last survey or visit recorded a positive voice
 * @param numbers        numbers of the company itself
 */
public record Party(
        String id,
        String name,
        String industry,
        SizeClass size,
        String street,
        String postcode,
        String city,
        String country,
        String ownerId,
        String insideSalesId,
        BigDecimal potential,
        LocalDate customerSince,
        LocalDate cancelledOn,
        boolean paymentBlocked,
        boolean satisfied,
        List<PhoneNumber> numbers) {
    public Party {
        numbers = List.copyOf(numbers);
    }
}

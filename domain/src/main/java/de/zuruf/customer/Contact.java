package de.zuruf.customer;

import java.util.List;

/**
 * A person at a customer.
 *
 * @param id       identity in the CRM, at most 64 characters
 * @param partyId  the company
 * @param name     given and family name
 * @param function what the person does there, e.g. {@code Einkauf}; null when unknown
 * @param email    null when unknown
 * @param active   false when the person has left
 * @param numbers  the person's own lines
 */
public record Contact(
        String id,
        String partyId,
        String name,
        String function,
        String email,
        boolean active,
        List<PhoneNumber> numbers) {
    public Contact {
        numbers = List.copyOf(numbers);
    }
}

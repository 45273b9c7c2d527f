package de.zuruf.customer;

import java.time.LocalDate;

/**
 * A contact with a customer that the CRM knows of.
 *
 * @param id         identity in the CRM, at most 64 characters
 * @param partyId    the customer
 * @param contactId  whom it was with; null when not recorded
 * @param employeeId who of us; null when not recorded
 * @param heldOn     the day
 * @param channel    the way
 * @param summary    one or two sentences
 */
public record Interaction(
        String id,
        String partyId,
        String contactId,
        String employeeId,
        LocalDate heldOn,
        Channel channel,
        String summary) {}

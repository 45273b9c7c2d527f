package de.zuruf.customer;

import java.time.LocalDate;

/**
 * A complaint of a customer.
 *
 * @param id       identity in the CRM, at most 64 characters; also what people call it
 * @param partyId  who complains
 * @param openedOn the day
 * @param solvedOn null while open
 * @param subject  one line
 */
public record Complaint(String id, String partyId, LocalDate openedOn, LocalDate solvedOn, String subject) {}

package de.zuruf.customer;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An offer made to a customer.
 *
 * @param id        identity in the CRM, at most 64 characters; also what people call it
 * @param partyId   who received it
 * @param quotedOn  the day
 * @param subject   one line
 * @param amount    in EUR without tax
 * @param status    state
 */
public record Quote(
        String id, String partyId, LocalDate quotedOn, String subject, BigDecimal amount, QuoteStatus status) {}

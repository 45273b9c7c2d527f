package de.zuruf.customer;

import java.math.BigDecimal;

/**
 * One line of an order.
 *
 * @param productId the {@link Product}
 * @param quantity  in the product's unit
 * @param amount    in EUR without tax, for the whole line
 * @param margin    contribution margin in EUR, for the whole line
 */
public record OrderLine(String productId, BigDecimal quantity, BigDecimal amount, BigDecimal margin) {}

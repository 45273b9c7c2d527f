package de.zuruf.segment;

import de.zuruf.customer.Order;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** Computes {@link CustomerFigures} from the orders of one customer. */
public final class FiguresCalculator {

    private FiguresCalculator() {}

    /**
     * @param orders  all known orders of one customer, in any order; those of the same day count as one
     * @param groupOf product id to group id; null for a product that is unknown
     */
    public static CustomerFigures of(Collection<Order> orders, UnaryOperator<String> groupOf) {
        throw new UnsupportedOperationException();
    }
}

package de.zuruf.demo.company;

import de.zuruf.customer.Order;
import de.zuruf.segment.rhythm.OrderHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The orders of a demo company, with what nobody knows of a real one.
 *
 * @param today       the day up to which they go
 * @param orders      of all customers
 * @param undisturbed ids of customers who order in their rhythm to the end
 * @param silentSince ids of customers who have fallen silent, with the day of their last order
 */
public record OrderTruth(
        LocalDate today, List<Order> orders, Set<String> undisturbed, Map<String, LocalDate> silentSince) {
    public OrderTruth {
        orders = List.copyOf(orders);
        undisturbed = Set.copyOf(undisturbed);
        silentSince = Map.copyOf(silentSince);
    }

    /**
     * {@return the customers who have ordered, as the product counts their orders}
     *
     * @param silent those who have fallen silent, or those who have not
     */
    public List<KnownBuyers.Buyer> buyers(boolean silent) {
        Map<String, List<Order>> byParty = orders.stream()
                .filter(order -> silentSince.containsKey(order.partyId()) == silent)
                .collect(Collectors.groupingBy(Order::partyId, TreeMap::new, Collectors.toList()));
        List<KnownBuyers.Buyer> buyers = new ArrayList<>();
        byParty.forEach((party, ofParty) -> buyers.add(buyer(
                // Orders get their ids only when the file is written.
                OrderHistory.of(numbered(ofParty), product -> null, today),
                Optional.ofNullable(silentSince.get(party)))));
        return buyers;
    }

    private static List<Order> numbered(List<Order> orders) {
        return IntStream.range(0, orders.size())
                .mapToObj(i -> {
                    var order = orders.get(i);
                    return new Order("A" + i, order.partyId(), order.orderedOn(), order.status(), order.lines());
                })
                .toList();
    }

    private static KnownBuyers.Buyer buyer(OrderHistory history, Optional<LocalDate> leftOn) {
        return new KnownBuyers.Buyer(
                IntStream.range(0, history.orderDays()).mapToObj(history::day).toList(),
                IntStream.range(0, history.orderDays())
                        .mapToObj(i -> BigDecimal.valueOf(history.cents(i).orElse(0), 2))
                        .toList(),
                leftOn);
    }
}

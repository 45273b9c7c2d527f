package de.zuruf.segment;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Computes {@link CustomerFigures} from the orders of one customer. */
public final class FiguresCalculator {

    private static final int GAPS = 12;
    private static final int MONTHS = 37;
    private static final int SILENCE_DAYS = 365;

    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 1.4826;

    private static final int VOLUME_LATEST = 3;
    private static final int VOLUME_EARLIER = 9;
    private static final int VOLUME_EARLIER_MINIMUM = 4;

    private static final int VANISHED_MINIMUM = 3;
    private static final int VANISHED_MAXIMUM = 12;
    private static final int VANISHED_EARLIER = 9;
    private static final int VANISHED_EARLIER_MINIMUM = 6;
    private static final double VANISHED_SHARE = 2.0 / 3;

    private FiguresCalculator() {}

    /** What was ordered on one day. */
    private static final class OrderDay {
        private BigDecimal amount = BigDecimal.ZERO;
        private final Set<String> groups = new HashSet<>();
    }

    /**
     * @param orders  all known orders of one customer, in any order; those of the same day count as one
     * @param groupOf product id to group id; null for a product that is unknown
     */
    public static CustomerFigures of(Collection<Order> orders, UnaryOperator<String> groupOf) {
        NavigableMap<LocalDate, OrderDay> days = new TreeMap<>();
        NavigableMap<YearMonth, MonthSum> months = new TreeMap<>();
        for (Order order : orders) {
            if (order.status() == OrderStatus.CANCELLED) {
                continue;
            }
            months.merge(
                    YearMonth.from(order.orderedOn()), new MonthSum(order.amount(), order.margin()), MonthSum::plus);
            if (order.status() != OrderStatus.RETURNED) {
                OrderDay day = days.computeIfAbsent(order.orderedOn(), d -> new OrderDay());
                day.amount = day.amount.add(order.amount());
                for (OrderLine line : order.lines()) {
                    String group = groupOf.apply(line.productId());
                    if (group != null) {
                        day.groups.add(group);
                    }
                }
            }
        }
        NavigableMap<YearMonth, MonthSum> kept =
                months.isEmpty() ? months : months.tailMap(months.lastKey().minusMonths(MONTHS - 1L), true);
        if (days.isEmpty()) {
            return new CustomerFigures(null, null, null, 0, 0, 0, 0, kept, Map.of(), List.of(), null);
        }
        List<LocalDate> dates = List.copyOf(days.keySet());
        List<OrderDay> latestFirst = List.copyOf(days.descendingMap().values());
        double[] gaps = gaps(dates);
        double usual = median(gaps);
        double spread = gaps.length == 0 ? 0 : Math.max(1, NORMAL * medianDeviation(gaps, usual));
        return new CustomerFigures(
                dates.get(0),
                dates.get(dates.size() - 1),
                returnedOn(dates),
                dates.size(),
                gaps.length,
                usual,
                spread,
                kept,
                groups(days),
                vanished(latestFirst),
                volumeFactor(latestFirst));
    }

    private static double[] gaps(List<LocalDate> dates) {
        int from = Math.max(1, dates.size() - GAPS);
        double[] gaps = new double[dates.size() - from];
        for (int i = from; i < dates.size(); i++) {
            gaps[i - from] = ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i));
        }
        return gaps;
    }

    private static LocalDate returnedOn(List<LocalDate> dates) {
        for (int i = dates.size() - 1; i > 0; i--) {
            if (ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)) >= SILENCE_DAYS) {
                return dates.get(i);
            }
        }
        return null;
    }

    private static Map<String, GroupFigures> groups(NavigableMap<LocalDate, OrderDay> days) {
        Map<String, GroupFigures> groups = new TreeMap<>();
        days.forEach((date, day) -> day.groups.forEach(group ->
                groups.merge(group, new GroupFigures(date, 1), (a, b) -> new GroupFigures(date, a.orders() + 1))));
        return groups;
    }

    /** In two thirds of six to nine earlier orders, in none of the latest three or more. */
    private static List<VanishedGroup> vanished(List<OrderDay> latestFirst) {
        Set<String> seen = new TreeSet<>();
        List<VanishedGroup> vanished = new ArrayList<>();
        for (int missing = 0; missing < latestFirst.size() && missing <= VANISHED_MAXIMUM; missing++) {
            for (String group : new TreeSet<>(latestFirst.get(missing).groups)) {
                if (seen.add(group) && missing >= VANISHED_MINIMUM) {
                    List<OrderDay> earlier =
                            latestFirst.subList(missing, Math.min(missing + VANISHED_EARLIER, latestFirst.size()));
                    int present = (int) earlier.stream()
                            .filter(d -> d.groups.contains(group))
                            .count();
                    if (earlier.size() >= VANISHED_EARLIER_MINIMUM && present >= VANISHED_SHARE * earlier.size()) {
                        vanished.add(new VanishedGroup(group, present, earlier.size(), missing));
                    }
                }
            }
        }
        vanished.sort(Comparator.comparingDouble((VanishedGroup v) -> -(double) v.present() / v.earlier())
                .thenComparing(VanishedGroup::groupId));
        return vanished;
    }

    private static Double volumeFactor(List<OrderDay> latestFirst) {
        if (latestFirst.size() < VOLUME_LATEST + VOLUME_EARLIER_MINIMUM) {
            return null;
        }
        double earlier = medianAmount(
                latestFirst.subList(VOLUME_LATEST, Math.min(VOLUME_LATEST + VOLUME_EARLIER, latestFirst.size())));
        return earlier <= 0 ? null : medianAmount(latestFirst.subList(0, VOLUME_LATEST)) / earlier;
    }

    private static double medianAmount(List<OrderDay> days) {
        return median(days.stream().mapToDouble(d -> d.amount.doubleValue()).toArray());
    }

    private static double medianDeviation(double[] values, double centre) {
        return median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package de.zuruf.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What is computed once from a customer's orders and stored. Nothing in here depends on the day of computation, so that
 * stored figures do not age: whatever has to do with today (days since the last order, twelve-month windows) is
 * asked from it with today as an argument.
 *
 * @param firstOrderOn null without orders
 * @param lastOrderOn  null without orders
 * @param returnedOn   first order after the latest silence of a year or more; null when there was none
 * @param orderDays    number of days with at least one order; cancelled orders and returns are none
 * @param gapCount     number of gaps behind {@code usualGap}, at most 12
 * @param usualGap     median of the latest gaps between order days, in days; 0 when {@code gapCount} is 0
 * @param gapSpread    spread of the gaps in days: 1.4826 times the median absolute deviation, at least 1; 0 without gaps
 * @param months       sums of the latest 37 calendar months with orders, oldest first
 * @param groups       by product group id
 * @param vanished     strongest first
 * @param volumeFactor median amount of the latest 3 orders against that of the up to 9 before; null when fewer than 7 orders
 */
public record CustomerFigures(
        LocalDate firstOrderOn,
        LocalDate lastOrderOn,
        LocalDate returnedOn,
        int orderDays,
        int gapCount,
        double usualGap,
        double gapSpread,
        NavigableMap<YearMonth, MonthSum> months,
        Map<String, GroupFigures> groups,
        List<VanishedGroup> vanished,
        Double volumeFactor) {

    /** Figures of somebody who never ordered. */
    public static final CustomerFigures NONE =
            new CustomerFigures(null, null, null, 0, 0, 0, 0, new TreeMap<>(), Map.of(), List.of(), null);

    public CustomerFigures {
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
        groups = Map.copyOf(groups);
        vanished = List.copyOf(vanished);
    }

    /** {@return days since the latest order; empty without orders} */
    public OptionalLong daysSinceLastOrder(LocalDate today) {
        return lastOrderOn == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(lastOrderOn, today));
    }

    /** {@return days since the first order; empty without orders} */
    public OptionalLong daysSinceFirstOrder(LocalDate today) {
        return firstOrderOn == null
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(firstOrderOn, today));
    }

    /** {@return the sums of the {@code count} calendar months that end with {@code last}, oldest first} */
    public List<MonthSum> monthly(YearMonth last, int count) {
        List<MonthSum> sums = new ArrayList<>(count);
        for (int back = count - 1; back >= 0; back--) {
            sums.add(months.getOrDefault(last.minusMonths(back), MonthSum.ZERO));
        }
        return sums;
    }

    /** {@return the sum of today's calendar month and the 11 before, as in the trend line} */
    public MonthSum last12Months(LocalDate today) {
        return sum(YearMonth.from(today));
    }

    /** {@return the sum of the twelve calendar months before {@link #last12Months}} */
    public MonthSum previous12Months(LocalDate today) {
        return sum(YearMonth.from(today).minusMonths(12));
    }

    /**
     * {@return revenue of the twelve complete months before this one against the twelve before those; empty when there
     * was none before} The current month is left out because it is not over.
     */
    public Optional<Double> growthFactor(LocalDate today) {
        BigDecimal now = sum(YearMonth.from(today).minusMonths(1)).revenue();
        BigDecimal before = sum(YearMonth.from(today).minusMonths(13)).revenue();
        return before.signum() <= 0 ? Optional.empty() : Optional.of(now.doubleValue() / before.doubleValue());
    }

    private MonthSum sum(YearMonth last) {
        return monthly(last, 12).stream().reduce(MonthSum.ZERO, MonthSum::plus);
    }

    /** {@return all of it as one line of ASCII text for a database column, to be read by {@link #parse}} */
    public String toText() {
        return FiguresText.write(this);
    }

    /**
     * {@return what {@link #toText} wrote}
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static CustomerFigures parse(String text) {
        return FiguresText.read(text);
    }
}

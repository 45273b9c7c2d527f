package de.zuruf.segment.rhythm;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.value.PurchaseHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What of one customer's orders the models may count, as of a day. Unchangeable. {@link Uncounted} says the rules for what is not an
 * ordinary order, and how many of each there were.
 */
public final class OrderHistory {

    /** Currency of all amounts. */
    public static final Currency CURRENCY = Currency.getInstance("EUR");

    static final int MOST_YEARS = 50;

    /** Calendar months whose revenue is kept: twice twelve, the month that is not over, and a year in between. */
    static final int MONTHS = 37;

    private static final long MOST_DAYS = MOST_YEARS * 365L;
    private static final long MOST_CENTS = 100_000_000_000_000L;

    final int until;

    /** Order days since 1970-01-01, ascending, each once. */
    final int[] days;

    /** Beside {@link #days}: cents times two, plus one where an amount is missing. */
    private final long[] amounts;

    /** Net of returns, cents, the month of {@link #until} last. */
    private final long[] months;

    private final Map<String, int[]> groups;
    private final Uncounted uncounted;

    private OrderHistory(Builder builder) {
        until = builder.until;
        builder.compact();
        days = Arrays.copyOf(builder.days, builder.size);
        amounts = Arrays.copyOf(builder.amounts, builder.size);
        months = builder.months;
        Map<String, int[]> sorted = new TreeMap<>();
        builder.groups.forEach((group, on) -> sorted.put(group, on.toArray()));
        groups = Collections.unmodifiableMap(sorted);
        uncounted = builder.uncounted();
    }

    /**
     * {@return what of these orders counts}
     *
     * @param orders  all known orders of one customer in EUR, in any order; of those with the same id the last one counts
     * @param groupOf product id to group id; null for a product that is unknown
     * @param today   last day that counts
     */
    public static OrderHistory of(Collection<Order> orders, UnaryOperator<String> groupOf, LocalDate today) {
        Map<String, Order> byId = new LinkedHashMap<>();
        orders.forEach(order -> byId.put(order.id(), order));
        var builder = new Builder(today);
        builder.duplicate = orders.size() - byId.size();
        for (Order order : byId.values()) {
            if (builder.add(order.orderedOn(), order.status(), order.amount(), CURRENCY)) {
                for (OrderLine line : order.lines()) {
                    var group = groupOf.apply(line.productId());
                    if (group != null) {
                        builder.group(group, order.orderedOn());
                    }
                }
            }
        }
        return builder.build();
    }

    /** {@return the last day that counts} */
    public LocalDate until() {
        return LocalDate.ofEpochDay(until);
    }

    /** {@return the number of days with an order} */
    public int orderDays() {
        return days.length;
    }

    /** {@return the day of an order, the first with index 0} */
    public LocalDate day(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    /** {@return the day of the latest order; empty without orders} */
    public Optional<LocalDate> lastOrderOn() {
        return days.length == 0 ? Optional.empty() : Optional.of(day(days.length - 1));
    }

    /**
     * {@return what was ordered on the day of this index, in cents, returns not taken off; empty when it is not known, or nothing was
     * charged}
     */
    public OptionalLong cents(int index) {
        return (amounts[index] & 1) == 1 || amounts[index] <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(amounts[index] >> 1);
    }

    /**
     * {@return the revenue of some calendar months, net of returns, in EUR}
     *
     * @param from  the first of them; nothing is known of months more than {@value #MONTHS} back, nor after {@link #until}
     * @param count how many
     */
    public BigDecimal revenue(YearMonth from, int count) {
        var sum = 0L;
        var first = MONTHS - 1 - (int) ChronoUnit.MONTHS.between(from, YearMonth.from(until()));
        for (var i = Math.max(0, first); i < Math.min(MONTHS, first + count); i++) {
            sum += months[i];
        }
        return BigDecimal.valueOf(sum, 2);
    }

    /** {@return the ids of product groups that he has ordered, ascending} */
    public Collection<String> groups() {
        return groups.keySet();
    }

    /** {@return the days of a group since 1970-01-01, ascending, each once} */
    int[] groupDays(String group) {
        return groups.get(group);
    }

    /** {@return what did not count in full} */
    public Uncounted uncounted() {
        return uncounted;
    }

    /** {@return the same for the value models; empty without orders} */
    public Optional<PurchaseHistory> purchases() {
        if (days.length == 0) {
            return Optional.empty();
        }
        var logGaps = 0.0;
        for (var i = 1; i < days.length; i++) {
            logGaps += Math.log((days[i] - days[i - 1]) / 7.0);
        }
        var first = days[0];
        return Optional.of(new PurchaseHistory(days.length - 1, days[days.length - 1] - first, until - first, logGaps));
    }

    /**
     * Gathers a history order by order. Memory grows with the number of order days, not of orders; time with the number of
     * orders. Each order must be added once; {@link OrderHistory#of} takes care of duplicates.
     */
    public static final class Builder {
        private final int until;
        private final int lastMonth;
        private final long[] months = new long[MONTHS];
        private final Map<String, DayList> groups = new HashMap<>();
        private int[] days = new int[16];
        private long[] amounts = new long[16];
        private int size;
        private boolean sorted = true;
        private int cancelled;
        private int returned;
        private int negative;
        private int free;
        private int future;
        private int misdated;
        private int duplicate;
        private int foreign;
        private int unusable;

        /** @param today the last day that counts */
        public Builder(LocalDate today) {
            until = Math.toIntExact(today.toEpochDay());
            lastMonth = today.getYear() * 12 + today.getMonthValue();
        }

        /**
         * Adds an order.
         *
         * @param on       its day
         * @param status   what became of it
         * @param amount   of all lines, without tax; null when unknown
         * @param currency of the amount
         * @return whether its day is an order day, so that its product groups count
         */
        public boolean add(LocalDate on, OrderStatus status, BigDecimal amount, Currency currency) {
            var usable =
                    amount != null && amount.abs().movePointRight(2).compareTo(BigDecimal.valueOf(MOST_CENTS)) <= 0;
            var cents = usable
                    ? amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact()
                    : 0;
            return add(on, status, cents, usable, CURRENCY.equals(currency));
        }

        private boolean add(LocalDate on, OrderStatus status, long cents, boolean usable, boolean known) {
            if (status == OrderStatus.CANCELLED) {
                cancelled++;
                return false;
            }
            var epochDay = on.toEpochDay();
            if (epochDay > until) {
                future++;
                return false;
            }
            if (epochDay < until - MOST_DAYS) {
                misdated++;
                return false;
            }
            if (status == OrderStatus.RETURNED || usable && cents < 0) {
                if (status == OrderStatus.RETURNED) {
                    returned++;
                } else {
                    negative++;
                }
                // Some systems write what comes back without a sign.
                month(on, known && usable ? -Math.abs(cents) : 0);
                return false;
            }
            var counted = known && usable;
            if (!known) {
                foreign++;
            } else if (!usable) {
                unusable++;
            } else if (cents == 0) {
                free++;
            }
            month(on, counted ? cents : 0);
            day((int) epochDay, counted ? cents << 1 : 1);
            return true;
        }

        /** Says that an order day's goods were of a group. */
        public Builder group(String group, LocalDate on) {
            groups.computeIfAbsent(group, g -> new DayList()).add((int) on.toEpochDay());
            return this;
        }

        /** {@return the history; this builder is used up} */
        public OrderHistory build() {
            return new OrderHistory(this);
        }

        private Uncounted uncounted() {
            return cancelled + returned + negative + free + future + misdated + duplicate + foreign + unusable == 0
                    ? Uncounted.NONE
                    : new Uncounted(
                            cancelled, returned, negative, free, future, misdated, duplicate, foreign, unusable);
        }

        private void month(LocalDate on, long cents) {
            var back = lastMonth - (on.getYear() * 12 + on.getMonthValue());
            if (back < MONTHS) {
                months[MONTHS - 1 - back] += cents;
            }
        }

        private void day(int day, long amount) {
            if (size > 0 && days[size - 1] == day) {
                amounts[size - 1] = together(amounts[size - 1], amount);
                return;
            }
            sorted &= size == 0 || days[size - 1] < day;
            if (size == days.length) {
                compact();
                if (size > days.length / 2) {
                    days = Arrays.copyOf(days, 2 * days.length);
                    amounts = Arrays.copyOf(amounts, days.length);
                }
            }
            days[size] = day;
            amounts[size++] = amount;
            sorted &= size < 2 || days[size - 2] < day;
        }

        /** Amounts of a day are added; one that is missing makes the sum unknown. */
        private static long together(long one, long other) {
            return (one & ~1L) + (other & ~1L) | (one | other) & 1;
        }

        /** Sorts, and merges what is of one day. */
        private void compact() {
            if (sorted) {
                return;
            }
            var keys = new long[size];
            for (var i = 0; i < size; i++) {
                keys[i] = (long) days[i] << 32 | i;
            }
            Arrays.sort(keys);
            var from = amounts.clone();
            var merged = 0;
            for (var i = 0; i < size; i++) {
                var day = (int) (keys[i] >> 32);
                var amount = from[(int) keys[i]];
                if (merged > 0 && days[merged - 1] == day) {
                    amounts[merged - 1] = together(amounts[merged - 1], amount);
                } else {
                    days[merged] = day;
                    amounts[merged++] = amount;
                }
            }
            size = merged;
            sorted = true;
        }
    }

    /** Days, each once. */
    private static final class DayList {
        private int[] days = new int[8];
        private int size;

        void add(int day) {
            if (size > 0 && days[size - 1] == day) {
                return;
            }
            if (size == days.length) {
                compact();
                if (size > days.length / 2) {
                    days = Arrays.copyOf(days, 2 * days.length);
                }
            }
            days[size++] = day;
        }

        int[] toArray() {
            compact();
            return Arrays.copyOf(days, size);
        }

        private void compact() {
            Arrays.sort(days, 0, size);
            var kept = 0;
            for (var i = 0; i < size; i++) {
                if (kept == 0 || days[kept - 1] != days[i]) {
                    days[kept++] = days[i];
                }
            }
            size = kept;
        }
    }
}

package de.zuruf.demo.company;

import de.zuruf.customer.OrderStatus;
import de.zuruf.segment.rhythm.OrderHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Customers of whom everything is known: how they order, whether they rest in winter, whether and when they leave. Gaps are gamma distributed, rates
 * differ by a gamma distribution, about one order in three weeks; amounts vary by 40 %. The same seed gives the same customers.
 */
public final class KnownBuyers {

    private static final double RATES = 2.5;
    private static final double WEEKS = 3;
    private static final double VARIATION = 0.4;
    private static final int WEEK = 7;

    private final RandomDataGenerator random;

    /** @param seed of the random numbers */
    public KnownBuyers(long seed) {
        random = RandomDataGenerator.of(new Well19937c(seed));
    }

    /**
     * How customers order.
     *
     * @param regularity    shape of the gaps, at least 1: 1 is pure chance
     * @param restsInWinter whether nothing is ordered from about 1 December to 1 March, give or take ten days
     */
    public record Habit(int regularity, boolean restsInWinter) {}

    /**
     * A customer.
     *
     * @param days    of his orders, ascending, past the day that a test takes for today
     * @param amounts of these orders, EUR
     * @param leftOn  day of his last order, if he has left after it
     */
    public record Buyer(List<LocalDate> days, List<BigDecimal> amounts, Optional<LocalDate> leftOn) {

        /** {@return what is known of him on a day, that day's order included} */
        public OrderHistory history(LocalDate today) {
            var builder = new OrderHistory.Builder(today);
            for (var i = 0; i < days.size() && !days.get(i).isAfter(today); i++) {
                builder.add(days.get(i), OrderStatus.DELIVERED, amounts.get(i), OrderHistory.CURRENCY);
            }
            return builder.build();
        }

        /** {@return the index of the first order after a day; empty when none follows} */
        public Optional<Integer> firstAfter(LocalDate day) {
            for (var i = 0; i < days.size(); i++) {
                if (days.get(i).isAfter(day)) {
                    return Optional.of(i);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * {@return customers who never leave}
     *
     * @param number how many
     * @param habit  of all of them
     * @param begin  the first comes on this day, the last one and a half years later
     * @param end    last day that is made up
     */
    public List<Buyer> undisturbed(int number, Habit habit, LocalDate begin, LocalDate end) {
        List<Buyer> buyers = new ArrayList<>(number);
        for (var i = 0; i < number; i++) {
            buyers.add(buyer(habit, begin.plusDays(random.nextInt(0, 547)), end));
        }
        return buyers;
    }

    /**
     * {@return the same customers, all of whom leave after an order of theirs between two days}
     *
     * @param buyers who would stay
     * @param from   first day on which one may decide to leave: after his latest order up to a day evenly drawn
     * @param to     last of these days
     */
    public List<Buyer> leaving(List<Buyer> buyers, LocalDate from, LocalDate to) {
        List<Buyer> left = new ArrayList<>(buyers.size());
        for (Buyer buyer : buyers) {
            var day = from.plusDays(random.nextInt(0, (int) (to.toEpochDay() - from.toEpochDay())));
            var kept = (int) buyer.days().stream().filter(d -> !d.isAfter(day)).count();
            if (kept > 0) {
                left.add(new Buyer(
                        buyer.days().subList(0, kept),
                        buyer.amounts().subList(0, kept),
                        Optional.of(buyer.days().get(kept - 1))));
            }
        }
        return left;
    }

    private Buyer buyer(Habit habit, LocalDate first, LocalDate end) {
        var stepsOfAWeek = random.nextGamma(RATES, habit.regularity() / (RATES * WEEKS));
        var mean = Math.exp(random.nextNormal(6, 1));
        List<LocalDate> days = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        var day = first.toEpochDay() + 0.0;
        var rest = rest(first.getYear());
        while (day <= end.toEpochDay()) {
            if (habit.restsInWinter()) {
                // What would fall into the rest comes after it.
                while (day >= rest[1]) {
                    rest = rest(LocalDate.ofEpochDay((long) day).getYear());
                    if (day >= rest[1]) {
                        rest = rest(LocalDate.ofEpochDay((long) day).getYear() + 1);
                    }
                }
                if (day >= rest[0]) {
                    day += rest[1] - rest[0];
                    rest = rest(LocalDate.ofEpochDay((long) day).getYear() + 1);
                    continue;
                }
            }
            var on = LocalDate.ofEpochDay((long) day);
            if (days.isEmpty() || days.get(days.size() - 1).isBefore(on)) {
                days.add(on);
                amounts.add(amount(mean));
            }
            day += WEEK * random.nextGamma(habit.regularity(), 1 / stepsOfAWeek);
        }
        return new Buyer(days, amounts, Optional.empty());
    }

    /** The winter that ends in a year, from and to. */
    private double[] rest(int year) {
        return new double[] {
            LocalDate.of(year - 1, 12, 1).toEpochDay() + random.nextUniform(-10, 10),
            LocalDate.of(year, 3, 1).toEpochDay() + random.nextUniform(-10, 10)
        };
    }

    private BigDecimal amount(double mean) {
        var shape = 1 / (VARIATION * VARIATION);
        return BigDecimal.valueOf(Math.max(1, Math.round(random.nextGamma(shape, 100 * mean / shape))), 2);
    }
}

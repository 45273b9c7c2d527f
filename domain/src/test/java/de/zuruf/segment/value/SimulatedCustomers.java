package de.zuruf.segment.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;

/** Customers who do what a model says, so that what is found can be held against what is true. */
final class SimulatedCustomers {

    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

    private final PurchaseModel truth;
    private final RandomDataGenerator random;

    SimulatedCustomers(PurchaseModel truth, long seed) {
        this.truth = truth;
        random = RandomDataGenerator.of(new Well19937c(seed));
    }

    /**
     * One customer.
     *
     * @param history up to the end of the observation
     * @param left    whether he has left by then
     * @param later   order days in the weeks after it
     */
    record Customer(PurchaseHistory history, boolean left, int later) {}

    /** {@return customers who have come in the first half of so many weeks, and their orders in the weeks after the end} */
    List<Customer> customers(int number, int weeks, int laterWeeks) {
        List<Customer> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(customer(random.nextInt(0, weeks * 7 / 2), weeks * 7, laterWeeks * 7));
        }
        return all;
    }

    private Customer customer(int first, int end, int later) {
        double rate = random.nextGamma(truth.r(), 1 / truth.alpha());
        double leaving = random.nextBeta(truth.a(), truth.b());
        List<LocalDate> days = new ArrayList<>(List.of(BEGIN.plusDays(first)));
        int laterOrders = 0;
        double day = first;
        boolean left = truth.process().leavesAtOnce() && random.nextUniform(0, 1) < leaving;
        boolean leftInTime = left;
        while (!left) {
            // To the day, as orders are; a model of exact times is fitted to them.
            day += Math.max(1, random.nextGamma(truth.process().regularity(), 7 / rate));
            if (day > end + later) {
                break;
            }
            left = random.nextUniform(0, 1) < leaving;
            if (day <= end) {
                days.add(BEGIN.plusDays(Math.round(day)));
                leftInTime = left;
            } else {
                laterOrders++;
            }
        }
        return new Customer(PurchaseHistory.of(days, BEGIN.plusDays(end)).orElseThrow(), leftInTime, laterOrders);
    }

    /** {@return histories of customers who have ordered again so often, each observed until he orders the next time} */
    List<PurchaseHistory> pausesAfter(int repeats, int number) {
        List<PurchaseHistory> all = new ArrayList<>();
        while (all.size() < number) {
            double rate = random.nextGamma(truth.r(), 1 / truth.alpha());
            double last = 0;
            for (int i = 0; i < repeats; i++) {
                last += random.nextGamma(truth.process().regularity(), 1 / rate);
            }
            double next = last + random.nextGamma(truth.process().regularity(), 1 / rate);
            all.add(new PurchaseHistory(repeats, days(last, repeats), days(next, repeats), 0));
        }
        return all;
    }

    private static int days(double weeks, int least) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(least, Math.round(weeks * 7)));
    }

    static PurchaseCells cells(List<Customer> customers) {
        var cells = new PurchaseCells.Builder(customers.size());
        customers.forEach(customer -> cells.add(customer.history()));
        return cells.build();
    }
}

package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A product group that a customer used to order and no longer does, or that he has begun to order. Beta-binomial over his own order days, Jeffreys'
 * prior: of n earlier ones so many had the group, so the latest m have it so often with a known probability. Looked at are
 * the latest {@value #WINDOW} order days.
 *
 * @param groupId     of the group
 * @param vanished    true when it is missing, false when it is new
 * @param present     in how many of the earlier order days it was; 0 when it is new
 * @param earlier     number of earlier order days looked at
 * @param latest      number of latest order days
 * @param inLatest    in how many of these it was; 0 when it has vanished
 * @param probability that this happens by chance, 0 to 1
 */
public record GroupChange(
        String groupId, boolean vanished, int present, int earlier, int latest, int inLatest, double probability) {

    /** Share of false ones among all changes that a run reports. */
    public static final double FALSE_DISCOVERIES = 0.1;

    private static final int WINDOW = 30;
    private static final int FEWEST_EARLIER = 6;
    private static final int FEWEST_PRESENT = 3;

    /** Order days in which a group that is new must appear for the first time. */
    private static final int NEW = 5;

    private static final double PRIOR = 0.5;

    /** {@return all that is tested of a customer, whatever came out of it; groups that are neither ordered nor new are not among them} */
    static List<GroupChange> tests(OrderHistory history) {
        var days = history.days;
        var from = Math.max(0, days.length - WINDOW);
        List<GroupChange> tests = new ArrayList<>();
        if (days.length < FEWEST_EARLIER + 1) {
            return tests;
        }
        for (String group : history.groups()) {
            var on = history.groupDays(group);
            var lastIndex = Arrays.binarySearch(days, on[on.length - 1]);
            var firstIndex = Arrays.binarySearch(days, on[0]);
            if (firstIndex >= days.length - NEW && days.length - NEW - from >= FEWEST_EARLIER) {
                var earlier = days.length - NEW - from;
                tests.add(new GroupChange(
                        group, false, 0, earlier, NEW, on.length, atLeast(on.length, NEW, PRIOR, PRIOR + earlier)));
            } else if (lastIndex >= from) {
                var earlier = lastIndex - from + 1;
                var present = present(on, days[from]);
                if (earlier >= FEWEST_EARLIER && present >= FEWEST_PRESENT) {
                    var missing = days.length - 1 - lastIndex;
                    tests.add(new GroupChange(
                            group,
                            true,
                            present,
                            earlier,
                            missing,
                            0,
                            none(missing, PRIOR + present, PRIOR + earlier - present)));
                }
            }
        }
        return tests;
    }

    /** {@return how many further groups could have been new to a customer, and are not} */
    static int ordinary(OrderHistory history, int groupsOfCompany) {
        return history.orderDays() - NEW < FEWEST_EARLIER
                ? 0
                : Math.max(0, groupsOfCompany - history.groups().size());
    }

    private static int present(int[] on, int from) {
        var at = Arrays.binarySearch(on, from);
        return on.length - (at >= 0 ? at : -at - 1);
    }

    /** P(0 of m), m so small that the product is exact. */
    private static double none(int m, double a, double b) {
        var p = 1.0;
        for (var i = 0; i < m; i++) {
            p *= (b + i) / (a + b + i);
        }
        return p;
    }

    /** P(c or more of m). */
    private static double atLeast(int c, int m, double a, double b) {
        var term = none(m, a, b);
        var below = 0.0;
        for (var i = 0; i < c; i++) {
            below += term;
            term *= (double) (m - i) / (i + 1) * (a + i) / (b + m - i - 1);
        }
        return Math.max(0, 1 - below);
    }

    /**
     * {@return the changes of a customer that are to be reported, the least probable first}
     *
     * @param threshold largest probability, from {@link FalseDiscoveryRate} over the tests of all customers
     */
    static List<GroupChange> of(OrderHistory history, double threshold) {
        return tests(history).stream()
                .filter(change -> change.probability <= threshold)
                .sorted(Comparator.comparingDouble(GroupChange::probability).thenComparing(GroupChange::groupId))
                .toList();
    }

    /**
     * {@return one sentence with the figures}
     *
     * @param group name of the group
     */
    public Bilingual words(String group) {
        var share = Figures.share(probability);
        return vanished
                ? new Bilingual(
                        group + ": in " + present + " von " + earlier + " Bestellungen, in den letzten " + latest
                                + " nicht; kommt zufällig in " + share.de() + " der Fälle vor.",
                        group + ": in " + present + " of " + earlier + " orders, in none of the latest " + latest
                                + "; happens by chance in " + share.en() + " of cases.")
                : new Bilingual(
                        group + ": in " + inLatest + " der letzten " + latest + " Bestellungen, in den " + earlier
                                + " davor nie; kommt zufällig in " + share.de() + " der Fälle vor.",
                        group + ": in " + inLatest + " of the latest " + latest + " orders, in none of the " + earlier
                                + " before; happens by chance in " + share.en() + " of cases.");
    }
}

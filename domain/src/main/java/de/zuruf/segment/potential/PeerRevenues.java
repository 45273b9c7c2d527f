package de.zuruf.segment.potential;

import de.zuruf.customer.SizeClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects what customers bought in a year, by industry and size. Keeps one double a customer (8 to 12 MB for a million), so that the
 * quantiles are exact and do not depend on the order of arrival. Not thread-safe: let each thread collect for itself and put them together.
 */
public final class PeerRevenues {

    /** Longest key of an industry; the rest is cut off. */
    private static final int LONGEST_KEY = 40;

    private final Map<Cell, Values> cells = new HashMap<>();

    /** Industry and size, each null when not known. */
    record Cell(String industry, SizeClass size) {}

    /**
     * Counts a customer. One who bought nothing, or sent more back than he bought, says nothing about what such a company needs and is left out.
     *
     * @param industry     key; null or blank when not known
     * @param size         null when not known
     * @param revenue12m   EUR in the last twelve months; null is nothing
     */
    public void add(String industry, SizeClass size, BigDecimal revenue12m) {
        double revenue = revenue12m == null ? 0 : revenue12m.doubleValue();
        if (revenue > 0 && revenue < Double.POSITIVE_INFINITY) {
            cells.computeIfAbsent(new Cell(key(industry), size), any -> new Values())
                    .add(revenue);
        }
    }

    /** Adds all that another has collected, which stays as it is. */
    public void addAll(PeerRevenues other) {
        // A copy of the keys, so that adding to itself does not go on while it is read.
        for (Map.Entry<Cell, Values> entry : List.copyOf(other.cells.entrySet())) {
            cells.computeIfAbsent(entry.getKey(), any -> new Values()).addAll(entry.getValue());
        }
    }

    /** {@return the estimates that follow from what has been collected so far} */
    public PotentialEstimates estimates(PotentialSettings settings) {
        Map<Cell, PeerGroup> groups = new HashMap<>();
        Map<SizeClass, List<Values>> bySize = new EnumMap<>(SizeClass.class);
        Map<String, List<Values>> byIndustry = new HashMap<>();
        for (Map.Entry<Cell, Values> entry : cells.entrySet()) {
            Cell cell = entry.getKey();
            if (cell.industry() != null && cell.size() != null) {
                group(cell, List.of(entry.getValue()), settings, groups);
            }
            if (cell.size() != null) {
                bySize.computeIfAbsent(cell.size(), any -> new ArrayList<>()).add(entry.getValue());
            }
            if (cell.industry() != null) {
                byIndustry
                        .computeIfAbsent(cell.industry(), any -> new ArrayList<>())
                        .add(entry.getValue());
            }
        }
        bySize.forEach((size, values) -> group(new Cell(null, size), values, settings, groups));
        byIndustry.forEach((industry, values) -> group(new Cell(industry, null), values, settings, groups));
        group(new Cell(null, null), cells.values(), settings, groups);
        return new PotentialEstimates(groups, settings);
    }

    private static void group(
            Cell cell, Collection<Values> values, PotentialSettings settings, Map<Cell, PeerGroup> groups) {
        int count = values.stream().mapToInt(v -> v.count).sum();
        if (count < settings.minimumPeers()) {
            return;
        }
        double[] sorted = new double[count];
        int at = 0;
        for (Values some : values) {
            System.arraycopy(some.revenues, 0, sorted, at, some.count);
            at += some.count;
        }
        Arrays.sort(sorted);
        groups.put(
                cell,
                new PeerGroup(
                        cell.industry(),
                        cell.size(),
                        count,
                        BigDecimal.valueOf(quantile(sorted, settings.quantile()))));
    }

    /** Linearly interpolated between neighbours: type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** {@return the key as cells have it; null when there is none} */
    static String key(String industry) {
        if (industry == null || industry.isBlank()) {
            return null;
        }
        String key = industry.strip().toUpperCase(Locale.ROOT);
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }

    /** Revenues of one cell. */
    private static final class Values {
        private double[] revenues = new double[4];
        private int count;

        void add(double revenue) {
            if (count == revenues.length) {
                revenues = Arrays.copyOf(revenues, count + (count >> 1));
            }
            revenues[count++] = revenue;
        }

        void addAll(Values other) {
            int total = count + other.count;
            double[] both = Arrays.copyOf(revenues, Math.max(total, 4));
            System.arraycopy(other.revenues, 0, both, count, other.count);
            revenues = both;
            count = total;
        }
    }
}

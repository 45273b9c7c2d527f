package de.zuruf.segment.rhythm;

/**
 * How the size of orders varies among the company's customers.
 *
 * @param variation squared coefficient of variation of the orders of one customer, on average of all customers, positive
 * @param season    how the size of orders differs through the year
 */
public record OrderSizes(double variation, SeasonProfile season) {

    /** Supposed where nothing is known: orders vary by half of their mean. */
    public static final OrderSizes UNKNOWN = new OrderSizes(0.25, SeasonProfile.NONE);

    /** A customer needs so many orders to say how they vary. */
    static final int FEWEST = 6;

    public OrderSizes {
        if (!(variation > 0)) {
            throw new IllegalArgumentException("variation " + variation);
        }
    }

    /** What of the first pass the second one needs: how sizes differ through the year. */
    static final class SeasonBuilder {
        private final double[] relative = new double[SeasonProfile.PARTS];
        private final double[] orders = new double[SeasonProfile.PARTS];

        void add(OrderHistory history) {
            var sum = 0.0;
            var count = 0;
            for (var i = 0; i < history.orderDays(); i++) {
                var cents = history.cents(i);
                if (cents.isPresent()) {
                    sum += cents.getAsLong();
                    count++;
                }
            }
            if (count < FEWEST) {
                return;
            }
            for (var i = 0; i < history.orderDays(); i++) {
                var cents = history.cents(i);
                if (cents.isPresent()) {
                    var part = SeasonProfile.part(history.days[i]);
                    relative[part] += cents.getAsLong() * count / sum;
                    orders[part]++;
                }
            }
        }

        void merge(SeasonBuilder other) {
            for (var i = 0; i < SeasonProfile.PARTS; i++) {
                relative[i] += other.relative[i];
                orders[i] += other.orders[i];
            }
        }

        SeasonProfile build() {
            var factors = new double[SeasonProfile.PARTS];
            for (var i = 0; i < SeasonProfile.PARTS; i++) {
                factors[i] = (relative[i] + 100) / (orders[i] + 100);
            }
            return SeasonProfile.of(factors);
        }
    }

    /** Finds the variation that is left when the season is taken off. */
    static final class VariationBuilder {
        private double squares;
        private long freedom;

        void add(OrderHistory history, SeasonProfile season) {
            var sum = 0.0;
            var square = 0.0;
            var count = 0;
            for (var i = 0; i < history.orderDays(); i++) {
                var cents = history.cents(i);
                if (cents.isPresent()) {
                    var size = cents.getAsLong() / season.factor(SeasonProfile.part(history.days[i]));
                    sum += size;
                    square += size * size;
                    count++;
                }
            }
            if (count >= FEWEST) {
                var mean = sum / count;
                squares += Math.max(0, square - sum * mean) / (mean * mean);
                freedom += count - 1;
            }
        }

        void merge(VariationBuilder other) {
            squares += other.squares;
            freedom += other.freedom;
        }

        double build() {
            return freedom == 0 ? UNKNOWN.variation() : Math.max(1e-4, squares / freedom);
        }
    }
}

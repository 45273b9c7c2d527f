package de.zuruf.segment.rhythm;

import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseProcess;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is known of all customers, and what one customer's signals are held against. Learnt by {@link RhythmLearning}, kept as text
 * between runs.
 *
 * @param purchases      when customers order; empty when there are too few to say
 * @param season         how time passes for all of them
 * @param pauses         how probable pauses really are
 * @param sizes          how order sizes vary
 * @param groupThreshold up to which probability a change of a product group is reported, 0 to 1
 */
public record RhythmModels(
        Optional<PurchaseModel> purchases,
        SeasonProfile season,
        PauseCalibration pauses,
        OrderSizes sizes,
        double groupThreshold) {

    private static final String VERSION = "1";
    private static final int FIELDS = 6;

    /** {@return all of it as one line of ASCII text for a database column, some 10 to 100 kB, to be read by {@link #parse}} */
    public String toText() {
        var pausesText = new StringBuilder();
        pauses.write(pausesText);
        return String.join(
                "|",
                VERSION,
                purchases
                        .map(p -> p.process().regularity() + " " + p.process().leavesAtOnce() + " " + p.r() + " "
                                + p.alpha() + " " + p.a() + " " + p.b())
                        .orElse(""),
                factors(season),
                pausesText.toString().strip(),
                sizes.variation() + " " + factors(sizes.season()),
                Double.toString(groupThreshold));
    }

    private static String factors(SeasonProfile season) {
        return IntStream.range(0, SeasonProfile.PARTS)
                .mapToObj(part -> Double.toString(season.factor(part)))
                .collect(Collectors.joining(" "));
    }

    /**
     * {@return what {@link #toText} wrote}
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static RhythmModels parse(String text) {
        var field = text.split("\\|", -1);
        if (field.length != FIELDS || !VERSION.equals(field[0])) {
            throw new IllegalArgumentException("not stored rhythm models of version " + VERSION);
        }
        try {
            var sizes = field[4].split(" ", 2);
            return new RhythmModels(
                    field[1].isEmpty() ? Optional.empty() : Optional.of(purchases(field[1].split(" "))),
                    season(field[2]),
                    PauseCalibration.read(field[3]),
                    new OrderSizes(Double.parseDouble(sizes[0]), season(sizes[1])),
                    Double.parseDouble(field[5]));
        } catch (IndexOutOfBoundsException | NoSuchElementException e) {
            throw new IllegalArgumentException("stored rhythm models are malformed", e);
        }
    }

    private static PurchaseModel purchases(String[] part) {
        return new PurchaseModel(
                new PurchaseProcess(Integer.parseInt(part[0]), Boolean.parseBoolean(part[1])),
                Double.parseDouble(part[2]),
                Double.parseDouble(part[3]),
                Double.parseDouble(part[4]),
                Double.parseDouble(part[5]));
    }

    private static SeasonProfile season(String text) {
        return SeasonProfile.of(
                Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }
}

package de.zuruf.segment.rhythm;

import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of the year in which a customer hardly orders, year after year. Found by a scan: of all stretches of one and a half to seven
 * months, the one that makes his order days most likely if the rate within differs from the rate outside (Poisson scan
 * statistic, Kulldorff 1997). It counts when its log likelihood ratio is at least {@value #LEAST_RATIO}
 * and he was quiet in each of at least two years, but for one of four; of a single year it must be
 * {@value #LEAST_RATIO_OF_ONE_YEAR}. Only what lies between his first and his latest order is looked at, so that somebody
 * who has left does not look like somebody who rests.
 *
 * @param firstPart  where it begins, 0 to {@value SeasonProfile#PARTS} − 1
 * @param parts      how long it is
 * @param years      how often it lay within what is known of him
 * @param quietYears how often of these he was quiet
 * @param profile    how time passes for him: the profile of all customers, times his own
 */
public record QuietSeason(int firstPart, int parts, int years, int quietYears, SeasonProfile profile) {

    static final double LEAST_RATIO = 6;
    static final double LEAST_RATIO_OF_ONE_YEAR = 10;

    private static final int FEWEST_REPEATS = 8;
    private static final int FEWEST_DAYS = 400;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 14;

    /** Quiet is less than this share of what would be expected. */
    private static final double QUIET = 0.3;

    private static final double FEWEST_EXPECTED = 3;

    /** So many orders of each part are supposed to be as in the whole stretch. */
    private static final double SMOOTHING = 2;

    /**
     * {@return the quiet season of a customer as of an order of his}
     *
     * @param days    order days since 1970-01-01, ascending
     * @param last    index of the order; later ones are not looked at
     * @param company profile of all customers
     */
    static Optional<QuietSeason> of(int[] days, int last, SeasonProfile company) {
        if (last < FEWEST_REPEATS || days[last] - days[0] < FEWEST_DAYS) {
            return Optional.empty();
        }
        var expected = new double[SeasonProfile.PARTS];
        SeasonProfile.addDays(days[0], days[last], expected);
        var perDay = last / company.between(days[0], days[last]);
        for (var i = 0; i < SeasonProfile.PARTS; i++) {
            expected[i] *= perDay * company.factor(i);
        }
        var orders = new int[SeasonProfile.PARTS];
        for (var i = 1; i <= last; i++) {
            orders[SeasonProfile.part(days[i])]++;
        }
        var best = 0.0;
        var bestFirst = 0;
        var bestParts = 0;
        for (var first = 0; first < SeasonProfile.PARTS; first++) {
            var within = 0;
            var expectedWithin = 0.0;
            for (var parts = 1; parts <= LONGEST; parts++) {
                var part = (first + parts - 1) % SeasonProfile.PARTS;
                within += orders[part];
                expectedWithin += expected[part];
                if (parts >= SHORTEST && expectedWithin >= FEWEST_EXPECTED && within <= QUIET * expectedWithin) {
                    var ratio = ratio(within, expectedWithin, last);
                    if (ratio > best) {
                        best = ratio;
                        bestFirst = first;
                        bestParts = parts;
                    }
                }
            }
        }
        if (best < LEAST_RATIO) {
            return Optional.empty();
        }
        return years(days, last, bestFirst, bestParts, best, company, perDay)
                .map(years -> new QuietSeason(
                        years.first,
                        years.parts,
                        years.all,
                        years.quiet,
                        profile(orders, expected, years.first, years.parts, last, company)));
    }

    private static double ratio(int within, double expectedWithin, int all) {
        var outside = all - within;
        return (within == 0 ? 0 : within * Math.log(within / expectedWithin))
                + outside * Math.log(outside / (all - expectedWithin));
    }

    private record Years(int first, int parts, int all, int quiet) {}

    private static Optional<Years> years(
            int[] days, int last, int first, int parts, double ratio, SeasonProfile company, double perDay) {
        var all = 0;
        var quiet = 0;
        var from = (Math.floor(days[0] / SeasonProfile.YEAR) * SeasonProfile.PARTS + first) * SeasonProfile.PART;
        var length = parts * SeasonProfile.PART;
        for (; from + length <= days[last] + 1; from += SeasonProfile.YEAR) {
            if (from < days[0]) {
                continue;
            }
            var begin = (int) Math.ceil(from);
            var end = (int) Math.floor(from + length);
            var orders = 0;
            for (var i = 0; i <= last && days[i] < end; i++) {
                if (days[i] >= begin) {
                    orders++;
                }
            }
            all++;
            if (orders <= Math.max(QUIET, .5) * perDay * company.between(begin, end)) {
                quiet++;
            }
        }
        var steady = all >= 2 ? quiet == all || all >= 4 && quiet == all - 1 : all == quiet;
        return all > 0 && steady && (all >= 2 || ratio >= LEAST_RATIO_OF_ONE_YEAR)
                ? Optional.of(new Years(first, parts, all, quiet))
                : Optional.empty();
    }

    /** Each part by its own orders, as far as there are some, and otherwise by its stretch. */
    private static SeasonProfile profile(
            int[] orders, double[] expected, int first, int parts, int all, SeasonProfile company) {
        var within = 0.0;
        var expectedWithin = 0.0;
        for (var i = 0; i < parts; i++) {
            within += orders[(first + i) % SeasonProfile.PARTS];
            expectedWithin += expected[(first + i) % SeasonProfile.PARTS];
        }
        var inside = within / expectedWithin;
        var outside = (all - within) / (all - expectedWithin);
        var factors = new double[SeasonProfile.PARTS];
        for (var i = 0; i < SeasonProfile.PARTS; i++) {
            var level = Math.floorMod(i - first, SeasonProfile.PARTS) < parts ? inside : outside;
            factors[i] = company.factor(i) * (orders[i] + SMOOTHING * level) / (expected[i] + SMOOTHING);
        }
        return SeasonProfile.of(factors);
    }

    /** {@return e.g. {@code von Dezember bis Februar}, as it stands within a sentence} */
    public Bilingual words() {
        return new Bilingual(
                "von " + month(firstPart, Locale.GERMAN) + " bis " + month(firstPart + parts - 1, Locale.GERMAN),
                "from " + month(firstPart, Locale.ENGLISH) + " to " + month(firstPart + parts - 1, Locale.ENGLISH));
    }

    private static String month(int part, Locale locale) {
        var middle = (part % SeasonProfile.PARTS + 0.5) * SeasonProfile.PART;
        return LocalDate.of(2001, 1, 1).plusDays((long) middle).getMonth().getDisplayName(TextStyle.FULL, locale);
    }
}

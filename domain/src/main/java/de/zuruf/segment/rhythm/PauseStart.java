package de.zuruf.segment.rhythm;

import java.util.Arrays;
import java.util.Optional;

/**
 * A customer at the moment of an order, after which he pauses; nothing that comes later is looked at. Time passes as {@link SeasonProfile} says.
 */
final class PauseStart {

    /** Groups whose pauses are compared among each other. */
    static final int GROUPS = 9;

    /** From here on up to {@link #CLOCKWORK_END} are those who order by the calendar; among them the number of orders is what differs. */
    static final int CLOCKWORK = 4;

    static final int CLOCKWORK_END = 7;

    /** With fewer nobody has a rhythm of his own. */
    static final int FEWEST_REPEATS = 2;

    private static final int SOME = 3;
    private static final int MANY = 7;
    private static final int VERY_MANY = 12;
    private static final int MOST = 20;
    private static final int LATEST_GAPS = 60;

    /** Spread of gaps, ln of the mean less mean of the ln: about 1/(2k) of gaps that are gamma distributed with shape k. */
    private static final double LIKE_CLOCKWORK = 0.02;

    private static final double REGULAR = 0.12;

    /** A pause that is shorter, or no longer than this many usual gaps, is no matter of seasons. */
    private static final int SEASONAL_DAYS = 30;

    private static final double SEASONAL_GAPS = 1.5;
    private static final int FEWEST_YEARS = 2;

    /** So much of a pause must lie within one of the year before to be as long then. */
    private static final double COVERED = 2 / 3.0;

    private final PauseModel model;
    private final int[] days;
    private final int order;
    private final Optional<QuietSeason> season;
    private final SeasonProfile time;
    private final double lastDays;
    private final double[] regularities;
    private final int group;

    /**
     * @param days    order days since 1970-01-01, ascending
     * @param order   index of the order, at least 1; later ones are not looked at
     * @param company profile of all customers
     */
    PauseStart(PauseModel model, int[] days, int order, SeasonProfile company) {
        this.model = model;
        this.days = days;
        this.order = order;
        season = QuietSeason.of(days, order, company);
        time = season.map(QuietSeason::profile).orElse(company);
        lastDays = time.between(days[0], days[order]);
        var first = Math.max(0, order - LATEST_GAPS);
        var gaps = order - first;
        var logs = 0.0;
        for (var i = first; i < order; i++) {
            logs += Math.log(time.between(days[i], days[i + 1]));
        }
        var all = time.between(days[first], days[order]);
        regularities = model.regularities(gaps, logs, all);
        group = group(Math.log(all / gaps) - logs / gaps);
    }

    private int group(double spread) {
        if (order < MANY) {
            return order < SOME ? 0 : 1;
        }
        if (season.isPresent()) {
            return season.get().years() < FEWEST_YEARS ? 2 : 3;
        }
        if (spread < LIKE_CLOCKWORK) {
            return CLOCKWORK + (order < VERY_MANY ? 0 : order < MOST ? 1 : 2);
        }
        return spread < REGULAR ? CLOCKWORK_END : CLOCKWORK_END + 1;
    }

    /** {@return when he usually rests} */
    Optional<QuietSeason> season() {
        return season;
    }

    /** {@return with whose pauses his are compared, 0 to {@value #GROUPS} − 1} */
    int group() {
        return group;
    }

    /** {@return how likely the model takes a pause up to a day to be, 0 to 1} */
    double silence(int until) {
        return model.silence(regularities, order, lastDays, time.between(days[order], until));
    }

    /**
     * {@return in how many former years he paused likewise: at the same time of the year, and as long; empty unless it
     * was so in each of at least two years, but for one of four, or when the pause is too short to be a matter of seasons}
     */
    Optional<FormerYears> formerYears(int until) {
        var pause = until - days[order];
        if (pause < SEASONAL_DAYS || pause <= SEASONAL_GAPS * (days[order] - days[0]) / order) {
            return Optional.empty();
        }
        var years = 0;
        var likewise = 0;
        for (; ; years++) {
            var back = (int) Math.round((years + 1) * SeasonProfile.YEAR);
            var from = days[order] - back;
            if (from < days[0]) {
                break;
            }
            var to = until - back;
            var found = Arrays.binarySearch(days, 0, order + 1, from);
            var longest = 0;
            for (var i = found >= 0 ? found : -found - 2; i < order && days[i] < to; i++) {
                longest = Math.max(longest, Math.min(to, days[i + 1]) - Math.max(from, days[i]));
            }
            likewise += longest >= COVERED * pause ? 1 : 0;
        }
        return years >= FEWEST_YEARS && (likewise == years || years >= 4 && likewise == years - 1)
                ? Optional.of(new FormerYears(years, likewise))
                : Optional.empty();
    }
}

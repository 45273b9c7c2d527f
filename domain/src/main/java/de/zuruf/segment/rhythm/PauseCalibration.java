package de.zuruf.segment.rhythm;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * How probable a pause really is among the company's own customers, given how probable the model takes it to be. Customers differ from the
 * model: some order by the calendar, some have seasons. So the probability that is told is the share of comparable pauses that
 * looked at least as unlikely to the model, (1 + these) / (1 + all): a conformal p-value, right on average whatever the truth is, as
 * long as tomorrow's pauses are like yesterday's (Vovk, Gammerman, Shafer 2005). Comparable are customers with as many orders and gaps as even; where
 * there are fewer than {@value #ENOUGH} of their pauses, all (of those who order by the calendar, first all of these), and where there are fewer of these too, the model's word stands.
 *
 * <p>Counted are pauses after which the customer ordered again, and only those that began so long ago that one still open would
 * have a probability below {@value #OVER} by now: otherwise long pauses would be missing.
 */
public final class PauseCalibration {

    /** Fewer pauses calibrate nothing. */
    public static final int ENOUGH = 100;

    /** Nothing is known of any pause. */
    public static final PauseCalibration NONE = new PauseCalibration(new long[PauseStart.GROUPS + 1][]);

    static final double OVER = 0.01;

    /**
     * Steps of a power of ten of the model's probability. Fine, because to a model of chance the longest pauses of somebody who orders by the calendar are hardly less
     * likely than his shortest.
     */
    private static final double STEPS = 400;

    private static final int BINS = 3200;
    private static final int ALL = PauseStart.GROUPS;

    /** How many pauses looked as unlikely as a bin, or more so; by group, all of them last. */
    private final long[][] atLeast;

    private PauseCalibration(long[][] counts) {
        atLeast = new long[counts.length][];
        for (var group = 0; group < counts.length; group++) {
            atLeast[group] = new long[BINS];
            var sum = 0L;
            for (var bin = BINS - 1; bin >= 0; bin--) {
                sum += counts[group] == null ? 0 : counts[group][bin];
                atLeast[group][bin] = sum;
            }
        }
    }

    /**
     * {@return the share of pauses that are at least as unlikely, 0 to 1}
     *
     * @param group   as of {@link PauseStart}
     * @param silence what the model says, 0 to 1
     */
    double probability(int group, double silence) {
        var bin = bin(silence);
        var known = atLeast[group][0];
        var unlikely = atLeast[group][bin];
        if (known < ENOUGH && group >= PauseStart.CLOCKWORK && group < PauseStart.CLOCKWORK_END) {
            known = 0;
            unlikely = 0;
            for (var like = PauseStart.CLOCKWORK; like < PauseStart.CLOCKWORK_END; like++) {
                known += atLeast[like][0];
                unlikely += atLeast[like][bin];
            }
        }
        if (known < ENOUGH) {
            known = atLeast[ALL][0];
            unlikely = atLeast[ALL][bin];
        }
        return known < ENOUGH ? silence : (1.0 + unlikely) / (1.0 + known);
    }

    /** {@return how many pauses it rests upon} */
    public long pauses() {
        return atLeast[ALL][0];
    }

    private static int bin(double silence) {
        return silence <= 0 ? BINS - 1 : (int) Math.min(BINS - 1, Math.max(0, -Math.log10(silence) * STEPS));
    }

    void write(StringBuilder text) {
        for (var group = 0; group < PauseStart.GROUPS; group++) {
            var counts = atLeast[group];
            for (var bin = 0; bin < BINS; bin++) {
                var here = counts[bin] - (bin + 1 < BINS ? counts[bin + 1] : 0);
                if (here > 0) {
                    text.append(group)
                            .append(' ')
                            .append(bin)
                            .append(' ')
                            .append(here)
                            .append(' ');
                }
            }
        }
    }

    static PauseCalibration read(String text) {
        var builder = new Builder();
        Iterator<String> words = text.isBlank()
                ? List.<String>of().iterator()
                : Arrays.asList(text.strip().split(" ")).iterator();
        while (words.hasNext()) {
            var group = Integer.parseInt(words.next());
            var bin = Integer.parseInt(words.next());
            builder.add(group, bin, Long.parseLong(words.next()));
        }
        return builder.build();
    }

    /** Gathers pauses. */
    static final class Builder {
        private final long[][] counts = new long[PauseStart.GROUPS + 1][BINS];

        void add(int group, double silence) {
            add(group, bin(silence), 1);
        }

        private void add(int group, int bin, long pauses) {
            counts[group][bin] += pauses;
            counts[ALL][bin] += pauses;
        }

        void merge(Builder other) {
            for (var group = 0; group < counts.length; group++) {
                for (var bin = 0; bin < BINS; bin++) {
                    counts[group][bin] += other.counts[group][bin];
                }
            }
        }

        PauseCalibration build() {
            return new PauseCalibration(counts);
        }
    }
}

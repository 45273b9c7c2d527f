package de.zuruf.benchmark;

import com.sun.management.ThreadMXBean;
import de.zuruf.segment.value.PurchaseCells;
import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseModelFit;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Fits purchase models to the histories of many customers, again and again, and says how long it takes and what memory it needs. The input is four
 * arrays as a query would fill them; everything from there to the fitted model counts.
 */
final class FitRound {

    /** Fits that are not counted, at least, and for how long. */
    private static final int WARM_UP = 5;

    private static final double WARM_UP_SECONDS = 6;
    private static final int ROUNDS = 9;

    private final String name;
    private final int[] repeats;
    private final int[] lastDay;
    private final int[] observedDays;
    private final double[] logGaps;

    private FitRound(String name, int customers) {
        this.name = name;
        repeats = new int[customers];
        lastDay = new int[customers];
        observedDays = new int[customers];
        logGaps = new double[customers];
    }

    /** {@return customers who do what a model says, each observed for one to three years, as orders are: to the day} */
    static FitRound simulated(PurchaseModel truth, int customers, long seed) {
        var round = new FitRound("%,d simulated customers".formatted(customers), customers);
        var random = RandomDataGenerator.of(new Well19937c(seed));
        for (int i = 0; i < customers; i++) {
            int end = random.nextInt(364, 3 * 364);
            double rate = random.nextGamma(truth.r(), 1 / truth.alpha());
            double leaving = random.nextBeta(truth.a(), truth.b());
            boolean left = truth.process().leavesAtOnce() && random.nextUniform(0, 1) < leaving;
            double time = 0;
            int last = 0;
            while (!left) {
                time += random.nextGamma(truth.process().regularity(), 7 / rate);
                if (time >= end) {
                    break;
                }
                left = random.nextUniform(0, 1) < leaving;
                int day = (int) time;
                if (day > last) {
                    round.repeats[i]++;
                    round.logGaps[i] += Math.log((day - last) / 7.0);
                    last = day;
                }
            }
            round.lastDay[i] = last;
            round.observedDays[i] = end;
        }
        return round;
    }

    /** {@return the CDNOW sample up to 1997-09-30, from its file: customer, id within the sample, date, units, value} */
    static FitRound cdnow(Path file) throws IOException {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            String[] fields = line.strip().split(" +");
            days.computeIfAbsent(fields[1], any -> new TreeSet<>())
                    .add(LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE));
        }
        var round = new FitRound("%,d customers of the CDNOW sample".formatted(days.size()), days.size());
        int i = 0;
        for (TreeSet<LocalDate> ordered : days.values()) {
            var history = PurchaseHistory.of(ordered, LocalDate.of(1997, 9, 30)).orElseThrow();
            round.repeats[i] = history.repeats();
            round.lastDay[i] = history.lastDay();
            round.observedDays[i] = history.observedDays();
            round.logGaps[i++] = history.logGaps();
        }
        return round;
    }

    /**
     * What came of it.
     *
     * @param seconds   of one fit, median
     * @param megabytes all that one fit allocated, on all threads: no less than what it needed at any time
     * @param whole     whether each fit was the one that was asked for
     */
    record Outcome(double seconds, double megabytes, boolean whole) {}

    Outcome run(String what, Function<PurchaseCells, Optional<PurchaseModelFit>> fit, PrintStream out) {
        boolean whole = true;
        long begin = System.nanoTime();
        for (int i = 0; i < WARM_UP || System.nanoTime() - begin < WARM_UP_SECONDS * 1e9; i++) {
            whole &= fit.apply(cells()).orElseThrow().shortcomings().isEmpty();
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        PurchaseCells cells = null;
        PurchaseModelFit last = null;
        for (int i = 0; i < ROUNDS; i++) {
            long allocated = allocated();
            long start = System.nanoTime();
            cells = cells();
            last = fit.apply(cells).orElseThrow();
            seconds.add((System.nanoTime() - start) / 1e9);
            megabytes.add((allocated() - allocated) / 1e6);
            whole &= last.shortcomings().isEmpty();
        }
        var outcome = new Outcome(Benchmarks.median(seconds), Benchmarks.median(megabytes), whole);
        out.printf(
                "%s, %s: %.5f s (%.5f to %.5f), %.1f MB beyond the input of %.1f MB, %,d cells, %d evaluations%n  %s%n",
                what,
                name,
                outcome.seconds(),
                seconds.stream().min(Double::compare).orElseThrow(),
                seconds.stream().max(Double::compare).orElseThrow(),
                outcome.megabytes(),
                repeats.length * 20 / 1e6,
                cells.size(),
                last.evaluations(),
                last.model());
        return outcome;
    }

    private PurchaseCells cells() {
        var cells = new PurchaseCells.Builder(repeats.length);
        for (int i = 0; i < repeats.length; i++) {
            cells.add(repeats[i], lastDay[i], observedDays[i], logGaps[i]);
        }
        return cells.build();
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}

package de.zuruf.segment.value;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The CDNOW sample: 2,357 customers who bought music for the first time in the first quarter of 1997 (Fader, Hardie 2001). Ids are
 * those within the sample.
 */
final class Cdnow {

    static final LocalDate CALIBRATED = LocalDate.of(1997, 9, 30);

    /** What one customer spent by day. */
    static final Map<Integer, TreeMap<LocalDate, Double>> SPENT = read();

    private Cdnow() {}

    private static Map<Integer, TreeMap<LocalDate, Double>> read() {
        Map<Integer, TreeMap<LocalDate, Double>> all = new LinkedHashMap<>();
        try (var in = Cdnow.class.getResourceAsStream("cdnow_sample.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] fields = line.strip().split(" +");
                all.computeIfAbsent(Integer.valueOf(fields[1]), any -> new TreeMap<>())
                        .merge(
                                LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE),
                                Double.valueOf(fields[4]),
                                Double::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    static PurchaseHistory history(int customer) {
        return PurchaseHistory.of(SPENT.get(customer).keySet(), CALIBRATED).orElseThrow();
    }

    /** {@return how often he ordered in the 39 weeks after the calibration} */
    static int heldOut(int customer) {
        return SPENT.get(customer).tailMap(CALIBRATED, false).size();
    }

    static PurchaseCells cells() {
        var cells = new PurchaseCells.Builder(SPENT.size());
        SPENT.keySet().forEach(customer -> cells.add(history(customer)));
        return cells.build();
    }

    /** {@return the lines of a table of reference values, by column} */
    static List<Map<String, String>> table(String name) {
        try (var in = Cdnow.class.getResourceAsStream(name)) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\r?\n");
            String[] columns = lines[0].split(",");
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 1; i < lines.length; i++) {
                String[] fields = lines[i].split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int j = 0; j < columns.length; j++) {
                    row.put(columns[j], fields[j]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

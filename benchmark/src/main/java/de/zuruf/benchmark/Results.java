package de.zuruf.benchmark;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code benchmark/results.json}: one entry for each metric, the newest measurement. */
final class Results {

    private final Path file;
    private final Map<String, JsonObject> byName = new TreeMap<>();

    Results(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Json.createReader(new StringReader(Files.readString(file)))) {
                reader.readArray()
                        .getValuesAs(JsonObject.class)
                        .forEach(entry -> byName.put(entry.getString("name"), entry));
            }
        }
    }

    /**
     * One measured figure.
     *
     * @param name     stable; it is how progress is followed
     * @param value    the figure
     * @param unit     of value and baseline
     * @param baseline what it is compared with, null if nothing
     * @param ratio    the comparison, null if there is none
     * @param target   the comparison and its limit, for example {@code <= 5}
     * @param holds    whether the target is met
     */
    record Metric(String name, double value, String unit, Double baseline, Double ratio, String target, boolean holds) {

        /** The unit of shares from 0 to 1. */
        static final String SHARE = "ratio";

        static Metric atMost(String name, double value, String unit, double limit) {
            return new Metric(name, value, unit, null, null, "<= " + plain(limit), value <= limit);
        }

        static Metric below(String name, double value, String unit, double limit) {
            return new Metric(name, value, unit, null, null, "< " + plain(limit), value < limit);
        }

        static Metric atLeast(String name, double value, String unit, double limit) {
            return new Metric(name, value, unit, null, null, ">= " + plain(limit), value >= limit);
        }

        static Metric within(String name, double value, String unit, double least, double most) {
            return new Metric(
                    name,
                    value,
                    unit,
                    null,
                    null,
                    plain(least) + " to " + plain(most),
                    value >= least && value <= most);
        }

        /** {@return this figure beside the same one of another program} */
        Metric against(double other) {
            return new Metric(name, value, unit, other, value / other, target, holds);
        }

        /** {@return this figure, failed for a reason that the figure does not show} */
        Metric failed() {
            return new Metric(name, value, unit, baseline, ratio, target, false);
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    void put(Metric metric, String date, String machine) throws IOException {
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("name", metric.name())
                .add("value", rounded(metric))
                .add("unit", metric.unit());
        addOrNull(entry, "baseline", metric.baseline());
        addOrNull(entry, "ratio", metric.ratio());
        entry.add("target", metric.target())
                .add("holds", metric.holds())
                .add("date", date)
                .add("machine", machine);
        byName.put(metric.name(), entry.build());
        write();
    }

    private static void addOrNull(JsonObjectBuilder entry, String name, Double value) {
        if (value == null) {
            entry.addNull(name);
        } else {
            entry.add(name, rounded(value));
        }
    }

    /** {@return the value as it is written} */
    static BigDecimal rounded(Metric metric) {
        // A share's last hundredth is what matters, and it must not be rounded up to all.
        return metric.unit().equals(Metric.SHARE)
                ? BigDecimal.valueOf(metric.value()).setScale(4, RoundingMode.DOWN)
                : rounded(metric.value());
    }

    private static BigDecimal rounded(double value) {
        // Of what is small, two digits that say something.
        return Math.abs(value) < 0.1
                ? BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.HALF_UP))
                : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }

    private void write() throws IOException {
        JsonArrayBuilder array = Json.createArrayBuilder();
        byName.values().forEach(array::add);
        JsonWriterFactory pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        var text = new StringWriter();
        try (var writer = pretty.createWriter(text)) {
            writer.writeArray(array.build());
        }
        Files.writeString(file, text.toString().strip() + "\n");
    }

    /** Rewrites the table between the two markers of docs/benchmarks.md; the explanations around it stay. */
    void rewriteTable(Path document) throws IOException {
        var table = new StringBuilder(
                "| Figure | Value | Compared with | Target | Holds | Measured |\n|---|---|---|---|---|---|\n");
        for (JsonObject entry : byName.values()) {
            String baseline = entry.isNull("baseline") ? "" : number(entry, "baseline") + " " + entry.getString("unit");
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s %s | %s | %s | %s | %s, %s |%n",
                    entry.getString("name"),
                    number(entry, "value"),
                    entry.getString("unit"),
                    baseline,
                    entry.getString("target"),
                    entry.getBoolean("holds") ? "yes" : "**no**",
                    entry.getString("date"),
                    entry.getString("machine")));
        }
        String begin = "<!-- figures: rewritten by benchmark/run -->\n";
        String end = "<!-- end of figures -->";
        String text = Files.readString(document);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " lacks the markers around its table");
        }
        Files.writeString(document, text.substring(0, from + begin.length()) + table + text.substring(to));
    }

    private static String number(JsonObject entry, String name) {
        return entry.getJsonNumber(name).bigDecimalValue().stripTrailingZeros().toPlainString();
    }
}

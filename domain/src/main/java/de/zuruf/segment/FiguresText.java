package de.zuruf.segment;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures as one line: a call reads one row and no more. Fields are separated by {@code |}, entries by {@code ;}, parts by
 * {@code ,}; the first field is the version of the form.
 */
final class FiguresText {
    private static final String VERSION = "1";
    private static final int FIELDS = 12;

    private FiguresText() {}

    static String write(CustomerFigures f) {
        return String.join(
                "|",
                VERSION,
                day(f.firstOrderOn()),
                day(f.lastOrderOn()),
                day(f.returnedOn()),
                Integer.toString(f.orderDays()),
                Integer.toString(f.gapCount()),
                Double.toString(f.usualGap()),
                Double.toString(f.gapSpread()),
                f.months().entrySet().stream()
                        .map(e -> e.getKey() + "," + plain(e.getValue().revenue()) + ","
                                + plain(e.getValue().margin()))
                        .collect(Collectors.joining(";")),
                new TreeMap<>(f.groups())
                        .entrySet().stream()
                                .map(e ->
                                        encode(e.getKey()) + "," + e.getValue().lastOrderOn() + ","
                                                + e.getValue().orders())
                                .collect(Collectors.joining(";")),
                f.vanished().stream()
                        .map(v -> encode(v.groupId()) + "," + v.present() + "," + v.earlier() + "," + v.missing())
                        .collect(Collectors.joining(";")),
                f.volumeFactor() == null ? "" : f.volumeFactor().toString());
    }

    static CustomerFigures read(String text) {
        String[] field = text.split("\\|", -1);
        if (field.length != FIELDS || !VERSION.equals(field[0])) {
            throw new IllegalArgumentException("not stored figures of version " + VERSION);
        }
        try {
            NavigableMap<YearMonth, MonthSum> months = new TreeMap<>();
            for (String[] e : entries(field[8], 3)) {
                months.put(YearMonth.parse(e[0]), new MonthSum(new BigDecimal(e[1]), new BigDecimal(e[2])));
            }
            Map<String, GroupFigures> groups = new TreeMap<>();
            for (String[] e : entries(field[9], 3)) {
                groups.put(decode(e[0]), new GroupFigures(LocalDate.parse(e[1]), Integer.parseInt(e[2])));
            }
            List<VanishedGroup> vanished = new ArrayList<>();
            for (String[] e : entries(field[10], 4)) {
                vanished.add(new VanishedGroup(
                        decode(e[0]), Integer.parseInt(e[1]), Integer.parseInt(e[2]), Integer.parseInt(e[3])));
            }
            return new CustomerFigures(
                    day(field[1]),
                    day(field[2]),
                    day(field[3]),
                    Integer.parseInt(field[4]),
                    Integer.parseInt(field[5]),
                    Double.parseDouble(field[6]),
                    Double.parseDouble(field[7]),
                    months,
                    groups,
                    vanished,
                    field[11].isEmpty() ? null : Double.valueOf(field[11]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a day or month in stored figures is malformed", e);
        }
    }

    private static List<String[]> entries(String field, int parts) {
        List<String[]> entries = new ArrayList<>();
        if (!field.isEmpty()) {
            for (String entry : field.split(";", -1)) {
                String[] part = entry.split(",", -1);
                if (part.length != parts) {
                    throw new IllegalArgumentException("an entry in stored figures is malformed");
                }
                entries.add(part);
            }
        }
        return entries;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String decode(String id) {
        return URLDecoder.decode(id, StandardCharsets.UTF_8);
    }
}

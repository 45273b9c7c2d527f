package de.zuruf.demo.company;

import de.zuruf.customer.NumberKind;
import de.zuruf.customer.PhoneNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hands out telephone numbers within the ranges that the Bundesnetzagentur reserves for films and books: five local
 * prefixes with three digits each. So that head number and extension together stay within, a head has one digit and
 * extensions of two (first digits 8 and 9, for large customers) or two digits and extensions of one (3 to 6); the rest
 * are single lines. In Berlin 1xx and 2xx are our own.
 */
final class Lines {

    /** Where a prefix belongs. */
    enum Area {
        BERLIN("30", "23125"),
        FRANKFURT("69", "90009"),
        HAMBURG("40", "66969"),
        KOELN("221", "4710"),
        MUENCHEN("89", "99998");

        final String code;
        final String prefix;

        Area(String code, String prefix) {
            this.code = code;
            this.prefix = prefix;
        }
    }

    /**
     * A company's number.
     *
     * @param digits    after the prefix; one or two for a head, three for a single line
     * @param extension digits of an extension; 0 for a single line
     */
    record Line(Area area, String digits, int extension) {

        boolean head() {
            return extension > 0;
        }

        String e164(String suffix) {
            return "+49" + area.code + area.prefix + digits + suffix;
        }

        /** The company's own number as people typed it, in one of several ways. */
        PhoneNumber company(int style) {
            String number = area.prefix + digits;
            return new PhoneNumber(
                    switch (style % 6) {
                        case 0 -> "0" + area.code + " " + number;
                        case 1 -> "+49 " + area.code + " " + number;
                        case 2 -> "0049 " + area.code + " " + number;
                        case 3 -> "+49 (0)" + area.code + " " + number;
                        case 4 -> "0" + area.code + "/" + number;
                        default -> "(0" + area.code + ") " + area.prefix + " " + digits;
                    },
                    head() ? NumberKind.HEAD : NumberKind.DIRECT);
        }

        /** A direct dial under the head as people typed it. */
        PhoneNumber direct(String suffix, int style) {
            String number = area.prefix + digits;
            return new PhoneNumber(
                    switch (style % 6) {
                        case 0 -> "0" + area.code + " " + number + "-" + suffix;
                        case 1 -> "+49 " + area.code + " " + number + suffix;
                        case 2 -> "0" + area.code + " / " + number + " - " + suffix;
                        case 3 -> "+49 (0)" + area.code + " / " + number + "-" + suffix;
                        case 4 -> "0049" + area.code + number + suffix;
                        default -> "Tel. 0" + area.code + " " + number + " " + suffix;
                    },
                    NumberKind.DIRECT);
        }
    }

    private final Map<Area, Deque<Line>> large = new EnumMap<>(Area.class);
    private final Map<Area, Deque<Line>> small = new EnumMap<>(Area.class);
    private final Map<Area, Deque<Line>> single = new EnumMap<>(Area.class);

    Lines() {
        for (Area area : Area.values()) {
            large.put(area, new ArrayDeque<>());
            small.put(area, new ArrayDeque<>());
            single.put(area, new ArrayDeque<>());
            for (int digit = 8; digit <= 9; digit++) {
                large.get(area).add(new Line(area, Integer.toString(digit), 2));
            }
            for (int head = 30; head <= 69; head++) {
                small.get(area).add(new Line(area, Integer.toString(head), 1));
            }
            for (int n = 0; n < 100; n++) {
                // Spread, so that neighbours in the list do not look like one company's extensions.
                single.get(area).add(new Line(area, "%03d".formatted(700 + n * 37 % 100), 0));
            }
        }
    }

    /** A head for a large customer while there is one, else a small one. */
    Line forLarge(Area area) {
        Line line = large.get(area).poll();
        return line == null ? forMiddle(area) : line;
    }

    /** A head with one-digit extensions while there is one, else a single line. */
    Line forMiddle(Area area) {
        Line line = small.get(area).poll();
        return line == null ? forMicro(area) : line;
    }

    Line forMicro(Area area) {
        return single.get(area).remove();
    }
}

package de.zuruf.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code numbers.csv}, case by case. */
class NumberTableTest {

    private static final String HEADER = "id|group|settings|as|text|kind|value|why";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final Map<String, NumberPlan> PLANS = new HashMap<>();

    record Case(
            String id, String group, String settings, String as, String text, String kind, String value, String why) {
        @Override
        public String toString() {
            return id + " " + as + " '" + text + "': " + why;
        }
    }

    static List<Case> cases() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                NumberTableTest.class.getResourceAsStream("numbers.csv"), StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            assertEquals(HEADER, lines.get(0));
            return lines.stream().skip(1).map(NumberTableTest::parsed).toList();
        }
    }

    private static Case parsed(String line) {
        String[] fields = line.split("\\|", -1);
        assertEquals(8, fields.length, line);
        return new Case(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
    }

    private static NumberPlan plan(String settings) {
        Map<String, String> given = new HashMap<>();
        Stream.of(settings.split(" ")).filter(s -> !s.isEmpty()).forEach(s -> {
            String[] pair = s.split("=", 2);
            assertTrue(
                    Set.of("region", "area", "out", "ext", "prefixes", "own", "ignored", "rewrites")
                            .contains(pair[0]),
                    settings);
            given.put(pair[0], pair[1]);
        });
        String[] extension = given.getOrDefault("ext", "2-4").split("-");
        return new NumberPlan(new NumberPlan.Settings(
                given.getOrDefault("region", "DE"),
                given.get("area"),
                given.getOrDefault("out", ""),
                Integer.parseInt(extension[0]),
                Integer.parseInt(extension[extension.length - 1]),
                list(given, "prefixes"),
                list(given, "own"),
                list(given, "ignored"),
                list(given, "rewrites").stream().map(NumberRewrite::parse).toList()));
    }

    private static List<String> list(Map<String, String> given, String name) {
        return given.containsKey(name) ? Arrays.asList(given.get(name).split(";")) : List.of();
    }

    private static String shown(NumberOutcome outcome) {
        if (outcome instanceof NumberOutcome.Valid o) {
            return "valid " + o.number().value();
        } else if (outcome instanceof NumberOutcome.Own o) {
            return "own " + o.number().value();
        } else if (outcome instanceof NumberOutcome.Ignored o) {
            return "ignored " + o.number().value();
        } else if (outcome instanceof NumberOutcome.Extension o) {
            return "extension " + o.extension();
        }
        return outcome instanceof NumberOutcome.Withheld ? "withheld " : "none ";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isReadAsTheTableSays(Case row) {
        NumberPlan plan = PLANS.computeIfAbsent(row.settings, NumberTableTest::plan);
        String text = ESCAPE.matcher(row.text.replace("\\t", "\t"))
                .replaceAll(m -> String.valueOf((char) Integer.parseInt(m.group(1), 16)));
        NumberOutcome outcome = switch (row.as) {
            case "typed" -> plan.normalise(text);
            case "signalled" -> plan.normaliseSignalled(text);
            default -> throw new AssertionError(row.as);
        };
        assertEquals(row.kind + " " + row.value, shown(outcome));
        if (outcome instanceof NumberOutcome.Valid valid) {
            assertEquals(outcome, plan.normalise(valid.number().value()), "the form in which it is stored");
            assertEquals(outcome, plan.normalise(plan.display(valid.number())), "the form in which it is shown");
        }
    }

    @Test
    void theTableIsLargeAndSaysNothingTwice() throws IOException {
        List<Case> cases = cases();
        assertTrue(cases.size() >= 150, () -> "only " + cases.size());
        Set<String> ids = new HashSet<>();
        Set<List<String>> texts = new HashSet<>();
        for (Case row : cases) {
            assertTrue(ids.add(row.id), row.id + " is there twice");
            assertTrue(texts.add(List.of(row.settings, row.as, row.text)), row.id + " repeats another case");
            assertTrue(!row.why.isBlank(), row.id + " says no why");
        }
    }
}

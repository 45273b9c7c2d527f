package de.zuruf.telephony.ami;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/call-shapes.md} are those of the recordings and of the system test's scenarios. */
class CallShapesTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final Path DOCUMENT = CHECKOUT.resolve("docs/call-shapes.md");
    private static final String RECORDINGS = "calls";
    private static final String SCENARIOS = "scenarios";

    /** What {@code CallShapesIT} holds a real Asterisk to. */
    private static final Path STORIES =
            CHECKOUT.resolve("system-test/src/test/resources/de/zuruf/system/journey/call-shapes");

    private static final String REWRITE = "mvn -B -pl telephony-connector/ami -am test -Dtest=CallShapesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcallshapes.write=true";

    private static final Pattern ARRIVED =
            Pattern.compile("arrived from (inside )?(\\S+) \\(.*\\) to \\S+ queue (\\S+)");
    private static final Pattern RINGS = Pattern.compile("(rings at \\S+)( from inside)? for \\S+ queue \\S+");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^record (\\S+) \"");

    @Test
    void theDocumentHasTheTableOfTheRecordings() throws IOException {
        holds(RECORDINGS, table());
    }

    @Test
    void theDocumentHasTheTableOfTheScenarios() throws IOException {
        holds(SCENARIOS, scenarios());
    }

    private static void holds(String part, String table) throws IOException {
        String text = Files.readString(DOCUMENT);
        String begin = "<!-- " + part + ": rewritten by CallShapesTest -->\n";
        String end = "<!-- end of " + part + " -->";
        assertTrue(text.contains(begin) && text.contains(end), DOCUMENT + " has the markers around its table");
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (Boolean.getBoolean("callshapes.write")) {
            Files.writeString(DOCUMENT, text.substring(0, from) + table + text.substring(to));
        } else {
            assertEquals(table, text.substring(from, to), "rewrite it: " + REWRITE);
        }
    }

    @Test
    void everyScenarioOfTheTestBedIsRecorded() throws IOException {
        Set<String> scenarios = SCENARIO.matcher(Files.readString(CHECKOUT.resolve("testbed/asterisk.d/record")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        Set<String> recorded = Frames.fixtures("recorded").stream()
                .map(fixture -> fixture.replace("recorded/", ""))
                .collect(Collectors.toSet());
        assertEquals(scenarios, recorded);
    }

    @Test
    void aStoryFitsIntoACell() {
        assertEquals("nothing", compact(""));
        assertEquals(
                "arrived in queue vertrieb; rings at 201; stops ringing at 201: BUSY; ended: ABANDONED", compact("""
                        call 1: arrived from +498999998417 (Elektro <b>) to 03023125100 queue vertrieb
                        call 1: rings at 201 for +498999998417 queue vertrieb
                        call 1: stops ringing at 201: BUSY
                        call 1: ended: ABANDONED
                        """));
        assertEquals(
                "1: arrived, number withheld; 2: arrived from inside; 2: rings at 207; 1: held by 208", compact("""
                        call 1: arrived from null (null) to +493023125208 queue null
                        call 2: arrived from inside 208 (Agent 208) to 207 queue null
                        call 2: rings at 207 from inside for 208 queue null
                        call 1: held by 208
                        """));
    }

    private static String table() {
        List<String> from16 = Frames.fixtures("recorded-16");
        StringBuilder table = new StringBuilder("""
                | Scenario | What happened | What is told | 22 | 16 |
                |---|---|---|---|---|
                """);
        for (String fixture : Frames.fixtures("recorded")) {
            table.append("| `")
                    .append(fixture.replace("recorded/", ""))
                    .append("` | ")
                    .append(cell(Frames.text(fixture + ".ami")
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .replaceFirst("^# ", "")))
                    .append(" | ")
                    .append(cell(compact(Frames.text(fixture + ".story"))))
                    .append(" | yes | ")
                    .append(from16.contains(fixture.replace("recorded/", "recorded-16/")) ? "yes" : "no")
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String scenarios() throws IOException {
        List<Path> stories;
        try (Stream<Path> files = Files.list(STORIES)) {
            stories = files.sorted().toList();
        }
        assertTrue(stories.size() >= 32, "scenarios: " + stories.size());
        StringBuilder table = new StringBuilder("""
                | Scenario | What happened | What was recorded | What the screens showed | What is owed to the caller |
                |---|---|---|---|---|
                """);
        for (Path story : stories) {
            List<String> lines = Files.readAllLines(story);
            table.append("| `")
                    .append(story.getFileName().toString().replace(".story", ""))
                    .append("` | ")
                    .append(cell(lines.get(0).replaceFirst("^# ", "")))
                    .append(" | ")
                    .append(cells(lines, "recorded: "))
                    .append(" | ")
                    .append(cells(lines, "(?=\\w+ saw: )"))
                    .append(" | ")
                    .append(cells(lines, "owed: "))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** The lines that begin so, without that beginning. */
    private static String cells(List<String> lines, String beginning) {
        Pattern start = Pattern.compile("^" + beginning);
        String text = lines.stream()
                .filter(line -> start.matcher(line).find())
                .map(line -> cell(start.matcher(line).replaceFirst("").replace(" saw: ", ": ")))
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    /** A story in one line, without the numbers and names of callers: they are the same everywhere. */
    private static String compact(String story) {
        boolean several = story.contains("call 2: ");
        return story.isEmpty()
                ? "nothing"
                : story.lines()
                        .map(line -> line.replaceFirst("^call (\\d+): ", several ? "$1: " : ""))
                        .map(line -> ARRIVED.matcher(line).replaceFirst(CallShapesTest::arrived))
                        .map(line -> RINGS.matcher(line).replaceFirst("$1"))
                        .collect(Collectors.joining("; "));
    }

    private static String arrived(MatchResult line) {
        String inside = line.group(1) == null ? "" : " from inside";
        String withheld = line.group(2).equals("null") ? ", number withheld" : "";
        String queue = line.group(3).equals("null") ? "" : " in queue " + line.group(3);
        return Matcher.quoteReplacement("arrived" + inside + queue + withheld);
    }
}

package de.zuruf.system.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a scenario comes to, kept in {@code call-shapes/NAME.story} beside the tests: what happens, what is recorded, what each
 * agent's screen shows. Word for word, but for the figures: these depend on how fast the machine is.
 */
final class Story {

    /** Seconds with one decimal. */
    static final Pattern FIGURE = Pattern.compile("\\d+\\.\\d s");

    /** How much longer than told something may take where the machine has much else to do. */
    private static final double SLACK_SECONDS = 3;

    private static final Path STORIES = Path.of("src/test/resources/de/zuruf/system/journey/call-shapes");

    private final Path file;

    private Story(Path file) {
        this.file = file;
    }

    /** {@return the story of the scenario with this name, a method's} */
    static Story of(String method) {
        return new Story(STORIES.resolve(method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".story"));
    }

    /** {@return the stories that are kept} */
    static List<Path> all() {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file.toAbsolutePath();
    }

    /** {@return how a time is told} */
    static String figure(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** {@return the story; empty if there is none yet} */
    String kept() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String text) {
        try {
            Files.createDirectories(STORIES);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return what happened, with the story's figures where its own are about the same} */
    static String aligned(String happened, String kept) {
        List<String> figures =
                FIGURE.matcher(kept).results().map(result -> result.group()).toList();
        Matcher own = FIGURE.matcher(happened);
        if (own.results().count() != figures.size()) {
            return happened;
        }
        var text = new StringBuilder();
        own.reset();
        for (String figure : figures) {
            own.find();
            own.appendReplacement(text, about(seconds(own.group()), seconds(figure)) ? figure : own.group());
        }
        return own.appendTail(text).toString();
    }

    private static boolean about(double own, double told) {
        return own >= told / 2 - 0.1 && own <= told * 2 + SLACK_SECONDS;
    }

    private static double seconds(String figure) {
        return Double.parseDouble(figure.substring(0, figure.indexOf(' ')));
    }
}

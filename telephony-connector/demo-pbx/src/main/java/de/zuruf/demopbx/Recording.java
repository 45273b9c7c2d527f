package de.zuruf.demopbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of a recorded kind of call, with placeholders where the values of a played call go. */
final class Recording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z.]+)}");

    private final String name;
    /** Step name to its text, cut at the placeholders: even entries are literal, odd ones are placeholder names. */
    private final Map<String, List<String>> steps = new LinkedHashMap<>();

    private Recording(String name) {
        this.name = name;
    }

    static Recording load(String name) {
        Recording recording = new Recording(name);
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        try (InputStream in = Recording.class.getResourceAsStream(name + ".ami");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            StringBuilder step = new StringBuilder();
            boolean blank = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    step = texts.computeIfAbsent(line.substring(1, line.indexOf(']')), ignored -> new StringBuilder());
                    blank = true;
                } else if (line.isEmpty()) {
                    if (!blank) {
                        step.append("\r\n");
                    }
                    blank = true;
                } else if (!line.startsWith("#")) {
                    step.append(line).append("\r\n");
                    blank = false;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.forEach((step, text) -> recording.steps.put(step, cut(frameEnds(text))));
        return recording;
    }

    private static String frameEnds(StringBuilder text) {
        return text.toString().stripTrailing() + "\r\n\r\n";
    }

    private static List<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int from = 0;
        while (matcher.find()) {
            pieces.add(text.substring(from, matcher.start()));
            pieces.add(matcher.group(1));
            from = matcher.end();
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    boolean has(String step) {
        return steps.containsKey(step);
    }

    void play(String step, Map<String, String> values, StringBuilder out) {
        List<String> pieces = steps.get(step);
        if (pieces == null) {
            throw new IllegalArgumentException(name + " has no step " + step);
        }
        for (int i = 0; i < pieces.size(); i++) {
            out.append(i % 2 == 0 ? pieces.get(i) : values.getOrDefault(pieces.get(i), ""));
        }
    }
}

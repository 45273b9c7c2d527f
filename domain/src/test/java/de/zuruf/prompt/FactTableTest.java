package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documentation lists exactly the facts that there are. */
class FactTableTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "prompt-rules.md");

    @Test
    void documentationListsEveryFactInOrder() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("| Fact | Type | Meaning |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertEquals(
                Arrays.stream(PromptFact.values())
                        .map(f -> "| `%s` | %s | %s |".formatted(f.variable(), f.type(), f.meaning()))
                        .collect(Collectors.joining("\n")),
                String.join("\n", documented));
    }

    @Test
    void documentationTellsTheLimits() throws IOException {
        String text = Files.readString(DOCUMENT);
        assertTrue(text.contains("1,000 characters, nesting of 32, 500 nodes"));
        assertEquals(1_000, Conditions.MAXIMUM_LENGTH);
        assertEquals(32, Conditions.MAXIMUM_DEPTH);
        assertEquals(500, Conditions.MAXIMUM_NODES);
        assertTrue(text.contains("1,000 steps per evaluation"));
        assertEquals(1_000, Conditions.MAXIMUM_ITERATIONS);
        assertTrue(text.contains("80, 500, 250 characters; five questions"));
        assertEquals(80, CompiledRule.MAXIMUM_TITLE);
        assertEquals(500, CompiledRule.MAXIMUM_TEXT);
        assertEquals(250, CompiledRule.MAXIMUM_QUESTION);
        assertEquals(5, CompiledRule.MAXIMUM_QUESTIONS);
    }
}

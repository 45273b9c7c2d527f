package de.zuruf.segment.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation lists exactly the fields that there are. */
class FieldTableTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "segment-schemes.md");

    @Test
    void documentationListsEveryFieldInOrder() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("| Field | Kind | Meaning |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replaceFirst("(\\| `[^`]+` \\| [A-Z]+ \\|).*", "$1"))
                .toList();
        assertEquals(
                Stream.concat(
                                Stream.of(SchemeField.values()).map(f -> "| `" + f.key() + "` | " + f.kind() + " |"),
                                Stream.of("| `dimension.ID` | EXACT |"))
                        .toList(),
                documented);
    }
}

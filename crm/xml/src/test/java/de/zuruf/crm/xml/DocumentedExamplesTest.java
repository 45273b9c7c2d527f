package de.zuruf.crm.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** People copy the examples in docs/xml-interface.md. */
class DocumentedExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

    private static String example(String root) throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "xml-interface.md"));
        return BLOCK.matcher(page)
                .results()
                .map(match -> match.group(1))
                .filter(block -> block.contains("<" + root + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDeliveryIsAcceptedWithEveryKindOfRecord() throws IOException {
        byte[] bytes = example("mirror").getBytes(StandardCharsets.UTF_8);
        try (MirrorReader reader = new MirrorReader(new ByteArrayInputStream(bytes), MirrorDates.asWritten())) {
            while (reader.next() != null) {
                // The summary tells.
            }
            assertEquals(List.of(), reader.summary().problems());
            assertEquals(
                    MirrorRecords.BY_ELEMENT.keySet(),
                    reader.summary().accepted().keySet());
        }
    }

    @Test
    void theExportFitsTheSchema() throws IOException, SAXException {
        XmlFormat.activitySchema().newValidator().validate(new StreamSource(new StringReader(example("activity"))));
    }
}

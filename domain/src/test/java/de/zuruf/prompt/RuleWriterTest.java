package de.zuruf.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuleWriterTest {

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var rules = RuleFile.starterRules();
        var text = RuleWriter.write(rules);
        assertEquals(rules, RuleFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
}

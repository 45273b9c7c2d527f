package de.zuruf.prompt;

import java.io.InputStream;
import java.util.List;

/** Reads rules from XML, the form in which they are delivered and exchanged; see docs/prompt-rules.md. */
public final class RuleFile {

    private RuleFile() {}

    /** {@return the rules that come with the product} */
    public static List<PromptRule> starterRules() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads rules without compiling their conditions.
     *
     * @param xml UTF-8, at most 1 MiB; not closed
     * @throws RuleBookException when it is not of the expected form, with line and column
     */
    public static List<PromptRule> read(InputStream xml) {
        throw new UnsupportedOperationException();
    }
}

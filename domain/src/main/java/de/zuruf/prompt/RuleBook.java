package de.zuruf.prompt;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** A set of checked, compiled rules. Immutable and thread-safe; compile once, evaluate for every call. */
public final class RuleBook {

    /** Prompts on screen. */
    public static final int MAXIMUM_SHOWN = 3;

    private final List<PromptRule> rules;

    private RuleBook(List<PromptRule> rules) {
        this.rules = rules;
    }

    /**
     * Checks and compiles rules.
     *
     * @throws RuleBookException with everything that is wrong
     */
    public static RuleBook of(Collection<PromptRule> rules) {
        return new RuleBook(List.copyOf(rules));
    }

    /** {@return the rules, in the order in which they are looked at} */
    public List<PromptRule> rules() {
        return rules;
    }

    /**
     * Selects prompts. Never throws because of a rule.
     *
     * @param facts of the call
     * @param today for the rules' validity
     */
    public PromptSelection evaluate(PromptFacts facts, LocalDate today) {
        throw new UnsupportedOperationException("evaluate " + facts + today);
    }
}

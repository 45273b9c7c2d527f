package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import java.util.List;
import java.util.Optional;

/**
 * What came out of the rules for one call.
 *
 * @param shown      at most {@link RuleBook#MAXIMUM_SHOWN}, best first, one per occasion
 * @param suppressed what was held back on purpose; empty when nothing was
 * @param notShown   one for every other rule, in the order of the rule book
 * @param failures   rules that could not be evaluated; the others are not affected
 */
public record PromptSelection(
        List<SelectedPrompt> shown,
        Optional<Suppression> suppressed,
        List<NotShown> notShown,
        List<RuleFailure> failures) {
    public PromptSelection {
        shown = List.copyOf(shown);
        notShown = List.copyOf(notShown);
        failures = List.copyOf(failures);
    }

    /** Nothing: the caller is no customer, or there are no rules. */
    public static final PromptSelection NOTHING =
            new PromptSelection(List.of(), Optional.empty(), List.of(), List.of());

    /**
     * Prompts that would have been shown, had another one not forbidden them.
     *
     * @param occasions distinct, at least one
     * @param byRuleId  the rule that forbids
     * @param reason    one sentence for the agent
     */
    public record Suppression(List<Occasion> occasions, String byRuleId, Bilingual reason) {
        public Suppression {
            occasions = List.copyOf(occasions);
        }
    }

    /** Why a rule did not lead to a prompt. */
    public record NotShown(Occasion occasion, String ruleId, int ruleVersion, NotShownReason reason) {}

    /**
     * A rule that could not be evaluated.
     *
     * @param message of the evaluator, in English; holds no values of facts
     */
    public record RuleFailure(Occasion occasion, String ruleId, int ruleVersion, String message) {}
}

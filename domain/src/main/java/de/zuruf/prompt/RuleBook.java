package de.zuruf.prompt;

import de.zuruf.prompt.PromptSelection.NotShown;
import de.zuruf.prompt.PromptSelection.RuleFailure;
import de.zuruf.prompt.PromptSelection.Suppression;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of checked, compiled rules. Immutable and thread-safe; compile once, evaluate for every call. */
public final class RuleBook {

    /** Prompts on screen. */
    public static final int MAXIMUM_SHOWN = 3;

    /** Rules in a book. */
    public static final int MAXIMUM_RULES = 200;

    private static final Comparator<PromptRule> ORDER =
            Comparator.comparingInt(PromptRule::priority).reversed().thenComparing(PromptRule::id);

    private final List<PromptRule> rules;
    private final List<CompiledRule> compiled;

    private RuleBook(List<CompiledRule> compiled) {
        this.compiled = compiled;
        this.rules = compiled.stream().map(CompiledRule::rule).toList();
    }

    /**
     * Checks and compiles rules.
     *
     * @throws RuleBookException with everything that is wrong
     */
    public static RuleBook of(Collection<PromptRule> rules) {
        List<RuleProblem> problems = new ArrayList<>();
        List<CompiledRule> compiled = new ArrayList<>();
        if (rules.size() > MAXIMUM_RULES) {
            throw new RuleBookException(List.of(new RuleProblem(
                    null,
                    "rules",
                    0,
                    0,
                    new Bilingual("höchstens " + MAXIMUM_RULES + " Regeln", "at most " + MAXIMUM_RULES + " rules"))));
        }
        Set<String> ids = new HashSet<>();
        for (PromptRule rule : rules) {
            CompiledRule.compile(rule, problems).ifPresent(compiled::add);
            if (rule.id() != null && !ids.add(rule.id())) {
                problems.add(
                        new RuleProblem(rule.id(), "id", 0, 0, new Bilingual("kommt zweimal vor", "occurs twice")));
            }
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        compiled.sort(Comparator.comparing(CompiledRule::rule, ORDER));
        return new RuleBook(List.copyOf(compiled));
    }

    /** {@return the rules, highest priority first, those of the same priority by id} */
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
        Selection selection = new Selection(facts);
        for (CompiledRule rule : compiled) {
            selection.judge(rule, today);
        }
        return selection.select();
    }

    /** The state of one evaluation. */
    private static final class Selection {
        private final PromptFacts facts;
        private final List<CompiledRule> applicable = new ArrayList<>();
        private final List<NotShown> notShown = new ArrayList<>();
        private final List<RuleFailure> failures = new ArrayList<>();
        private CompiledRule suppressor;
        private boolean suppressorFailed;

        Selection(PromptFacts facts) {
            this.facts = facts;
        }

        void judge(CompiledRule compiled, LocalDate today) {
            PromptRule rule = compiled.rule();
            NotShownReason reason = null;
            try {
                if (!compiled.validOn(today)) {
                    reason = NotShownReason.NOT_VALID;
                } else if (!compiled.forValueClass(facts)) {
                    reason = NotShownReason.VALUE_CLASS;
                } else if (!compiled.forPhase(facts)) {
                    reason = NotShownReason.PHASE;
                } else if (!compiled.condition().holds(facts.variables())) {
                    reason = NotShownReason.CONDITION;
                }
            } catch (Conditions.FailedException e) {
                reason = failed(rule, e.getMessage());
            } catch (RuntimeException e) {
                reason = failed(rule, e.getClass().getSimpleName());
            }
            if (reason != null) {
                note(rule, reason);
            } else {
                applicable.add(compiled);
            }
            boolean failed = reason == NotShownReason.FAILED;
            if (rule.suppressesSelling() && suppressor == null && (reason == null || failed)) {
                // Whoever cannot tell whether there is a complaint does not sell into it.
                suppressor = compiled;
                suppressorFailed = failed;
            }
        }

        private NotShownReason failed(PromptRule rule, String message) {
            failures.add(new RuleFailure(rule.occasion(), rule.id(), rule.version(), message));
            return NotShownReason.FAILED;
        }

        private void note(PromptRule rule, NotShownReason reason) {
            notShown.add(new NotShown(rule.occasion(), rule.id(), rule.version(), reason));
        }

        PromptSelection select() {
            List<SelectedPrompt> shown = new ArrayList<>();
            Set<Occasion> taken = EnumSet.noneOf(Occasion.class);
            Set<Occasion> suppressed = EnumSet.noneOf(Occasion.class);
            for (CompiledRule compiled : applicable) {
                PromptRule rule = compiled.rule();
                if (rule.sells() && suppressor != null && compiled != suppressor) {
                    suppressed.add(rule.occasion());
                    note(rule, NotShownReason.SUPPRESSED);
                } else if (taken.contains(rule.occasion())) {
                    note(rule, NotShownReason.SAME_OCCASION);
                } else if (shown.size() == MAXIMUM_SHOWN) {
                    note(rule, NotShownReason.TOO_MANY);
                } else {
                    Optional<SelectedPrompt> prompt = compiled.fill(facts);
                    if (prompt.isPresent()) {
                        shown.add(prompt.get());
                        taken.add(rule.occasion());
                    } else {
                        note(rule, NotShownReason.FACT_MISSING);
                    }
                }
            }
            return new PromptSelection(shown, suppression(suppressed), notShown, failures);
        }

        private Optional<Suppression> suppression(Set<Occasion> suppressed) {
            if (suppressed.isEmpty()) {
                return Optional.empty();
            }
            Bilingual reason = (suppressorFailed ? Optional.<Bilingual>empty() : suppressor.reason(facts))
                    .map(why -> new Bilingual("Jetzt nicht verkaufen: " + why.de(), "Do not sell now: " + why.en()))
                    .orElse(new Bilingual("Jetzt nicht verkaufen.", "Do not sell now."));
            return Optional.of(
                    new Suppression(List.copyOf(suppressed), suppressor.rule().id(), reason));
        }
    }
}

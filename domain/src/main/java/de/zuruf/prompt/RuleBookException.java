package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.util.List;
import java.util.Map;

/** Rules are refused; tells everything that is wrong, not only the first. */
public final class RuleBookException extends InvalidInputException {

    private final transient List<RuleProblem> problems;

    /** @param problems what is wrong, at least one */
    public RuleBookException(List<RuleProblem> problems) {
        super("ZURUF-RULE", words(problems), null, Map.of("problems", List.copyOf(problems)), null);
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong, at least one} */
    public List<RuleProblem> problems() {
        return problems;
    }

    private static Bilingual words(List<RuleProblem> problems) {
        RuleProblem first = problems.get(0);
        String id = first.ruleId();
        boolean placed = first.line() > 0;
        String more = problems.size() > 1 ? " (+" + (problems.size() - 1) + ")" : "";
        return new Bilingual(
                (id == null ? "" : "Regel " + id + ", ") + first.part()
                        + (placed ? ", Zeile %d, Spalte %d".formatted(first.line(), first.column()) : "")
                        + ": " + first.message().de() + more,
                (id == null ? "" : "Rule " + id + ", ") + first.part()
                        + (placed ? ", line %d, column %d".formatted(first.line(), first.column()) : "")
                        + ": " + first.message().en() + more);
    }
}

package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.util.List;
import java.util.Map;

/** A scheme is refused; tells everything that is wrong, up to a hundred things, not only the first. */
public final class SchemeException extends InvalidInputException {

    private final transient List<SchemeProblem> problems;

    /** @param problems what is wrong, at least one */
    public SchemeException(List<SchemeProblem> problems) {
        super(
                "ZURUF-SCHEME",
                words(problems),
                problems.get(0).position(),
                Map.of("problems", List.copyOf(problems)),
                null);
        this.problems = List.copyOf(problems);
    }

    /** {@return what is wrong, at least one} */
    public List<SchemeProblem> problems() {
        return problems;
    }

    private static Bilingual words(List<SchemeProblem> problems) {
        SchemeProblem first = problems.get(0);
        String more = problems.size() > 1 ? " (+" + (problems.size() - 1) + ")" : "";
        return new Bilingual(
                first.position() + ": " + first.message().de() + more,
                first.position() + ": " + first.message().en() + more);
    }
}

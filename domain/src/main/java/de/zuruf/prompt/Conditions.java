package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one place that knows CEL: declarations, limits, compilation, evaluation. An instance compiles conditions over one set of
 * variables; thread-safe.
 */
public final class Conditions {

    /** Longest condition. */
    public static final int MAXIMUM_LENGTH = 1_000;

    static final int MAXIMUM_DEPTH = 32;
    static final int MAXIMUM_NODES = 500;
    static final int MAXIMUM_ITERATIONS = 1_000;
    private static final int MAXIMUM_REGEX = 1_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAXIMUM_LENGTH)
            .maxParseRecursionDepth(MAXIMUM_DEPTH)
            .maxParseExpressionNodeCount(MAXIMUM_NODES)
            .maxParseErrorRecoveryLimit(5)
            .comprehensionMaxIterations(MAXIMUM_ITERATIONS)
            .maxRegexProgramSize(MAXIMUM_REGEX)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private static final String PART = "condition";

    private final CelCompiler compiler;

    private Conditions(CelCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * {@return what compiles conditions over some variables}
     *
     * @param variables their names and types
     */
    public static Conditions over(Map<String, FactType> variables) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE, CelStandardMacro.ALL)
                .setResultType(SimpleType.BOOL);
        variables.forEach((name, type) -> builder.addVar(name, type(type)));
        return new Conditions(builder.build());
    }

    private static CelType type(FactType type) {
        return switch (type) {
            case TEXT, DAY -> SimpleType.STRING;
            case NUMBER, PERCENT -> SimpleType.INT;
            case MONEY, FACTOR -> SimpleType.DOUBLE;
            case YES_NO -> SimpleType.BOOL;
            case LIST -> ListType.create(SimpleType.STRING);
        };
    }

    /** A compiled condition; thread-safe. */
    public static final class Condition {
        private final CelRuntime.Program program;

        private Condition(CelRuntime.Program program) {
            this.program = program;
        }

        /**
         * {@return whether it holds}
         *
         * @param variables all that were declared
         * @throws FailedException e.g. for a division by zero or too many iterations
         */
        public boolean holds(Map<String, Object> variables) throws FailedException {
            try {
                return Boolean.TRUE.equals(program.eval(variables));
            } catch (CelEvaluationException e) {
                throw new FailedException(String.valueOf(e.getErrorCode()), e);
            } catch (RuntimeException e) {
                throw new FailedException(e.getClass().getSimpleName(), e);
            }
        }
    }

    /** A condition could be compiled but not evaluated; the message is CEL's code for the reason. */
    public static final class FailedException extends Exception {
        private FailedException(String code, Throwable cause) {
            super(code, cause);
        }
    }

    /**
     * Checks a condition and its length.
     *
     * @param ruleId   whose it is
     * @param problems gets what is wrong with it
     * @return the compiled condition; empty when there is a problem
     */
    public Optional<Condition> check(String ruleId, String expression, List<RuleProblem> problems) {
        if (expression == null || expression.isBlank()) {
            problems.add(new RuleProblem(ruleId, PART, 0, 0, new Bilingual("fehlt", "is missing")));
            return Optional.empty();
        }
        if (expression.length() > MAXIMUM_LENGTH) {
            problems.add(new RuleProblem(
                    ruleId,
                    PART,
                    0,
                    0,
                    new Bilingual(
                            "höchstens " + MAXIMUM_LENGTH + " Zeichen", "at most " + MAXIMUM_LENGTH + " characters")));
            return Optional.empty();
        }
        try {
            return Optional.of(new Condition(
                    RUNTIME.createProgram(compiler.compile(expression).getAst())));
        } catch (CelValidationException e) {
            List<CelIssue> issues = e.getErrors();
            issues.forEach(issue -> problems.add(problem(ruleId, issue)));
        } catch (CelEvaluationException e) {
            problems.add(new RuleProblem(ruleId, PART, 0, 0, Bilingual.same(String.valueOf(e.getErrorCode()))));
        }
        return Optional.empty();
    }

    private static RuleProblem problem(String ruleId, CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        // CEL counts columns from 0.
        return new RuleProblem(
                ruleId, PART, Math.max(line, 0), line > 0 ? column + 1 : 0, Bilingual.same(issue.getMessage()));
    }
}

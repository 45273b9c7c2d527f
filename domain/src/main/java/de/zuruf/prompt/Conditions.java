package de.zuruf.prompt;

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

/** The one place that knows CEL: declarations, limits, compilation, evaluation. */
final class Conditions {

    static final int MAXIMUM_LENGTH = 1_000;
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

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private Conditions() {}

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE, CelStandardMacro.ALL)
                .setResultType(SimpleType.BOOL);
        for (PromptFact fact : PromptFact.values()) {
            builder.addVar(fact.variable(), type(fact.type()));
        }
        return builder.build();
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
    static final class Condition {
        private final CelRuntime.Program program;

        private Condition(CelRuntime.Program program) {
            this.program = program;
        }

        /**
         * {@return whether it holds}
         *
         * @throws CelEvaluationException e.g. for a division by zero or too many iterations
         */
        boolean holds(Map<String, Object> variables) throws CelEvaluationException {
            return Boolean.TRUE.equals(program.eval(variables));
        }
    }

    /** Where and what is wrong; line and column from 1, or 0. */
    record Problem(int line, int column, String message) {}

    /** A condition does not compile. */
    static final class NotCompiledException extends Exception {
        final transient List<Problem> problems;

        NotCompiledException(List<Problem> problems, Throwable cause) {
            super(cause);
            this.problems = problems;
        }
    }

    static Condition compile(String expression) throws NotCompiledException {
        try {
            return new Condition(
                    RUNTIME.createProgram(COMPILER.compile(expression).getAst()));
        } catch (CelValidationException e) {
            List<CelIssue> issues = e.getErrors();
            throw new NotCompiledException(
                    issues.stream().map(Conditions::problem).toList(), e);
        } catch (CelEvaluationException e) {
            throw new NotCompiledException(List.of(new Problem(0, 0, String.valueOf(e.getErrorCode()))), e);
        }
    }

    private static Problem problem(CelIssue issue) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        // CEL counts columns from 0.
        return new Problem(Math.max(line, 0), line > 0 ? column + 1 : 0, issue.getMessage());
    }
}

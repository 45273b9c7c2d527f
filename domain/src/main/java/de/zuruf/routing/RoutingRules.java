package de.zuruf.routing;

import de.zuruf.prompt.Conditions;
import de.zuruf.prompt.RuleBookException;
import de.zuruf.prompt.RuleProblem;
import de.zuruf.wording.Bilingual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A set of checked, compiled routing rules. Immutable and thread-safe; compile once, ask for every call. */
public final class RoutingRules {

    /** Most rules. */
    public static final int MAXIMUM_RULES = 200;

    private static final int MAXIMUM_POSITION = 10_000;
    private static final int MAXIMUM_PRIORITY = 1_000;
    private static final int MAXIMUM_ID = 64;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,19}");
    private static final Comparator<RoutingRule> ORDER =
            Comparator.comparingInt(RoutingRule::position).thenComparing(RoutingRule::id);
    private static final Conditions CONDITIONS = Conditions.over(Arrays.stream(RoutingFact.values())
            .collect(Collectors.toUnmodifiableMap(RoutingFact::variable, RoutingFact::type)));

    private final List<Compiled> compiled;

    private record Compiled(RoutingRule rule, Conditions.Condition condition) {}

    private RoutingRules(List<Compiled> compiled) {
        this.compiled = compiled;
    }

    /**
     * Checks and compiles rules.
     *
     * @throws RuleBookException with everything that is wrong
     */
    public static RoutingRules of(Collection<RoutingRule> rules) {
        List<RuleProblem> problems = new ArrayList<>();
        List<Compiled> compiled = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (rules.size() > MAXIMUM_RULES) {
            throw new RuleBookException(List.of(problem(
                    null, "rules", "höchstens " + MAXIMUM_RULES + " Regeln", "at most " + MAXIMUM_RULES + " rules")));
        }
        for (RoutingRule rule : rules) {
            check(rule, problems);
            if (rule.id() != null && !ids.add(rule.id())) {
                problems.add(problem(rule, "id", "kommt zweimal vor", "occurs twice"));
            }
            CONDITIONS
                    .check(shortId(rule), rule.condition(), problems)
                    .ifPresent(condition -> compiled.add(new Compiled(rule, condition)));
        }
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        compiled.sort(Comparator.comparing(Compiled::rule, ORDER));
        return new RoutingRules(List.copyOf(compiled));
    }

    private static void check(RoutingRule rule, List<RuleProblem> problems) {
        require(
                rule,
                problems,
                rule.id() != null
                        && rule.id().length() <= MAXIMUM_ID
                        && ID.matcher(rule.id()).matches(),
                "id",
                "nur kleine Buchstaben, Ziffern und Bindestriche, höchstens " + MAXIMUM_ID + " Zeichen",
                "only lower-case letters, digits and hyphens, at most " + MAXIMUM_ID + " characters");
        require(rule, problems, rule.version() >= 1, "version", "mindestens 1", "at least 1");
        require(
                rule,
                problems,
                rule.position() >= 0 && rule.position() <= MAXIMUM_POSITION,
                "position",
                "0 bis " + MAXIMUM_POSITION,
                "0 to " + MAXIMUM_POSITION);
        require(
                rule,
                problems,
                rule.queue() == null || QUEUE.matcher(rule.queue()).matches(),
                "queue",
                "1 bis 80 Buchstaben ohne Umlaute, Ziffern und _ . -",
                "1 to 80 letters without umlauts, digits and _ . -");
        require(
                rule,
                problems,
                rule.priority() == null || rule.priority() >= 0 && rule.priority() <= MAXIMUM_PRIORITY,
                "priority",
                "0 bis " + MAXIMUM_PRIORITY,
                "0 to " + MAXIMUM_PRIORITY);
        require(
                rule,
                problems,
                rule.language() == null || LANGUAGE.matcher(rule.language()).matches(),
                "language",
                "ein Kürzel wie de oder en_GB",
                "a code such as de or en_GB");
        require(
                rule,
                problems,
                rule.queue() != null
                        || rule.priority() != null
                        || rule.toOwner() != null
                        || rule.vip() != null
                        || rule.language() != null,
                "rule",
                "sie bestimmt nichts",
                "it decides nothing");
    }

    private static void require(
            RoutingRule rule, List<RuleProblem> problems, boolean holds, String part, String de, String en) {
        if (!holds) {
            problems.add(problem(rule, part, de, en));
        }
    }

    private static RuleProblem problem(RoutingRule rule, String part, String de, String en) {
        return new RuleProblem(shortId(rule), part, 0, 0, new Bilingual(de, en));
    }

    private static String shortId(RoutingRule rule) {
        String id = rule == null ? null : rule.id();
        return id == null || id.length() <= MAXIMUM_ID ? id : id.substring(0, MAXIMUM_ID);
    }

    /** {@return the rules in the order in which they are asked} */
    public List<RoutingRule> rules() {
        return compiled.stream().map(Compiled::rule).toList();
    }

    /**
     * Decides each part by the first rule that holds and says something about it. Never throws because of a rule.
     *
     * @param facts of the call
     */
    public RoutingDecision decide(RoutingFacts facts) {
        Map<String, Object> variables = facts.variables();
        Decision decision = new Decision();
        for (Compiled next : compiled) {
            try {
                if (decision.open(next.rule) && next.condition.holds(variables)) {
                    decision.take(next.rule);
                }
            } catch (Conditions.FailedException e) {
                decision.failed.add(next.rule.id());
            }
        }
        return decision.made();
    }

    /** The state of one decision. */
    private static final class Decision {
        private String queue;
        private Integer priority;
        private Boolean toOwner;
        private Boolean vip;
        private String language;
        private final List<String> rules = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();

        /** Whether a rule could still decide something. */
        boolean open(RoutingRule rule) {
            return queue == null && rule.queue() != null
                    || priority == null && rule.priority() != null
                    || toOwner == null && rule.toOwner() != null
                    || vip == null && rule.vip() != null
                    || language == null && rule.language() != null;
        }

        void take(RoutingRule rule) {
            rules.add(rule.id());
            queue = queue == null ? rule.queue() : queue;
            priority = priority == null ? rule.priority() : priority;
            toOwner = toOwner == null ? rule.toOwner() : toOwner;
            vip = vip == null ? rule.vip() : vip;
            language = language == null ? rule.language() : language;
        }

        RoutingDecision made() {
            return new RoutingDecision(
                    queue, priority, Boolean.TRUE.equals(toOwner), Boolean.TRUE.equals(vip), language, rules, failed);
        }
    }

    /**
     * {@return the rules that come with the product} They name no queue, because which ones there are the telephone system's operator
     * knows.
     */
    public static List<RoutingRule> starterRules() {
        return List.of(
                new RoutingRule(
                        "key-account-complaint",
                        1,
                        100,
                        "valueClass == \"A\" && openComplaints > 0",
                        null,
                        30,
                        true,
                        true,
                        null),
                new RoutingRule("key-account", 1, 200, "valueClass == \"A\"", null, 20, true, true, null),
                new RoutingRule("open-complaint", 1, 300, "openComplaints > 0", null, 10, null, null, null),
                new RoutingRule(
                        "at-risk", 1, 400, "phase == \"AT_RISK\" && valueClass == \"B\"", null, 10, true, null, null),
                new RoutingRule(
                        "from-abroad",
                        1,
                        900,
                        "country != \"\" && !(country in [\"DE\", \"AT\", \"CH\", \"LI\"])",
                        null,
                        null,
                        null,
                        null,
                        "en"));
    }
}

package de.zuruf.prompt;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule that has passed all checks, ready to run. */
record CompiledRule(
        PromptRule rule,
        Set<String> valueClasses,
        Set<String> phases,
        Conditions.Condition condition,
        Text title,
        Text text,
        Text why,
        List<Text> questions) {

    static final int MAXIMUM_TITLE = 80;
    static final int MAXIMUM_TEXT = 500;
    static final int MAXIMUM_QUESTION = 250;
    static final int MAXIMUM_QUESTIONS = 5;
    private static final int MAXIMUM_PRIORITY = 1_000;
    private static final int MAXIMUM_ID = 64;
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Conditions CONDITIONS = Conditions.over(Arrays.stream(PromptFact.values())
            .collect(Collectors.toUnmodifiableMap(PromptFact::variable, PromptFact::type)));

    /** A template in both languages. */
    record Text(Template de, Template en) {
        Optional<Bilingual> fill(PromptFacts facts) {
            Optional<String> german = de.fill(facts, true);
            Optional<String> english = en.fill(facts, false);
            return german.isPresent() && english.isPresent()
                    ? Optional.of(new Bilingual(german.get(), english.get()))
                    : Optional.empty();
        }
    }

    boolean validOn(LocalDate today) {
        return (rule.validFrom() == null || !today.isBefore(rule.validFrom()))
                && (rule.validTo() == null || !today.isAfter(rule.validTo()));
    }

    boolean forValueClass(PromptFacts facts) {
        return valueClasses.isEmpty()
                || valueClasses.contains(facts.variables().get(PromptFact.VALUE_CLASS.variable()));
    }

    boolean forPhase(PromptFacts facts) {
        return phases.isEmpty() || phases.contains(facts.variables().get(PromptFact.PHASE.variable()));
    }

    /** {@return the filled-in reason; empty when a fact is missing} */
    Optional<Bilingual> reason(PromptFacts facts) {
        return why.fill(facts);
    }

    /** {@return the prompt; empty when one of its texts needs a fact that is not set} */
    Optional<SelectedPrompt> fill(PromptFacts facts) {
        Optional<Bilingual> filledTitle = title.fill(facts);
        Optional<Bilingual> filledText = text.fill(facts);
        Optional<Bilingual> filledWhy = why.fill(facts);
        if (filledTitle.isEmpty() || filledText.isEmpty() || filledWhy.isEmpty()) {
            return Optional.empty();
        }
        // A question without its fact is left out: the prompt is still worth showing.
        List<Bilingual> asked =
                questions.stream().flatMap(q -> q.fill(facts).stream()).toList();
        return Optional.of(new SelectedPrompt(
                rule.occasion(),
                rule.id(),
                rule.version(),
                rule.sells(),
                filledTitle.get(),
                filledText.get(),
                filledWhy.get(),
                new Questions(
                        asked.stream().map(Bilingual::de).toList(),
                        asked.stream().map(Bilingual::en).toList())));
    }

    /** {@return the compiled rule; empty when something was added to the problems} */
    static Optional<CompiledRule> compile(PromptRule rule, List<RuleProblem> problems) {
        Check check = new Check(rule, problems);
        check.head();
        Conditions.Condition condition = check.condition();
        Text title = check.text("title", rule.title(), MAXIMUM_TITLE);
        Text text = check.text("text", rule.text(), MAXIMUM_TEXT);
        Text why = check.text("reason", rule.reason(), MAXIMUM_TEXT);
        List<Text> questions = check.questions();
        return check.passed
                ? Optional.of(new CompiledRule(
                        rule,
                        rule.valueClasses().stream().map(ValueClass::name).collect(Collectors.toUnmodifiableSet()),
                        rule.phases().stream().map(LifecyclePhase::name).collect(Collectors.toUnmodifiableSet()),
                        condition,
                        title,
                        text,
                        why,
                        questions))
                : Optional.empty();
    }

    private static final class Check {
        private final PromptRule rule;
        private final List<RuleProblem> problems;
        private boolean passed = true;

        Check(PromptRule rule, List<RuleProblem> problems) {
            this.rule = rule;
            this.problems = problems;
        }

        void head() {
            require(
                    rule.id() != null
                            && rule.id().length() <= MAXIMUM_ID
                            && ID.matcher(rule.id()).matches(),
                    "id",
                    "nur kleine Buchstaben, Ziffern und Bindestriche, höchstens " + MAXIMUM_ID + " Zeichen",
                    "only lower-case letters, digits and hyphens, at most " + MAXIMUM_ID + " characters");
            require(rule.version() >= 1, "version", "mindestens 1", "at least 1");
            require(rule.occasion() != null, "occasion", "fehlt", "is missing");
            require(
                    rule.priority() >= 0 && rule.priority() <= MAXIMUM_PRIORITY,
                    "priority",
                    "0 bis " + MAXIMUM_PRIORITY,
                    "0 to " + MAXIMUM_PRIORITY);
            require(
                    rule.validFrom() == null
                            || rule.validTo() == null
                            || !rule.validTo().isBefore(rule.validFrom()),
                    "validTo",
                    "liegt vor dem Beginn",
                    "lies before the beginning");
        }

        Conditions.Condition condition() {
            int before = problems.size();
            Conditions.Condition condition =
                    CONDITIONS.check(shortId(), rule.condition(), problems).orElse(null);
            passed &= problems.size() == before;
            return condition;
        }

        Text text(String part, Bilingual words, int limit) {
            if (!require(words != null, part, "fehlt", "is missing")) {
                return null;
            }
            return new Text(template(part + ".de", words.de(), limit), template(part + ".en", words.en(), limit));
        }

        List<Text> questions() {
            Questions questions = rule.questions() == null ? Questions.NONE : rule.questions();
            require(
                    questions.de().size() <= MAXIMUM_QUESTIONS,
                    "questions",
                    "höchstens " + MAXIMUM_QUESTIONS,
                    "at most " + MAXIMUM_QUESTIONS);
            List<Text> texts = new ArrayList<>();
            for (int i = 0; i < questions.de().size(); i++) {
                texts.add(text(
                        "questions[" + i + "]",
                        new Bilingual(questions.de().get(i), questions.en().get(i)),
                        MAXIMUM_QUESTION));
            }
            return List.copyOf(texts);
        }

        private Template template(String part, String text, int limit) {
            if (!require(!text.isBlank(), part, "fehlt", "is missing")
                    || !require(
                            text.length() <= limit,
                            part,
                            "höchstens " + limit + " Zeichen",
                            "at most " + limit + " characters")) {
                return null;
            }
            try {
                return Template.of(text);
            } catch (Template.MalformedException e) {
                String before = text.substring(0, e.index);
                int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
                int column = e.index - before.lastIndexOf('\n');
                report(part, line, column, new Bilingual(e.de, e.en));
                return null;
            }
        }

        private boolean require(boolean holds, String part, String de, String en) {
            if (!holds) {
                report(part, 0, 0, new Bilingual(de, en));
            }
            return holds;
        }

        private void report(String part, int line, int column, Bilingual message) {
            passed = false;
            problems.add(new RuleProblem(shortId(), part, line, column, message));
        }

        private String shortId() {
            String id = rule.id();
            return id == null || id.length() <= MAXIMUM_ID ? id : id.substring(0, MAXIMUM_ID);
        }
    }
}

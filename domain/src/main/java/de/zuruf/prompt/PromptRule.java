package de.zuruf.prompt;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.time.LocalDate;
import java.util.Set;

/**
 * When to show a prompt and what it says. A value without behaviour: {@link RuleBook} checks and runs it.
 *
 * @param id                stable: lower-case letters, digits and hyphens, at most 64 characters
 * @param version           from 1, higher with each change
 * @param occasion          what for
 * @param valueClasses      applies to these; empty means all
 * @param phases            applies to these; empty means all
 * @param condition         CEL expression of type bool over {@link PromptFact}s
 * @param priority          0 to 1000; higher is shown first
 * @param selling           sells, in addition to occasions that always do
 * @param suppressesSelling while it applies, no selling prompt is shown; its reason tells why
 * @param title             template, a few words
 * @param text              template, what to do, one or two sentences
 * @param reason            template, why it is shown, with the figures
 * @param questions         templates of open questions, at most five
 * @param validFrom         first day; null when it always was
 * @param validTo           last day; null when it has no end
 */
public record PromptRule(
        String id,
        int version,
        Occasion occasion,
        Set<ValueClass> valueClasses,
        Set<LifecyclePhase> phases,
        String condition,
        int priority,
        boolean selling,
        boolean suppressesSelling,
        Bilingual title,
        Bilingual text,
        Bilingual reason,
        Questions questions,
        LocalDate validFrom,
        LocalDate validTo) {
    public PromptRule {
        valueClasses = Set.copyOf(valueClasses);
        phases = Set.copyOf(phases);
    }

    /** {@return whether a prompt of this rule sells} */
    public boolean sells() {
        return selling || occasion.selling();
    }
}

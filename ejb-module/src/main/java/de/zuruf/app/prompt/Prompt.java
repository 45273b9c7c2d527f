package de.zuruf.app.prompt;

import de.zuruf.prompt.Occasion;
import de.zuruf.prompt.PromptAnswer;
import de.zuruf.prompt.Questions;
import de.zuruf.wording.Bilingual;

/**
 * A prompt on a card.
 *
 * @param id     of this showing
 * @param answer null until somebody answers
 */
public record Prompt(
        long id,
        Occasion occasion,
        String ruleId,
        int ruleVersion,
        boolean selling,
        Bilingual title,
        Bilingual text,
        Bilingual reason,
        Questions questions,
        PromptAnswer answer) {}

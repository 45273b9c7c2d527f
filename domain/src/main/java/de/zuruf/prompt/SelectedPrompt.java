package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;

/**
 * A prompt with its texts filled in.
 *
 * @param occasion    what for
 * @param ruleId      of the rule
 * @param ruleVersion of the rule
 * @param selling     whether it sells
 * @param title       a few words
 * @param text        what to do
 * @param reason      why it is shown, with figures
 * @param questions   open questions
 */
public record SelectedPrompt(
        Occasion occasion,
        String ruleId,
        int ruleVersion,
        boolean selling,
        Bilingual title,
        Bilingual text,
        Bilingual reason,
        Questions questions) {}

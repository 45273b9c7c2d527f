package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;

/**
 * What is wrong with a rule.
 *
 * @param ruleId  as given, shortened to 64 characters; null when it has none
 * @param part    {@code condition}, {@code title.de} and so on
 * @param line    from 1; 0 when it is not about a place in a text
 * @param column  from 1; 0 when it is not about a place in a text
 * @param message what is wrong
 */
public record RuleProblem(String ruleId, String part, int line, int column, Bilingual message) {}

package de.zuruf.app.prompt;

import de.zuruf.prompt.Occasion;
import de.zuruf.wording.Bilingual;
import java.util.List;

/** What is not shown on purpose, and why. */
public record Suppressed(List<Occasion> occasions, Bilingual reason) {}

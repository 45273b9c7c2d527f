package de.zuruf.call;

import de.zuruf.wording.Bilingual;

/**
 * A candidate in the chooser.
 *
 * @param candidate who
 * @param reason    why it stands where it stands, the strongest reason only
 */
public record RankedCandidate(MatchCandidate candidate, Bilingual reason) {}

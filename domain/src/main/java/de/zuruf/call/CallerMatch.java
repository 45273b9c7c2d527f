package de.zuruf.call;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberOutcome;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** From a caller's number to a {@link Caller}: which numbers to look up, and what to make of the answers. */
public final class CallerMatch {

    private CallerMatch() {}

    /**
     * What to ask the mirror for, in one query.
     *
     * @param exact matches lines of any kind
     * @param heads match lines of kind {@link de.zuruf.customer.NumberKind#HEAD} only, longest first
     */
    public record LookupKeys(E164 exact, List<E164> heads) {
        public LookupKeys {
            heads = List.copyOf(heads);
        }
    }

    /** {@return the keys for a caller's number; mobile numbers have no head numbers} */
    public static LookupKeys keysOf(E164 number) {
        throw new UnsupportedOperationException();
    }

    /**
     * Decides who calls.
     *
     * @param caller as read by {@link de.zuruf.customer.NumberPlan#normaliseSignalled}
     * @param found  rows of the mirror for {@link #keysOf}; those that match no key are ignored. Empty for any outcome
     *     but {@link NumberOutcome.Valid}
     * @param today  for the reasons' words
     */
    public static Caller decide(NumberOutcome caller, Collection<MatchCandidate> found, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    /** {@return the candidates, best first, each with its reason} */
    public static List<RankedCandidate> rank(Collection<MatchCandidate> candidates, LocalDate today) {
        throw new UnsupportedOperationException();
    }
}

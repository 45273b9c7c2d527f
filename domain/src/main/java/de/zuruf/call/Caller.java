package de.zuruf.call;

import de.zuruf.customer.E164;
import java.util.List;

/** Who calls, as far as the mirror knows. */
public sealed interface Caller {

    /** {@return the kind as the browser gets it} */
    CallerKind kind();

    /** One person of one company. */
    record Known(E164 number, MatchCandidate candidate) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.KNOWN;
        }
    }

    /**
     * A company; who it is there is not known.
     *
     * @param candidate the company, its {@code contactId} null
     * @param extension digits after the head number; empty when the call comes from the head number itself
     */
    record Company(E164 number, MatchCandidate candidate, String extension) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.COMPANY;
        }
    }

    /**
     * Several companies or persons share the number.
     *
     * @param ranked at least two, best first
     */
    record Ambiguous(E164 number, List<RankedCandidate> ranked) implements Caller {
        public Ambiguous {
            ranked = List.copyOf(ranked);
        }

        @Override
        public CallerKind kind() {
            return CallerKind.AMBIGUOUS;
        }
    }

    /**
     * Nobody in the mirror.
     *
     * @param number null when the line signalled something that is no number
     */
    record Unknown(E164 number) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.UNKNOWN;
        }
    }

    /** The number is withheld. */
    record Anonymous() implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.ANONYMOUS;
        }
    }

    /**
     * A colleague.
     *
     * @param line extension or, for one of our own outside numbers, the number in E.164
     */
    record Internal(String line) implements Caller {
        @Override
        public CallerKind kind() {
            return CallerKind.INTERNAL;
        }
    }
}

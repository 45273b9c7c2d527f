package de.zuruf.customer;

import de.zuruf.wording.Bilingual;

/** What {@link NumberPlan} makes of a number as typed or signalled. */
public sealed interface NumberOutcome {

    /** A number that can be dialled. */
    record Valid(E164 number) implements NumberOutcome {}

    /** One of our own company's numbers; never looked up among customers. */
    record Own(E164 number) implements NumberOutcome {}

    /**
     * A telephone of our own PBX.
     *
     * @param extension digits only
     */
    record Extension(String extension) implements NumberOutcome {}

    /**
     * A line behind which many strangers call (answering service, fax gateway, a carrier's placeholder); shown, but never taken for
     * a customer, though one may have noted it as his own.
     */
    record Ignored(E164 number) implements NumberOutcome {}

    /** The caller hides his number, or there is none. */
    record Withheld() implements NumberOutcome {}

    /**
     * Something else.
     *
     * @param why one sentence
     */
    record NotANumber(Bilingual why) implements NumberOutcome {}
}

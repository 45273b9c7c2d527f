package de.zuruf.customer;

import de.zuruf.wording.Bilingual;

/** What {@link NumberPolicy} says of a number that somebody wants to be dialled for him. */
public sealed interface DialVerdict {

    /**
     * It may be dialled.
     *
     * @param dialled digits as a telephone of the house dials them, outside-line prefix included
     * @param number  in E.164; null for a telephone of the house
     * @param inside  whether it reaches one of ours, be it by way of the exchange
     * @param warning what to tell before dialling; null when there is nothing
     */
    record Allowed(String dialled, E164 number, boolean inside, Bilingual warning) implements DialVerdict {
        @Override
        public String toString() {
            // The digits are personal data and must not reach a log by way of a record's default text.
            return "Allowed[inside=" + inside + ", warned=" + (warning != null) + "]";
        }
    }

    /**
     * It may not.
     *
     * @param why for the person who wants it, at most three sentences
     */
    record Refused(Reason reason, Bilingual why) implements DialVerdict {}

    /** Why a number is not dialled. */
    enum Reason {
        /** Police, fire brigade: from the telephone only, where the call's place is known and nobody clicks by mistake. */
        EMERGENCY,
        /** {@link CallCost#PREMIUM}. */
        PREMIUM,
        /** In a country that is not among those allowed. */
        FOREIGN,
        /** In the house's own list of what is not dialled. */
        DENIED,
        /** A short code of the network. */
        SHORT_CODE,
        /** No telephone number. */
        NO_NUMBER
    }
}

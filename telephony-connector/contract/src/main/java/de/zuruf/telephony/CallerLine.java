package de.zuruf.telephony;

import java.io.Serializable;

/**
 * The caller as the line presents him; nothing here is trusted or normalised.
 *
 * @param number as signalled, digits with an optional leading plus, at most 80 characters; null when withheld or absent
 * @param name   as signalled, control and direction-override characters removed, at most 80 characters; null when absent
 */
public record CallerLine(String number, String name) implements Serializable {

    /** A caller of whom the line says nothing. */
    public static final CallerLine WITHHELD = new CallerLine(null, null);

    /** {@return whether the caller hides his number or the line does not transmit one} */
    public boolean withheld() {
        return number == null;
    }

    @Override
    public String toString() {
        // The number is personal data and must not reach a log by way of a record's default text.
        return withheld() ? "CallerLine[withheld]" : "CallerLine[shown]";
    }
}

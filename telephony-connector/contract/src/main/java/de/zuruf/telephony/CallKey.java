package de.zuruf.telephony;

import java.io.Serializable;
import java.util.Objects;

/**
 * Identity of one call across everything that happens to it.
 *
 * @param pbx      name of the telephone system as configured, at most 32 characters
 * @param linkedId Asterisk's Linkedid: the Uniqueid of the call's first channel, at most 150 characters
 */
public record CallKey(String pbx, String linkedId) implements Serializable {
    /** What the Linkedid of a call begins with that the product dials itself ({@link Telephony#dial}). */
    public static final String DIALLED = "zuruf-";

    public CallKey {
        Objects.requireNonNull(pbx, "pbx");
        Objects.requireNonNull(linkedId, "linkedId");
    }

    /** {@return whether the product itself has dialled this call} */
    public boolean dialled() {
        return linkedId.startsWith(DIALLED);
    }

    @Override
    public String toString() {
        return pbx + "/" + linkedId;
    }
}

package de.zuruf.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Takes a telephone that asks somebody back to its caller; needs the right {@code call}. asterisk-java has no such action; its
 * field is that of Asterisk's {@code manager show command CancelAtxfer}, the same in 16 and 22.
 */
public final class CancelAtxferAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String channel;

    CancelAtxferAction(String channel) {
        this.channel = channel;
    }

    @Override
    public String getAction() {
        return "CancelAtxfer";
    }

    /** {@return name or Uniqueid of the channel that asks} */
    public String getChannel() {
        return channel;
    }
}

package de.zuruf.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Passes whoever shares a bridge with a channel on to an extension; needs the right {@code call}. asterisk-java has no such
 * action; its fields are those of Asterisk's {@code manager show command BlindTransfer}, the same in 16 and 22.
 */
public final class BlindTransferAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String exten;
    private final String context;

    BlindTransferAction(String channel, String exten, String context) {
        this.channel = channel;
        this.exten = exten;
        this.context = context;
    }

    @Override
    public String getAction() {
        return "BlindTransfer";
    }

    /** {@return name or Uniqueid of the channel that passes on} */
    public String getChannel() {
        return channel;
    }

    /** {@return where to} */
    public String getExten() {
        return exten;
    }

    /** {@return the dialplan context in which that is looked for} */
    public String getContext() {
        return context;
    }
}

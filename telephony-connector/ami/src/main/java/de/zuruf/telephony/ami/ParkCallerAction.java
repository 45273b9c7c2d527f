package de.zuruf.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * Parks a channel; needs the right {@code call}. asterisk-java's own action says {@code Channel2}, which Asterisk no longer reads since
 * 12; these are the fields of its {@code manager show command Park}, the same in 16 and 22.
 */
public final class ParkCallerAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String channel;
    private final String timeoutChannel;

    /** @param device whom to ring when nobody fetches him, as {@code Dial} names him */
    ParkCallerAction(String channel, String device) {
        this.channel = channel;
        // Asterisk takes it for a channel's name, of which the last hyphen begins what is not the device.
        this.timeoutChannel = device + "-zuruf";
    }

    @Override
    public String getAction() {
        return "Park";
    }

    /** {@return name or Uniqueid of the channel that is parked} */
    public String getChannel() {
        return channel;
    }

    /** {@return name of a channel of whoever is rung when the time is over} */
    public String getTimeoutChannel() {
        return timeoutChannel;
    }
}

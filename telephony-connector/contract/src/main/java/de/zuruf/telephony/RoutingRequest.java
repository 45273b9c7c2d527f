package de.zuruf.telephony;

import java.io.Serializable;
import java.util.Objects;

/**
 * A dialplan asks where a call belongs.
 *
 * @param pbx       name of the telephone system as configured, 1 to 32 characters
 * @param channelId Asterisk's Uniqueid of the channel that asks, at most 150 characters
 * @param caller    the caller as the line presents him
 * @param dialled   number or extension that was dialled, digits, {@code *}, {@code #} with an optional leading plus, at most
 *                  80 characters; null when it is not told
 * @param language  language of the channel as the dialplan has set it, at most 20 characters; null when it is not told
 */
public record RoutingRequest(String pbx, String channelId, CallerLine caller, String dialled, String language)
        implements Serializable {
    public RoutingRequest {
        Objects.requireNonNull(pbx, "pbx");
        Objects.requireNonNull(channelId, "channelId");
        Objects.requireNonNull(caller, "caller");
    }
}

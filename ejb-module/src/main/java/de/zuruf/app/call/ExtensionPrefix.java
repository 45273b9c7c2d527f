package de.zuruf.app.call;

import de.zuruf.telephony.CallEvent;

/** Puts a telephone system's prefix before its extensions. What a caller or an agent has dialled stays as it is. */
final class ExtensionPrefix {
    private ExtensionPrefix() {}

    /**
     * @param prefix empty: nothing is to be put before
     * @param event  as the telephone system says it
     * @return the same with the extensions as the house knows them
     */
    static CallEvent apply(String prefix, CallEvent event) {
        if (prefix.isEmpty()) {
            return event;
        }
        if (event instanceof CallEvent.Offered e) {
            return new CallEvent.Offered(
                    e.call(),
                    e.at(),
                    e.legId(),
                    prefix + e.extension(),
                    e.caller(),
                    e.dialledNumber(),
                    e.queue(),
                    e.internal());
        }
        if (event instanceof CallEvent.OfferEnded e) {
            return new CallEvent.OfferEnded(e.call(), e.at(), e.legId(), prefix + e.extension(), e.reason());
        }
        if (event instanceof CallEvent.Answered e) {
            return new CallEvent.Answered(e.call(), e.at(), e.legId(), prefix + e.extension());
        }
        if (event instanceof CallEvent.TalkEnded e) {
            return new CallEvent.TalkEnded(e.call(), e.at(), e.legId(), prefix + e.extension());
        }
        if (event instanceof CallEvent.Held e) {
            return new CallEvent.Held(e.call(), e.at(), e.legId(), prefix + e.extension());
        }
        if (event instanceof CallEvent.Consults e) {
            return new CallEvent.Consults(e.call(), e.at(), e.legId(), prefix + e.extension(), e.target(), e.reached());
        }
        if (event instanceof CallEvent.Resumed e) {
            return new CallEvent.Resumed(e.call(), e.at(), e.legId(), prefix + e.extension());
        }
        if (event instanceof CallEvent.Transferred e) {
            return new CallEvent.Transferred(
                    e.call(), e.at(), e.legId(), prefix + e.extension(), e.target(), e.asked());
        }
        if (event instanceof CallEvent.Placed e) {
            return new CallEvent.Placed(e.call(), e.at(), prefix + e.extension(), e.number());
        }
        if (event instanceof CallEvent.QueuesKnown e) {
            return new CallEvent.QueuesKnown(
                    e.pbx(),
                    e.at(),
                    e.queues().stream()
                            .map(queue -> new CallEvent.QueueState(
                                    queue.name(),
                                    queue.members().stream()
                                            .map(member -> apply(prefix, member))
                                            .toList(),
                                    queue.callers()))
                            .toList());
        }
        if (event instanceof CallEvent.QueueMemberChanged e) {
            return new CallEvent.QueueMemberChanged(e.pbx(), e.at(), e.queue(), apply(prefix, e.member()));
        }
        if (event instanceof CallEvent.QueueMemberGone e) {
            return new CallEvent.QueueMemberGone(e.pbx(), e.at(), e.queue(), prefix + e.extension());
        }
        return event;
    }

    private static CallEvent.QueueMember apply(String prefix, CallEvent.QueueMember member) {
        return new CallEvent.QueueMember(
                prefix + member.extension(), member.device(), member.paused(), member.reason(), member.dynamic());
    }
}

package de.zuruf.app.call;

import de.zuruf.app.handoff.HandoffChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Contents of the cards of the latest calls: composed once when a call comes in and used again for each telephone that
 * rings. Only a copy of what the database holds; whoever changes that, with the call's row locked, puts the new contents
 * here.
 */
@ApplicationScoped
class RecentContents {
    private static final int CALLS = 500;

    private final Map<Long, CardContents> contents = new LinkedHashMap<>(CALLS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CardContents> eldest) {
            return size() > CALLS;
        }
    };

    synchronized CardContents get(long callId) {
        return contents.get(callId);
    }

    synchronized void put(long callId, CardContents card) {
        contents.put(callId, card);
    }

    /** The customer's open handoffs stand on the card. */
    synchronized void handoffChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) HandoffChanged changed) {
        contents.values()
                .removeIf(card -> card.customer() != null
                        && card.customer().partyId() == changed.handoff().partyId());
    }
}

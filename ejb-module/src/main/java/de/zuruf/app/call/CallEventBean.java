package de.zuruf.app.call;

import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.telephony.CallEvent;
import de.zuruf.telephony.CallEventListener;
import jakarta.ejb.MessageDriven;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Receives what a telephone system says. The activation (host, port, account) stands in server.xml; nothing of it is
 * repeated here, because an annotation would win over the operator's setting. The deployment descriptor adds further
 * beans of this class, one for each further telephone system that a server can have.
 */
@MessageDriven
public class CallEventBean implements CallEventListener {
    @Inject
    private SchemaMigration schema;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private CallDesk desk;

    @Inject
    private Event<QueuesTold> queuesTold;

    @Override
    public void onCallEvents(List<CallEvent> events) {
        schema.await();
        var inTheHouse = events.stream().map(systems::inTheHouse).toList();
        desk.on(inTheHouse);
        var ofQueues = inTheHouse.stream()
                .filter(CallEvent.OfQueue.class::isInstance)
                .map(CallEvent.OfQueue.class::cast)
                .toList();
        if (!ofQueues.isEmpty()) {
            queuesTold.fire(new QueuesTold(ofQueues));
        }
    }
}

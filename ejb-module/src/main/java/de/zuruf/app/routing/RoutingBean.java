package de.zuruf.app.routing;

import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingListener;
import de.zuruf.telephony.RoutingRequest;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/**
 * Is asked by a dialplan. Where the connector listens stands in server.xml. A failure goes back to the connector as it is, which lets
 * the dialplan go on by itself and tells the operator.
 */
@MessageDriven
public class RoutingBean implements RoutingListener {
    @Inject
    private SchemaMigration schema;

    @Inject
    private RoutingDesk desk;

    @Override
    public RoutingAnswer route(RoutingRequest request) {
        schema.await();
        return desk.route(request);
    }
}

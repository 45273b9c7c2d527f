package de.zuruf.web.admin;

import de.zuruf.app.operation.Condition;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the start is over: the schema is in place and a first pass over the CRM has gone through. */
@Startup
@ApplicationScoped
public class StartupCheck implements HealthCheck {
    @Inject
    private Condition condition;

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("zuruf-start");
        try {
            return check.withData("schema", condition.schemaVersion())
                    .status(condition.mirrorFilled())
                    .build();
        } catch (EJBException e) {
            return SchemaCheck.down(check);
        }
    }
}

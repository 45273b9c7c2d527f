package de.zuruf.web.admin;

import de.zuruf.app.operation.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the CRM answers. Always up: calls are answered from the mirror and what goes back waits in the outbox. */
@Readiness
@ApplicationScoped
public class CrmCheck implements HealthCheck {
    @Inject
    private Condition condition;

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("zuruf-crm").up();
        condition.crm().ifPresent(crm -> {
            check.withData("answers", crm.up());
            if (crm.adapter() != null) {
                check.withData("adapter", crm.adapter());
            }
        });
        return check.build();
    }
}

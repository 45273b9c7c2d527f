package de.zuruf.web.admin;

import de.zuruf.app.call.PbxState;
import de.zuruf.app.operation.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether at least one telephone system is heard. One of several that is away is told, but others still bring calls. */
@Readiness
@ApplicationScoped
public class PbxCheck implements HealthCheck {
    @Inject
    private Condition condition;

    @Override
    public HealthCheckResponse call() {
        var systems = condition.pbx();
        var check = HealthCheckResponse.named("zuruf-pbx");
        systems.forEach(pbx -> check.withData(pbx.name(), pbx.connected()));
        return check.status(systems.stream().anyMatch(PbxState::connected)).build();
    }
}

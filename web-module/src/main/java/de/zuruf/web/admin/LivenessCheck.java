package de.zuruf.web.admin;

import de.zuruf.app.operation.ServerRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says that the process answers. Nothing outside it is asked: a restart would not mend a telephone system or a CRM. */
@Liveness
@ApplicationScoped
public class LivenessCheck implements HealthCheck {
    @Inject
    private ServerRun run;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("zuruf-process")
                .up()
                .withData("run", run.mark())
                .build();
    }
}

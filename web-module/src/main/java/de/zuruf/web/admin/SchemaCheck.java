package de.zuruf.web.admin;

import de.zuruf.app.operation.Condition;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers and has the program's schema; without it no call can be shown. */
@Readiness
@ApplicationScoped
public class SchemaCheck implements HealthCheck {
    @Inject
    private Condition condition;

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("zuruf-schema");
        try {
            return check.withData("schema", condition.schemaVersion()).up().build();
        } catch (EJBException e) {
            return down(check);
        }
    }

    /** A probe that fails is an answer: the container would make an internal error of the exception. */
    static HealthCheckResponse down(HealthCheckResponseBuilder check) {
        return check.withData("detail", "The database does not answer.").down().build();
    }
}

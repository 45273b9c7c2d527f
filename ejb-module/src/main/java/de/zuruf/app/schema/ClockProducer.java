package de.zuruf.app.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one source of time; its zone is the company's, in which days begin and end. */
@ApplicationScoped
public class ClockProducer {
    /** {@code zuruf.zone}: time zone of the company, an IANA name. Default {@code Europe/Berlin}. */
    @Inject
    @ConfigProperty(name = "zuruf.zone", defaultValue = "Europe/Berlin")
    private String zone;

    @Produces
    Clock clock() {
        // What was said when a thing was created must be what the database says later; it keeps microseconds.
        return Clock.tickMillis(ZoneId.of(zone));
    }
}

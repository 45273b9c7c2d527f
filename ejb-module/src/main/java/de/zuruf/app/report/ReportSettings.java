package de.zuruf.app.report;

import de.zuruf.report.MinimumGroup;
import de.zuruf.report.ServiceLevelRule;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The settings of reports:
 *
 * <ul>
 *   <li>{@code zuruf.report.minimum-group}: people that a group must have for its figures to be shown; 1 to 1000, default
 *       5. What is agreed with the works council belongs here.
 *   <li>{@code zuruf.report.service-level-seconds}: a call answered within so many seconds counts for the service level; 1
 *       to 600, default 20.
 *   <li>{@code zuruf.report.short-abandon-seconds}: a call abandoned within so many seconds does not count against it; 0
 *       to 120, default 5.
 *   <li>{@code zuruf.report.acknowledge-target-hours}: hours, nights and weekends included, within which the field should
 *       acknowledge a handoff; 1 to 720, default 24.
 * </ul>
 */
@ApplicationScoped
public class ReportSettings {
    @Inject
    @ConfigProperty(name = "zuruf.report.minimum-group", defaultValue = "5")
    private int minimumGroup;

    @Inject
    @ConfigProperty(name = "zuruf.report.service-level-seconds", defaultValue = "20")
    private int serviceLevelSeconds;

    @Inject
    @ConfigProperty(name = "zuruf.report.short-abandon-seconds", defaultValue = "5")
    private int shortAbandonSeconds;

    @Inject
    @ConfigProperty(name = "zuruf.report.acknowledge-target-hours", defaultValue = "24")
    private int acknowledgeTargetHours;

    @PostConstruct
    void check() {
        within("zuruf.report.minimum-group", minimumGroup, 1, 1000);
        within("zuruf.report.service-level-seconds", serviceLevelSeconds, 1, 600);
        within("zuruf.report.short-abandon-seconds", shortAbandonSeconds, 0, 120);
        within("zuruf.report.acknowledge-target-hours", acknowledgeTargetHours, 1, 720);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException("ZURUF2401E The setting " + name + " is " + value
                    + ". Set it to a number from " + least + " to " + most + ".");
        }
    }

    /** {@return how many people a group must have} */
    public MinimumGroup minimumGroup() {
        return new MinimumGroup(minimumGroup);
    }

    /** {@return which calls count for the service level; missed calls are reported beside it} */
    public ServiceLevelRule serviceLevel() {
        return new ServiceLevelRule(serviceLevelSeconds, shortAbandonSeconds, false);
    }

    /** {@return within which time a handoff should be acknowledged} */
    public Duration acknowledgeTarget() {
        return Duration.ofHours(acknowledgeTargetHours);
    }
}

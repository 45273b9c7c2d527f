package de.zuruf.app.scoring;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets all customers be scored each night. Setting {@code zuruf.scoring.at}: time of day in the server's time zone, e.g. {@code 02:30}, which
 * is the default; {@code never} for never.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ScoringClock {
    /** After a start there is more important work. */
    private static final long RESUME_MILLIS = 20_000;

    @Resource
    private TimerService timers;

    @Inject
    @ConfigProperty(name = "zuruf.scoring.at", defaultValue = "02:30")
    private String at;

    @Inject
    private ScoringJob job;

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(RESUME_MILLIS, new TimerConfig("resume", false));
        Optional.of(at)
                .filter(time -> !time.equals("never"))
                .map(LocalTime::parse)
                .ifPresent(time -> timers.createCalendarTimer(
                        new ScheduleExpression().hour(time.getHour()).minute(time.getMinute()),
                        new TimerConfig("nightly", false)));
    }

    @Timeout
    void now(Timer timer) {
        if (timer.getInfo().equals("resume")) {
            job.resume();
        } else {
            job.start(null);
        }
    }
}

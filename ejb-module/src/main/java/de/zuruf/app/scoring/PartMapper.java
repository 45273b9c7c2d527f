package de.zuruf.app.scoring;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Divides the customers among threads. Setting {@code zuruf.scoring.threads}: how many customers' parts are computed at a time; default 2.
 * Calls go on meanwhile, so fewer than the cores there are.
 */
@Dependent
@Named("partMapper")
public class PartMapper implements PartitionMapper {
    @Inject
    @BatchProperty
    private String run;

    @Inject
    @ConfigProperty(name = "zuruf.scoring.threads", defaultValue = "2")
    private int threads;

    @Inject
    private ScoringRuns runs;

    @Override
    public PartitionPlan mapPartitions() {
        var parts = runs.parts(Long.parseLong(run));
        var plan = new PartitionPlanImpl();
        plan.setPartitions(parts.size());
        plan.setThreads(Math.max(1, threads));
        plan.setPartitionProperties(parts.stream()
                .map(part -> {
                    var properties = new Properties();
                    properties.setProperty("part", Integer.toString(part.part));
                    return properties;
                })
                .toArray(Properties[]::new));
        return plan;
    }
}

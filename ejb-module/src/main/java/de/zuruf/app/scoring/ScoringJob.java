package de.zuruf.app.scoring;

import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts passes over all customers, one at a time, and goes on with one that was interrupted. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ScoringJob {
    private static final Logger LOG = Logger.getLogger(ScoringJob.class.getName());
    private static final String JOB = "scoring";
    private static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    @Inject
    private ScoringRuns runs;

    @Inject
    private Clock clock;

    private final Object oneAtATime = new Object();

    /**
     * Starts a pass, or goes on with the one that was interrupted.
     *
     * @param askedBy who asked for it; null for the clock
     * @return identity of the pass; empty when one runs already
     */
    public Optional<Long> start(String askedBy) {
        synchronized (oneAtATime) {
            var unfinished = settle();
            if (unfinished.isPresent()) {
                var run = unfinished.get();
                return run.state == ScoringRun.State.RUNNING ? Optional.empty() : Optional.of(again(run));
            }
            var run = runs.begin(LocalDate.now(clock), askedBy);
            runs.runs(run.id, operator().start(JOB, parameters(run)));
            return Optional.of(run.id);
        }
    }

    /** Goes on with a pass that was interrupted, by the end of the server above all. */
    public void resume() {
        synchronized (oneAtATime) {
            settle().filter(run -> run.state == ScoringRun.State.FAILED).ifPresent(this::again);
        }
    }

    private long again(ScoringRun run) {
        LOG.log(Level.INFO, "ZURUF2120I The scoring of all customers that was interrupted goes on.");
        runs.goesOn(run.id);
        long execution;
        try {
            execution = run.executionId == null
                    ? operator().start(JOB, parameters(run))
                    : operator().restart(run.executionId, parameters(run));
        } catch (NoSuchJobExecutionException e) {
            // The batch runtime has lost its memory; what was computed is computed again.
            execution = operator().start(JOB, parameters(run));
        }
        runs.runs(run.id, execution);
        return run.id;
    }

    /** A restarted job does not know those with which it was started. */
    private static Properties parameters(ScoringRun run) {
        var parameters = new Properties();
        parameters.setProperty("run", Long.toString(run.id));
        return parameters;
    }

    /** {@return the pass that is not done, with the state that the batch runtime knows} */
    public Optional<ScoringRun> settle() {
        return runs.unfinished().map(run -> {
            if (run.state == ScoringRun.State.RUNNING && (run.executionId == null || over(run.executionId))) {
                runs.ended(run.id, ScoringRun.State.FAILED);
                run.state = ScoringRun.State.FAILED;
            }
            return run;
        });
    }

    private static boolean over(long execution) {
        try {
            return OVER.contains(operator().getJobExecution(execution).getBatchStatus());
        } catch (NoSuchJobExecutionException e) {
            return true;
        }
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
